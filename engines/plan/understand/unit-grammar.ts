/**
 * How names of Chinese bodies are built: a level (区, 市, 县, 国网 …) at the front, a kind of body (局, 委, 办 …) at the end.
 * With that, names glued together are parted and names broken over lines are joined, without knowing any of them.
 */

/** Kinds of bodies; longer ones first. */
const KINDS = [
  '街道办事处',
  '工作委员会',
  '管理委员会',
  '委员会',
  '人民政府',
  '办事处',
  '办公室',
  '指挥部',
  '领导小组',
  '工作小组',
  '成员单位',
  '分公司',
  '有限公司',
  '公司',
  '集团',
  '管委会',
  '工委',
  '分局',
  '妇联',
  '残联',
  '文联',
  '督查室',
  '督察室',
  '支队',
  '总队',
  '大队',
  '中队',
  '分中心',
  '服务中心',
  '中心',
  '事务所',
  '研究院',
  '管理处',
  '管理站',
  '宣传部',
  '组织部',
  '统战部',
  '武装部',
  '政府',
  '检察院',
  '法院',
  '街道',
  '地区',
  '乡镇',
  '镇街',
  '园区',
  '开发区',
  '专班',
  '部门',
  '单位',
  '企业',
  '学院',
  '协会',
  '联合会',
  '总站',
  '局',
  '委',
  '办',
  '处',
  '队',
  '所',
  '站',
  '院',
  '校',
  '部',
  '厅',
  '社',
  '会',
  '镇',
  '乡',
];
const ENDS = new RegExp(`(?:${KINDS.join('|')})(?:[（(][^（）()]*[）)])?$`);
/** What a new name begins with, after the end of another. */
const BEGINS =
  '(?:区|市|县|省|旗|盟|州|各|国家|国网|中国|中石油|中石化|中共|首都|本区|全区|京|其他|相关|有关|属地|公安|交警|交管|生态环境|住建|住房|城管|自然资源|市场监管|交通运输|农业农村|水务|水利|气象)';
const GLUE = new RegExp(
  `(?<=[\\u4e00-\\u9fff]{2}(?:局|委|办|处|公司|集团|支队|大队|总队|中心|办公室|办事处|街道|指挥部|单位|部|厅|委员会|政府|区委|县委|市委))(?=${BEGINS}[\\u4e00-\\u9fff]{1,})`,
  'g',
);

/** Whether a text could be the whole name of a body; 市住房城乡 is half of one. */
export const endsLikeUnit = (text: string) => ENDS.test(text) && !/城乡$/.test(text);
export const beginsLikeUnit = (text: string) => new RegExp(`^${BEGINS}`).test(text);

/** 西城分局, 海淀分局: a place and the word for a branch, no business of its own. */
const BRANCH_ALONE = /^[\u4e00-\u9fff]{2,4}(?:区|县|市)?(?:分局|分公司|分中心|支队|管理处|管理站|供电公司|分院)$/;
const BRANCH_WITH_BUSINESS =
  /(公安|交通|运输|规划|自然资源|国土|税务|生态|环境|消防|城管|电力|供电|邮政|烟草|巡警|治安)/;
const HIGHER_BODY =
  /^(?:市|省|国家|国网|中国|北京市|天津市|上海市|重庆市|首都|自治区|[\u4e00-\u9fff]{2,3}(?:省|市)(?!场))/;

/**
 * Joins lines that are parts of one name: a higher body and its branch (市规划自然资源委 / 西城分局), or a line that ends
 * before the name does (区科学技术和信 / 息化局).
 */
export function joinBroken(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    if (before !== undefined && belongsTo(before, line)) out[out.length - 1] = before + line;
    else out.push(line);
  }
  return out;
}

function belongsTo(before: string, line: string): boolean {
  if (/[、，,；;]$/.test(before)) return false;
  const tail = before.split(/[、，,；;\s]/).at(-1) ?? before;
  const head = line.split(/[、，,；;\s]/)[0] ?? line;
  const open = (tail.match(/[（(]/g)?.length ?? 0) > (tail.match(/[）)]/g)?.length ?? 0);
  if (open || /^[（(]/.test(head)) return true;
  if (/^(?:区|县|市)?(?:分局|分公司|委员会|办公室|办事处|督查室|督察室)$/.test(head) && tail.length >= 2) return true;
  if (BRANCH_ALONE.test(head) && !BRANCH_WITH_BUSINESS.test(head)) {
    const last = splitGlued(tail).at(-1) ?? tail;
    return HIGHER_BODY.test(last) && /(?:委|局|厅|院|公司|集团|总队|中心)$/.test(last);
  }
  // 区科学技术和信 / 息化局: neither half is a name, both together are
  if (!endsLikeUnit(tail) && !beginsLikeUnit(head) && endsLikeUnit(tail + head)) return true;
  return /[和与及]$/.test(tail);
}

/** Parts names that stand together without a break: 区科学技术和信息化局市规划自然资源委西城分局. */
export function splitGlued(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const mark of text.matchAll(GLUE)) {
    const before = text.slice(from, mark.index);
    const after = text.slice(mark.index);
    // 市委办公室, 区委宣传部: no names end there; 公司北京市…分公司 goes on with the place
    if (!endsLikeUnit(before) || GOES_ON.test(after) || insideBracket(text, mark.index)) continue;
    if (
      /公安分?局(?:[\u4e00-\u9fff]{2,4}分局)?$/.test(before) &&
      /^(?:公安|交管|交警|交通|环食药|治安|巡警)/.test(after)
    )
      continue;
    pieces.push(before);
    from = mark.index;
  }
  pieces.push(text.slice(from));
  return pieces.filter(Boolean);
}

/** 指挥部各成员单位, 政府各有关部门, 公司北京市…区分公司 are one name. */
const GOES_ON = /^(?:(?:市|区|县)(?:分公司|分局|支公司)|各(?:有关|相关)?(?:成员)?(?:单位|部门))/;

function insideBracket(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(/[（(]/g)?.length ?? 0) > (before.match(/[）)]/g)?.length ?? 0);
}

/** Parts a line at 、，； and blanks, not inside brackets. */
export function splitSeparators(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const c of text) {
    if (/[（(]/.test(c)) depth++;
    if (/[）)]/.test(c)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;。\s\u3000]/.test(c)) {
      pieces.push(piece);
      piece = '';
    } else piece += c;
  }
  const parts = [...pieces, piece].map((p) => p.trim()).filter(Boolean);
  // 各县、区人民政府 are not 各县 and a district's government
  return parts.reduce<string[]>((all, part) => {
    const before = all.at(-1);
    if (before && /^各(?:县|市|区|旗)$/.test(before) && /^(?:县|市|区|旗)(?:人民政府|政府|管委会)/.test(part))
      all[all.length - 1] = `${before}、${part}`;
    else all.push(part);
    return all;
  }, []);
}

/** A collective: a name that stands for several bodies. */
export const isCollective = (name: string) =>
  /^(?:各|其他|相关|有关|全体)|(?:各|有关|相关)(?:单位|部门|成员单位|街道|镇|乡)|成员单位$|(?:相关|有关)(?:部门|单位|企业)$/.test(
    name,
  );
