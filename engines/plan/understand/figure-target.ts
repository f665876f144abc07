import type { ReadTarget, TargetOperator } from '../reading.types.ts';
import type { Clause } from './clauses.ts';
import type { Quantity } from './quantities.ts';
import { periodBefore, scopeBefore, softnessOf, subjectOf } from './subject.ts';
import {
  ABSTRACT,
  CHANGE,
  CHANGE_TAIL,
  DONE,
  LESS_IS_BETTER,
  MORE_IS_BETTER,
  PLAIN,
  RATE,
  TRIGGERS,
} from './trigger-words.table.ts';

export const LIMITING = /^(?:的)?\s*(?![或和及且与并])[\u4e00-\u9fffA-Za-z]/;
/** Areas and lengths are ordered like things: 治理12万平方米裸地. */
const LAND = /^(?:平方米|平米|亩|公顷|平方公里|公里|千米|延米|立方米)$/;
const MONEY = /(?:罚款|处以|补贴|补助|奖励|奖补|罚金)/;
/** Nothing but names of places, with 其中 before them. */
export const PLACE =
  /^(?:其中|其余|另外|[：:、，（(])*((?:[\u4e00-\u9fff]{1,5}(?:区|县|市|镇|乡|街道|地区|园区|开发区|管委会|街办)(?:办事处)?(?:[、和及]|$))+)$/;

/** What a figure says as a target, undefined when it only describes. */
export function targetOf(
  text: string,
  clause: Clause,
  quantity: Quantity,
  left: string,
  right: string,
): ReadTarget | undefined {
  const whole = text.slice(clause.start, clause.end);
  if (/元$/.test(quantity.unit) && MONEY.test(whole)) return undefined;
  if (/(?:由|从|自|较|比|与|相比|当|若|如|距|距离)$/.test(left) || /^[^，；。]{0,6}基础上/.test(right))
    return undefined;
  const frequency = /每(半?年|季度?|个?季度|个?月|半个?月|旬|周|日|天|两周|两个?月|次|班)[^，；。每]{0,12}$/.exec(left);
  const bare = left.replace(/(?:约|近|大约|力争|争取|再|目标|目标值|总数|总量)$/, '');
  const days =
    quantity.kind === 'time' && /[天日]/.test(quantity.unit) && /天数?[^。]{0,24}$/.test(text.slice(0, quantity.start));
  const change = (CHANGE.test(bare) || quantity.grows === true) && (quantity.kind !== 'time' || days);
  const trigger = change ? undefined : triggerOf(left, bare, quantity);
  const limits = /以[上下内]/.test(quantity.suffix) && LIMITING.test(right);
  if (describes(left, right, quantity, trigger !== undefined || change)) return undefined;

  if (change || trigger) {
    if (quantity.kind === 'time' && !days && !/(?:天数?|时间|时长|日|时限|间隔|周期)/.test(left)) return undefined;
    // 达到20蒸吨以上锅炉 and 提高4.5吨以上车辆的比例 describe, 达到80%以上的占比 demands
    if (limits && (change || quantity.kind === 'amount') && !/^的?(?:目标|任务|要求|水平)/.test(right))
      return undefined;
    const words = left.replace(change ? CHANGE_TAIL : (trigger?.pattern ?? /$^/), '').replace(/约$/, '');
    const subject = lookBack(text, clause, words.replace(/(?:目标值?|总数)$/, ''));
    if (subject.what.length < 2) subject.what = objectOf(right) || subject.what;
    if (
      trigger?.names &&
      (subject.what === '' || quantity.kind === 'amount') &&
      !/(?:浓度|量|值|率|比例|占比|PM2\.5|PM10|PM₂\.₅|天数|目标)(?:分别)?$/.test(words)
    )
      return undefined;
    const base = change ? '>=' : lessOrMore(trigger!, `${subject.what}`, words);
    return target(text, clause, quantity, subject, operatorOf(quantity, left, base), change ? 0.9 : 0.95, frequency);
  }
  return doneInNumbers(text, clause, quantity, left, right, limits, frequency);
}

/** 完成…15家, 每季度检查1次, 5000辆次以上: a thing done in numbers. */
function doneInNumbers(
  text: string,
  clause: Clause,
  quantity: Quantity,
  left: string,
  right: string,
  limits: boolean,
  frequency: RegExpExecArray | null,
): ReadTarget | undefined {
  if (quantity.kind === 'time') return undefined;
  const verbs = [...left.matchAll(DONE)].filter((verb) => left.length - verb.index < 32);
  const done = verbs[0];
  const doneAfter =
    /^[^，；。]{0,20}(?:开展|实施|完成|进行|实现|落实|覆盖|达标|联网|安装|建立|制定|编制)/.test(right) &&
    (/(?:对(?:全[市区县]|辖区内?|区内|县内)?)$/.test(left) || (quantity.unit === '%' && quantity.value === 100));
  const placed = /在$/.test(left) && /^[^，；。]{0,12}(?:设置|开展|安装|建设|布设|增设|试点|实施)/.test(right);
  const stands = right === '' && quantity.suffix !== '' && quantity.kind !== 'amount';
  const periodic = /次$/.test(quantity.unit) && /(?:全年|每年|年均|年度|年内)/.test(left);
  const opens =
    left === '' && /^[\u4e00-\u9fff]{1,14}(?:实现|完成|建成|达到)/.test(right) && quantity.kind !== 'amount';
  if (!done && !doneAfter && !frequency && !stands && !periodic && !opens && !placed) return undefined;
  const near = verbs.at(-1);
  const between = done ? left.slice(done.index + done[0].length) : '';
  const adjacent = near !== undefined && left.slice(near.index + near[0].length) === '';
  // in brackets of its own it says which ones: 轻型车辆（4.5吨以下）
  if ((left.match(/[（(]/g)?.length ?? 0) > (left.match(/[）)]/g)?.length ?? 0) && quantity.suffix) return undefined;
  if (between.length > 30 || /、$/.test(between)) return undefined;
  // a figure between verb and figure that was none itself: 推进3个街道4个社区…
  if (/\d[个家]/.test(between) && near === done) return undefined;
  if (/已(?:经|累计|全部)?$/.test(left.slice(0, done?.index ?? 0)) || /(?:已|现有|截至|截止|目前)/.test(left))
    return undefined;
  if (/^[个项条套件]$/.test(quantity.unit) && ABSTRACT.test(right) && !frequency) return undefined;
  if (quantity.unit === '条' && /^(?:的)?(?:措施|要求|意见|标准)/.test(right)) return undefined;
  // an amount in front of a noun describes it, and so does a number of things with 以上 that no verb stands next to
  const mass = /^吨/.test(quantity.unit) || /左右/.test(quantity.suffix);
  const land = (LAND.test(quantity.unit) || (mass && near?.[0] === '完成')) && adjacent && !limits;
  if (quantity.kind === 'amount' && LIMITING.test(right) && !land) return undefined;
  if (quantity.kind === 'share' && !opens && /^(?:以上|以下)?的(?!目标|任务)/.test(right)) return undefined;
  if (limits && (between !== '' || !(done || frequency || doneAfter))) return undefined;
  const one =
    quantity.value === 1 && /[一]/.test(text.slice(quantity.start, quantity.end)) && /[个套项种条]/.test(quantity.unit);
  if (one && !frequency) return undefined;
  const object = objectOf(right);
  const subject = subjectOf(left.slice(0, done?.index ?? left.length));
  const place = /在([^，；。在]{2,12})$/.exec(left.slice(0, done?.index ?? 0))?.[1];
  const what =
    [between.replace(/^(?:不少于|至少)/, ''), object].filter(Boolean).join('') || (done?.[0] ?? subject.what);
  const named = between && done && !PLAIN.test(done[0]) ? `${done[0]}${between}${object}` : what;
  const at = PLACE.exec(subject.what)?.[1];
  const own = { what: named.replace(/[（(）)：:]+$/, ''), scope: place ?? at ?? subject.scope, period: subject.period };
  const unsure = done || frequency || doneAfter ? 0.85 : 0.75;
  return target(text, clause, quantity, own, operatorOf(quantity, left, '>='), unsure, frequency);
}

/** What stands behind the figure, up to the next one. */
export const objectOf = (right: string) =>
  right
    .replace(/^(?:以上)?的/, '')
    .replace(/[、和及与][^、]*\d.*$/, '')
    .replace(/[（(].*$/, '')
    .trim();

type Trigger = (typeof TRIGGERS)[number];

function triggerOf(left: string, bare: string, quantity: Quantity): Trigger | undefined {
  const match = (words: string) => TRIGGERS.find(({ pattern }) => pattern.test(words.trimEnd()));
  const found = match(left) ?? match(bare) ?? (quantity.kind === 'share' && match(left.replace(/分别$/, '')));
  if (found) return found;
  const split = match(left.replace(/分别$/, ''));
  if (split) return split;
  return quantity.kind === 'share' && RATE.test(bare) ? { pattern: /$^/, operator: '>=' } : undefined;
}

/** Reaching a figure of what is better small means to stay below it. */
function lessOrMore(trigger: Trigger, what: string, words: string): TargetOperator {
  if (!trigger.reached && !trigger.names) return trigger.operator;
  const said = (what || words).replace(/分别$/, '');
  return LESS_IS_BETTER.test(said) && !MORE_IS_BETTER.test(said) ? '<=' : trigger.operator;
}

/** 浓度超过60微克/立方米的乡镇, AQI超过200时: a condition, not a demand. */
function describes(left: string, right: string, quantity: Quantity, triggered: boolean): boolean {
  if (/^(?:时|的时候|期间|后[，。]|的[，；。]|的$|者)/.test(right)) return true;
  if (!triggered || !/^的[\u4e00-\u9fff]/.test(right)) return false;
  if (/^的(?:目标|任务|要求|水平|比例|占比|标准|速度|幅度)/.test(right)) return false;
  if (quantity.kind !== 'count') return true;
  return !new RegExp(`${DONE.source}(?:不少于|不低于|至少|达到?)?$`).test(left);
}

function operatorOf(quantity: Quantity, left: string, base: TargetOperator): TargetOperator {
  if (/左右|上下/.test(quantity.suffix) || /(?:约|大约)$/.test(left)) return 'about';
  if (/以上/.test(quantity.suffix)) return '>=';
  if (/以下|内|封顶|为限/.test(quantity.suffix)) return '<=';
  // a share cannot pass 100 %
  if (base === '>=' && quantity.unit === '%' && quantity.value === 100 && !quantity.grows) return '=';
  return base;
}

export function alike(operator: TargetOperator, quantity: Quantity): TargetOperator {
  if (quantity.suffix || quantity.unit === '%') return operatorOf(quantity, '', operator);
  return operator;
}

/** Of a range that end which the demand needs: the lower for a floor, the upper for a ceiling. */
export const boundOf = (quantity: Quantity, operator: TargetOperator) =>
  quantity.high !== undefined && (operator === '<=' || operator === '<') ? quantity.high : quantity.value;

/** The subject in the clause, or in the one before it when the clause begins with its verb. */
function lookBack(text: string, clause: Clause, words: string) {
  const own = subjectOf(words.replace(/^[、，）)]+/, ''));
  if (own.what.length >= 2 && !PLACE.test(own.what)) return own;
  const place = PLACE.exec(own.what)?.[1];
  for (let at = clause.previous; at; at = at.previous) {
    const before = subjectOf(text.slice(at.start, at.end).replace(/(?:控制在|不低于|不超过|不高于|达到)[\d.]+.*$/, ''));
    if (before.what.length >= 2)
      return { ...before, scope: place ?? own.scope ?? before.scope, period: own.period ?? before.period };
  }
  return place ? { ...own, scope: place } : own;
}

export function target(
  text: string,
  clause: Clause,
  quantity: Quantity,
  subject: { what: string; scope: string | null; period: string | null },
  operator: TargetOperator,
  confidence: number,
  frequency?: RegExpExecArray | null,
): ReadTarget {
  return {
    what: subject.what || text.slice(clause.start, clause.end),
    operator,
    value: boundOf(quantity, operator),
    unit: quantity.unit || null,
    scope: subject.scope ?? scopeBefore(clause),
    period: frequency?.[1]?.replace('个', '') ?? subject.period ?? periodBefore(clause),
    soft: softnessOf(text.slice(clause.start, quantity.end)),
    quote: text.slice(clause.start, clause.end),
    at: { start: clause.start, end: clause.end },
    confidence: quantity.high !== undefined ? 0.7 : subject.what ? confidence : 0.6,
  };
}
