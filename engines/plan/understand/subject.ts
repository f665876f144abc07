import type { Clause } from './clauses.ts';

/** Who or where a target holds for, when the words begin with it. */
const SCOPE =
  /^(?:在|对)?((?:全[区市县镇乡域]|本[区市县]|辖区|区域|城区|建成区|平原地区|各街道|各街乡镇|各镇街?|各乡镇|各街镇|各区|各县|各单位|各部门|各社区|区内)(?:(?:及|和|、|与)(?:各街道|各街乡镇|各镇街?|各乡镇|各街镇|各单位|各区县?|各县区?))?(?:办事处|（[^）]{1,12}）)?(?:范围)?(?:以?内)?(?:主要道路|道路(?=（))?(?:（[^）]*）)?)/;
const PERIOD =
  /(全年|年度|每年|每半年|每季度|每个季度|每月|每旬|每周|每日|每天|每半月|月均|年均|上半年|下半年|第?[一二三四]季度|秋冬季|冬春季|(?:采暖|供暖|取暖)(?:季|期)(?!前)|[春夏秋冬]季)/;
/** The time until or in which a target holds, at the head of a clause: 到2025年, 2023年, 6月底前. */
const UNTIL =
  /^(?:(?:到|至|截至|力争到|于)?(20\d{2}年(?:度)?(?:\d{1,2}月)?(?:底|末)?(?:之?前)?|\d{1,2}月底之?前|年底之?前|“?十[四五六]五”?(?:末|期间|时期)))/;
const SOFT = /(力争|争取|尽最大努力|尽可能|尽量|原则上|基本|大约|约(?=\d)|左右|努力)/g;
const FILLER =
  /^(?:(?:并(?!网|联)|且|同时|其中|要(?!求|素)|应(?!急|对|用)|须|需(?!求)|必须|确保|力保|保持|保证|实现|使(?!用)|将|均(?!值|衡)|都|力争|争取|努力|做到|达到|到(?!位)|至|使得|推动|以及|及(?!时)|的|，|、|进一步|继续|持续|积极|加快|大力)\s*)+/;
const TRAILING =
  /(?:要|(?<![供响反])应|须|需|必须|确保|力争|争取|基本|努力|将|(?<!平)均|都|全部|原则上|稳定|严格|总体|整体|持续|继续|进一步|同比|实现|做到|达到|[：:，、“])+$/;

export type Subject = { what: string; scope: string | null; period: string | null };

/** Who carries it out, before a verb of carrying out: 某公司组织推进新增和更新的邮政车. */
const ACTOR =
  /^[\u4e00-\u9fff（）、]{2,30}?(?:委|局|办|部门|单位|公司|支队|中心|街道)(?:负责|牵头)?(?:组织推进|组织|推进|推动|督促|加快)(?=[\u4e00-\u9fff]{2})/;

/** Strips scope, period and little words from the words before a figure; what remains is what is counted. */
export function subjectOf(words: string): Subject {
  let rest = words.replace(/[\u2423]/g, '').trim();
  let scope: string | null = null;
  let period: string | null = null;
  for (let changed = true; changed; ) {
    const before = rest;
    rest = rest.replace(FILLER, '');
    const until = UNTIL.exec(rest);
    if (until && until[0].length < rest.length) {
      period ??= until[1]!;
      rest = rest.slice(until[0].length);
    }
    rest = rest.replace(ACTOR, '').replace(/^对于?(?=[^，]*[的车])/, '');
    const here = SCOPE.exec(rest);
    if (here && here[0].length < rest.length + 1) {
      scope ??= place(here[1]!);
      rest = rest.slice(here[0].length);
    }
    const span = new RegExp(`^${PERIOD.source}`).exec(rest);
    if (span) {
      period ??= span[1]!;
      rest = /^[月年]均/.test(span[1]!) ? rest : rest.slice(span[0].length);
      if (/^[月年]均/.test(rest)) break;
    }
    changed = rest !== before;
  }
  rest = rest.replace(TRAILING, '').trim();
  const monthly = /(?:的|^)月(?=[\u4e00-\u9fff]{1,4}[率量数])/.exec(rest);
  if (monthly) period ??= '月';
  return { what: rest.replace(TRAILING, ''), scope, period: period ?? PERIOD.exec(words)?.[1] ?? null };
}

/** The scope that the sentence opens with, for clauses that leave it out. */
export function scopeBefore(clause: Clause): string | null {
  for (let at: Clause | undefined = clause; at; at = at.previous) {
    const scope = SCOPE.exec(at.text.replace(FILLER, '').replace(UNTIL, '').replace(FILLER, ''))?.[1];
    if (scope) return place(scope);
  }
  return null;
}

/** 全区范围内 is 全区. */
const place = (scope: string) =>
  scope.replace(/^(全[区市县镇乡域]|本[区市县]|辖区|建成区|城区)(?:范围)?(?:以?内)?$/, '$1');

/** The time that the sentence opens with, for clauses that leave it out: 到2025年，…，…. */
export function periodBefore(clause: Clause): string | null {
  for (let at: Clause | undefined = clause; at; at = at.previous) {
    const words = at.text.replace(FILLER, '');
    const found = UNTIL.exec(words)?.[1] ?? new RegExp(`^${PERIOD.source}`).exec(words)?.[1];
    if (found) return found;
  }
  return null;
}

/** The softening words of a stretch of text, in order, each once. */
export function softnessOf(words: string): string | null {
  const found = [...new Set([...words.matchAll(SOFT)].map((m) => m[1]!))];
  return found.length ? found.join('、') : null;
}
