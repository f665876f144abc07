import type { ReadTarget, TargetOperator } from '../reading.types.ts';
import type { Clause } from './clauses.ts';
import type { Quantity } from './quantities.ts';
import { scopeBefore, softnessOf, subjectOf } from './subject.ts';

/** Words right before a figure that make it a target, and how it is to be met. */
const TRIGGERS: readonly { pattern: RegExp; operator: TargetOperator }[] = [
  { pattern: /(?:不低于|不少于|不小于|不得低于|不得少于|不能低于|至少|最少|≥|>=)$/, operator: '>=' },
  {
    pattern:
      /(?:不高于|不大于|不超过|不得超过|不得高于|不多于|不能超过|控制在|控制到|降到|降至|下降到|下降至|降低到|降低至|压减到|压减至|减少到|减少至|减至|限制在|≤|<=)$/,
    operator: '<=',
  },
  { pattern: /(?:低于|小于|少于|<)$/, operator: '<' },
  { pattern: /(?:高于|大于|多于|超过|超|>)$/, operator: '>' },
  {
    pattern:
      /(?:达到|达|提高到|提升到|提高至|提升至|增加到|增至|扩大到|扩大至|上升到|上升至|稳定在|保持在|维持在|完成率|为)$/,
    operator: '>=',
  },
];
/** 下降5%: the figure is by how much. */
const CHANGE =
  /(?:下降|降低|减少|压减|削减|减排|改善|消减|提高|提升|增加|增长|上升|降幅|增幅)(?:率|幅度|比例|量)?(?:不低于|不少于|至少|超过|达到|达|约|了)?$/;
/** Verbs of things that are done in numbers. */
const DONE =
  /(?:完成|建成|建设|新建|新增|组织|开展|淘汰|退出|治理|改造|创建|打造|培育|推广|安装|更新|更换|替换|清退|整治|取缔|检查|抽检|抽查|抽测|监测|检测|增加|购置|投放|设立|布设|配备|推进|实施|关停|拆除|压减|减排|削减|实现|绿化|种植|造林|落实|达标|搬迁|升级|提升|建立|设置|执法|查处|巡查|培训|举办|发布|编制|报废|选取|确定|启动|推动|支持|鼓励)/g;
const LIMITING = /^(?:\s*的)?[\u4e00-\u9fffA-Za-z]/;

/** What a figure of the clause says as a target, undefined when it only describes (4.5吨以下车辆, 100米范围). */
export function targetOfFigure(
  text: string,
  clause: Clause,
  quantity: Quantity,
  others: readonly Quantity[],
): ReadTarget | undefined {
  const left = text.slice(clause.start, quantity.start);
  const right = text.slice(quantity.end, clause.end);
  const frequency = /每(半?年|季度?|个?月|半月|旬|周|日|天)[^，；。]{0,8}$/.exec(left);
  const bare = left.replace(/(?:约|近|大约|力争|争取|到|为)$/, '');
  const change = CHANGE.test(bare) && quantity.kind !== 'time';
  const trigger = change ? undefined : (match(left) ?? match(bare));
  const about = /左右|上下/.test(quantity.suffix) || /约$/.test(left);
  const limits = /以[上下内]/.test(quantity.suffix) && LIMITING.test(right);

  if (change || trigger) {
    if (quantity.kind === 'time' && !/(天数|时间|时长|天|日)/.test(left)) return undefined;
    // 达到20蒸吨以上锅炉 and 提高4.5吨以上车辆的比例 describe, 达到80%以上的占比 demands
    if (limits && (change || quantity.kind === 'amount')) return undefined;
    const words = left.replace(change ? /(?:不低于|不少于|至少|超过|达到|达|约|了)$/ : (trigger?.pattern ?? /$^/), '');
    const subject = lookBack(text, clause, words.replace(/约$/, ''));
    if (subject.what === '' && trigger?.pattern.source.startsWith('(?:达到') && /为$/.test(left)) return undefined;
    return make(
      text,
      clause,
      quantity,
      subject,
      operatorOf(quantity, about, change ? '>=' : trigger!.operator, trigger),
      frequency,
      change ? 0.9 : 0.95,
    );
  }
  if (quantity.kind === 'time' || others.length > 3) return undefined;
  const done = [...left.matchAll(DONE)].at(-1);
  const doneAfter = /^[^，；。]{0,20}(?:开展|实施|完成|进行|实现)/.test(right) && /对$/.test(left);
  if (!done && !doneAfter && !frequency) return undefined;
  const between = done ? left.slice(done.index + done[0].length) : '';
  if (between.length > 24 || /[、]$/.test(between)) return undefined;
  // an amount in front of a noun describes it, and so does a number of things with 以上 that no verb stands next to
  if (quantity.kind === 'amount' && LIMITING.test(right)) return undefined;
  if (limits && between !== '') return undefined;
  const object = right.replace(/^(?:以上)?的/, '').trim();
  const whole = subjectOf(left.slice(0, done?.index ?? 0));
  const place = /在([^，；。在]{2,12})$/.exec(left.slice(0, done?.index ?? 0))?.[1];
  const what = [between.replace(/^(?:不少于|至少)/, ''), object].filter(Boolean).join('') || (done?.[0] ?? whole.what);
  const named = between && done ? `${done[0]}${between}${object}` : what;
  const subject = { what: named, scope: place ?? whole.scope, period: whole.period };
  return make(text, clause, quantity, subject, operatorOf(quantity, about, '>=', undefined), frequency, 0.85);
}

const match = (left: string) => TRIGGERS.find(({ pattern }) => pattern.test(left.trimEnd()));

function operatorOf(
  quantity: Quantity,
  about: boolean,
  base: TargetOperator,
  trigger: { pattern: RegExp } | undefined,
): TargetOperator {
  if (about) return 'about';
  if (/以上/.test(quantity.suffix)) return '>=';
  if (/以下|以内|之内/.test(quantity.suffix)) return '<=';
  // a share cannot pass 100 %
  if (base === '>=' && quantity.unit === '%' && quantity.value === 100 && trigger) return '=';
  return base;
}

/** The subject in the clause, or in the one before it when the clause begins with its verb. */
function lookBack(text: string, clause: Clause, words: string) {
  const own = subjectOf(words);
  if (own.what.length >= 2) return own;
  for (let at = clause.previous; at; at = at.previous) {
    const before = subjectOf(text.slice(at.start, at.end));
    if (before.what.length >= 2)
      return { ...before, scope: own.scope ?? before.scope, period: own.period ?? before.period };
  }
  return own;
}

function make(
  text: string,
  clause: Clause,
  quantity: Quantity,
  subject: { what: string; scope: string | null; period: string | null },
  operator: TargetOperator,
  frequency: RegExpExecArray | null,
  confidence: number,
): ReadTarget {
  const words = text.slice(clause.start, quantity.end);
  return {
    what: subject.what || text.slice(clause.start, clause.end),
    operator,
    value: quantity.value,
    unit: quantity.unit,
    scope: subject.scope ?? scopeBefore(clause),
    period: frequency?.[1] ?? subject.period,
    soft: softnessOf(words),
    quote: text.slice(clause.start, clause.end),
    at: { start: clause.start, end: clause.end },
    confidence: subject.what ? confidence : 0.6,
  };
}
