import type { ReadTarget, TargetOperator } from '../reading.types.ts';
import { chineseToNumber } from '../recognise/numerals.ts';
import type { Clause } from './clauses.ts';
import { scopeBefore, softnessOf, subjectOf } from './subject.ts';

/** What the words around a clause offer. */
export type Around = { text: string; masked: string; clause: Clause; title: string; hasFigure: boolean };

type Finder = (around: Around) => ReadTarget[];

const target = (
  around: Around,
  fields: Pick<ReadTarget, 'what' | 'operator' | 'value' | 'unit' | 'confidence'> & Partial<ReadTarget>,
): ReadTarget => ({
  scope: scopeBefore(around.clause),
  period: null,
  soft: softnessOf(around.clause.text),
  quote: around.clause.text,
  at: { start: around.clause.start, end: around.clause.end },
  ...fields,
});
const masked = ({ masked, clause }: Around) => masked.slice(clause.start, clause.end);
/** Words of a policy that is studied or encouraged set no target. */
const STUDIED = /(研究|探索|鼓励|支持|试点|引导|配合市|机制|课题)/;

/** Who sets what the plan does not print: the level above, or what it has handed down. */
const ABOVE =
  '(?:[\\u4e00-\\u9fff]{0,6}?(?:市级?|省级?|国家|上级|本市|本省|自治区|区级?|县级?)(?:[、和及](?:市级?|省级?|国家))?[\\u4e00-\\u9fff]{0,6}?)';
const SET = '(?:下达|考核|分解|确定|规定|分配|明确|要求|交办|核定|签订|制定)(?:给?我[市区县])?(?:的)?';
const GOAL = '(?:目标|任务|指标|要求)';
const HANDED_DOWN = new RegExp(
  `^(.*?)(?:确保|全面|按期|按时|按要求|力争|圆满|超额)*(?:完成|达到|实现|落实)(?:${ABOVE}${SET}|[市省国][定控考]|年度[市省]定)([^，；。]{0,40}?)${GOAL}`,
);
/** 控制在市考核目标以内. */
const WITHIN = new RegExp(
  `^(.*?)(?:控制|限制|保持)在(?:${ABOVE}(?:${SET}|(?=${GOAL}))|[市省][定控考])([^，；。]{0,12}?)${GOAL}(?:以内|之内|范围内?|以下)`,
);

/** 完成市里下达的目标, 达到北京市考核要求: the figure comes in a letter. */
const assigned: Finder = (around) => {
  const words = around.clause.text;
  const found = HANDED_DOWN.exec(words) ?? WITHIN.exec(words);
  if (!found || around.hasFigure) return [];
  const subject = subjectOf(found[1]!);
  const object = found[2]!.replace(/(?:目标|任务|指标|年度|的)+$/, '').replace(/^的/, '');
  const what = subject.what.length >= 3 ? subject.what : object.length >= 3 ? object : around.title || object || words;
  return [
    target(around, {
      what,
      operator: 'assigned',
      value: null,
      unit: null,
      scope: subject.scope ?? scopeBefore(around.clause),
      confidence: 0.95,
    }),
  ];
};

const MEASURABLE = /(?:浓度|天数|比例|占比|指数|排放量|降尘量|总量|频次数|(?<!效)率|负荷)$/;
const UP = /(?:提高|提升|增加|上升|(?<!负)增长|增大)/;
const DOWN = /(?:下降|降低|减少|压减|削减|减小)/;

/** 继续下降, 进一步提升…比例: a direction without a figure, of something that is measured. */
const direction: Finder = (around) => {
  if (around.hasFigure) return [];
  const words = around.clause.text;
  const behind =
    /^(.+?)(?:力争|争取|努力|要|继续|持续|进一步|稳步|逐步|明显|显著|同比|实现|双|均|只降不升|、)*(下降|降低|减少|上升|提高|提升|增长|增加|负增长|双下降|双降)$/.exec(
      words.replace(/[“”]/g, ''),
    );
  if (behind) {
    const { what, scope, period } = subjectOf(behind[1]!);
    const items = what.split(/、|和(?=[^）]*$)|及(?=[^）]*$)/).filter(Boolean);
    const all = MEASURABLE.test(items.at(-1) ?? '') && /双/.test(behind[0]);
    const measured = items.filter((item) => all || MEASURABLE.test(item));
    const operator: TargetOperator = UP.test(behind[2]!) ? 'increase' : 'decrease';
    return measured.map((item) =>
      target(around, {
        what: item,
        operator,
        value: null,
        unit: null,
        scope: scope ?? scopeBefore(around.clause),
        period,
        confidence: 0.9,
      }),
    );
  }
  const ahead = /^(.*?)(?:不断|继续|持续|进一步|稳步|逐步)*(提高|提升|增加|降低|减少|下降)([^，；。]{2,})$/.exec(words);
  if (!ahead || STUDIED.test(ahead[1]!)) return [];
  const object = ahead[3]!.replace(/水平$/, '');
  const plain = object.replace(/[（(][^）)]*[）)]/g, '').replace(/[“”]/g, '');
  if (!MEASURABLE.test(plain) || plain.includes('、')) return [];
  const operator: TargetOperator = DOWN.test(ahead[2]!) ? 'decrease' : 'increase';
  const from = around.clause.start + ahead[1]!.length;
  return [
    target(around, {
      what: object,
      operator,
      value: null,
      unit: null,
      quote: around.text.slice(from, around.clause.end),
      at: { start: from, end: around.clause.end },
      confidence: 0.7,
    }),
  ];
};

/** What is said of all of them. */
const BECOMES =
  '为|选用|采用|使用|更换为?|替换为?|更新为?|改为|实现|完成|达标|达到|安装|加装|配备|联网|接入|纳入|淘汰|退出|取缔|拆除|清退|关停|关闭|停用|停止|禁止|覆盖|覆绿|苫盖|建成|落实到位|整改到位|治理到位|改造|替代|办理|取得|登记|电动化|新能源化|清洁化|密闭|封闭|检查|排查|整治|整改|升级|硬化|绿化|公开|满足|符合|入库|入园|收集|处置';
const WHOLE = new RegExp(
  `(?:全部|(?<=基本)(?=为|采用|使用|选用|实现|完成|更换|达到|淘汰|取缔|退出|建成))(${BECOMES}|落实)([^，；。]*)`,
);
/** 全面取缔…: all of them, though some only mean that it is done everywhere. */
const EVERYWHERE =
  /^(.*?)全面(使用|采用|完成|取缔|淘汰|退出|拆除|清退|停用|达标|替代)(?![^，；。]*(?:任务|目标|工作|要求|指标))([^，；。]*)/;
const COVERED =
  /^(.*?)(?:实现|达到|做到|确保)?(?:应[\u4e00-\u9fff]{1,2}尽[\u4e00-\u9fff]{1,2}|(?:动态)?全覆盖|全面覆盖|百分之?百)/;

/** 力争全部为…, 基本使用…, 全覆盖: all of them, 100 %. */
const whole: Finder = (around) => {
  const words = around.clause.text;
  const all = { operator: '=' as const, value: 100, unit: '%', soft: softnessOf(words) };
  const found = WHOLE.exec(words);
  if (found && !STUDIED.test(words.slice(0, found.index)) && !/全部门/.test(words)) {
    const before = words.slice(0, found.index);
    const own = subjectOf(before);
    const subject =
      own.what.length >= 2 || /^(使用|采用|完成|淘汰|实现)/.test(found[1]!) ? own : previousSubject(around.clause, own);
    const rest = `${found[1]}${found[2]}`;
    const scope = subject.scope ?? scopeBefore(around.clause);
    return eachWithExclusions(subject.what).map((what) =>
      target(around, { ...all, scope, what: `${what}${rest}`, confidence: what ? 0.9 : 0.85 }),
    );
  }
  if (around.hasFigure) return [];
  const everywhere = EVERYWHERE.exec(words);
  if (everywhere && !STUDIED.test(everywhere[1]!)) {
    const subject = subjectOf(everywhere[1]!);
    const what = `${subject.what}${everywhere[2]}${everywhere[3]}`;
    return [target(around, { ...all, scope: subject.scope ?? scopeBefore(around.clause), what, confidence: 0.7 })];
  }
  const covered = COVERED.exec(masked(around));
  if (!covered || STUDIED.test(covered[1]!) || /^(?:的|检查方式)/.test(words.slice(covered[0].length))) return [];
  const subject = subjectOf(covered[1]!);
  const what = `${subject.what}${words.slice(covered[1]!.length).replace(/^(实现|达到|做到|确保)/, '')}`;
  return [target(around, { ...all, scope: subject.scope ?? scopeBefore(around.clause), what, confidence: 0.75 })];
};

function previousSubject(clause: Clause, own: ReturnType<typeof subjectOf>) {
  for (let at = clause.previous; at; at = at.previous) {
    const before = subjectOf(at.text.replace(/^(?:组织|推进|推动|加快|负责)+/, ''));
    if (before.what.length >= 2) return { ...before, scope: own.scope ?? before.scope };
  }
  return own;
}

/** 公交车（不含…）、出租车（不含…）: two things, each with its exclusions. */
function eachWithExclusions(what: string): string[] {
  const parts = what.split(/(?<=[（(](?:不含|不包括|除)[^）)]*[）)])、/);
  return parts.length > 1 && parts.every((part) => /[）)]$/.test(part)) ? parts : [what];
}

const NONE_LEFT =
  /(?:基本)?(?:消除|清零|归零|杜绝|消灭)|动态清零|零(?:增长|新增|火点|发生|反弹|复燃)|(?<=实现|达到|做到)零(?:排放|直排)/;
const FORBIDDEN =
  /(禁止|严禁|不得(?!低|少|小|大|多|超|高|突破|不)|严防|杜绝|避免出现|不(?=出现|发生)(?!出现在)|不再(?=新建|新增|审批|受理|核准))([^，；。]{2,})$/;

/** 禁止…, 严防…, 基本消除…: none of it, 0. */
const none: Finder = (around) => {
  const words = around.clause.text;
  const found = FORBIDDEN.exec(masked(around));
  if (
    found &&
    !/^(?:类|区|性|和限制|或限制|、限制)/.test(found[2]!) &&
    !(around.hasFigure && found[1] !== '避免出现')
  ) {
    const object = words.slice(found.index + found[1]!.length).replace(/^(?:出现|发生)(?=.{3})/, '');
    const before = words.slice(0, found.index);
    const subject = subjectOf(before);
    const scope =
      subject.scope ?? (found[1] === '避免出现' && subject.what ? subject.what : scopeBefore(around.clause));
    return [
      target(around, {
        what: object,
        operator: '=',
        value: 0,
        unit: null,
        scope,
        soft: null,
        confidence: found[1] === '避免出现' ? 0.7 : 0.85,
      }),
    ];
  }
  const cleared = NONE_LEFT.exec(masked(around));
  if (!cleared || around.hasFigure || STUDIED.test(words.slice(0, cleared.index))) return [];
  const object = words.slice(cleared.index + cleared[0].length).replace(/^[”的]+/, '');
  const before = subjectOf(words.slice(0, cleared.index));
  const inside = /^(区域内|辖区内|全区|全市|全县|建成区|本区)(.+)$/.exec(object);
  const growth = /零(增长|新增|排放|直排|火点|发生|反弹|复燃)/.exec(cleared[0])?.[1];
  const what = growth
    ? `${before.what || around.title}${growth}`
    : (inside?.[2] ?? object) || before.what || around.title;
  if (what.length < 2 || /隐患|影响|问题/.test(what)) return [];
  return [
    target(around, {
      what,
      operator: '=',
      value: 0,
      unit: null,
      scope: inside?.[1] ?? before.scope ?? scopeBefore(around.clause),
      confidence: 0.85,
    }),
  ];
};

const PLACES = '(?:第)?(\\d+|[一二三四五六七八九十]+)(名|位)?';
const LAST = new RegExp(
  `^(.*?)(?:力争|确保)?(?:稳定|全部|全面)?(?:退出|脱离|跳出|摆脱|移出|退离|不(?:得)?(?:进入|处于|出现在|排在|位列))[^，；。]{0,20}?(?:后|倒数|末)${PLACES}`,
);
const FIRST = new RegExp(
  `^(.*?)(?:力争|确保)?(?:稳定)?(?:进入|保持|位居|位列|排名|跻身|稳定|争进|挺进|排在|居)[^，；。]{0,20}?前${PLACES}(?!个月|年)`,
);

/** 退出全市后30名, 进入全市前十: a place in a ranking. */
const rank: Finder = (around) => {
  const words = around.clause.text;
  if (!/(?:名|位|排|[全省市县国区]前[一二三四五六七八九十\d])/.test(words)) return [];
  const out = LAST.exec(words);
  const found = out ?? FIRST.exec(words);
  if (!found) return [];
  const subject = subjectOf(found[1]!.replace(/(?:中|里)$/, ''));
  const name = subject.what || around.title;
  return [
    target(around, {
      what: out
        ? `${name}${/排名$/.test(name) ? '' : '排名'}（自末位起）`
        : `${name}${/排名$/.test(name) ? '' : '排名'}`,
      operator: out ? '>' : '<=',
      value: /\d/.test(found[2]!) ? Number(found[2]) : chineseToNumber(found[2]!)!,
      unit: found[3] ?? '名',
      scope: subject.scope ?? scopeBefore(around.clause),
      confidence: 0.9,
    }),
  ];
};

/** The finders in the order in which they are asked; a ranking takes its clause alone. */
export function wordedTargets(around: Around): ReadTarget[] {
  const ranked = rank(around);
  if (ranked.length) return ranked;
  return [assigned, direction, whole, none].flatMap((find) => find(around));
}
