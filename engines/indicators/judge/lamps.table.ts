import type { Sentence } from '#platform/refusal';
import type { Lamp } from '../wire.ts';

/** before: its season has not begun · running · over: the due day has passed, or its figures are complete */
export type Moment = 'before' | 'running' | 'over';
/**
 * none: no figure, or nothing to compare it with · reached: what was asked is there and cannot be lost (a sum that only
 * grows) · kept: as asked, so far · short: not as asked, or behind the line that leads there · unassigned:
 * the city assigns the figure, and no letter has been entered
 */
export type Standing = 'none' | 'shared' | 'reached' | 'kept' | 'short' | 'unassigned';

type Row = {
  readonly moment: Moment;
  readonly standing: Standing | 'any';
  readonly lamp: Lamp;
  readonly rule: Sentence;
};

/** The one table by which every lamp is given. A soft target (力争) has the same rows; its sentence says that it is soft. */
export const LAMPS: readonly Row[] = [
  {
    moment: 'before',
    standing: 'any',
    lamp: 'not_started',
    rule: { zh: '季节性措施，首月尚未开始', en: 'a seasonal measure whose first month has not begun' },
  },
  {
    moment: 'running',
    standing: 'none',
    lamp: 'no_data',
    rule: {
      zh: '没有指标，或指标没有数值、没有可比的上年数值',
      en: 'no indicator, no value, or nothing to compare it with',
    },
  },
  {
    moment: 'over',
    standing: 'none',
    lamp: 'no_data',
    rule: { zh: '期满而没有数值', en: 'due, and there is no value' },
  },
  {
    moment: 'running',
    standing: 'shared',
    lamp: 'no_data',
    rule: {
      zh: '街道或单位的累计量，目标是全区合计、未单独分解',
      en: 'a sum of a street or unit whose target is that of the whole district',
    },
  },
  {
    moment: 'over',
    standing: 'shared',
    lamp: 'no_data',
    rule: { zh: '同上，已到期', en: 'the same, and due' },
  },
  {
    moment: 'running',
    standing: 'reached',
    lamp: 'done',
    rule: { zh: '累计量已达到目标', en: 'a sum that has reached its target' },
  },
  {
    moment: 'running',
    standing: 'kept',
    lamp: 'on_track',
    rule: { zh: '未到期，目前符合要求', en: 'not yet due, and so far as asked' },
  },
  {
    moment: 'running',
    standing: 'short',
    lamp: 'behind',
    rule: { zh: '未到期，目前不符合要求或落后于进度', en: 'not yet due, and not as asked or behind its line' },
  },
  {
    moment: 'running',
    standing: 'unassigned',
    lamp: 'behind',
    rule: { zh: '目标由市级下达，尚未录入下达文件', en: 'the city assigns the figure, and no letter has been entered' },
  },
  {
    moment: 'over',
    standing: 'unassigned',
    lamp: 'behind',
    rule: { zh: '期满，目标仍未录入', en: 'due, and the figure assigned has never been entered' },
  },
  { moment: 'over', standing: 'reached', lamp: 'done', rule: { zh: '已达到目标', en: 'reached' } },
  { moment: 'over', standing: 'kept', lamp: 'done', rule: { zh: '期满，符合要求', en: 'due, and as asked' } },
  {
    moment: 'over',
    standing: 'short',
    lamp: 'overdue',
    rule: {
      zh: '期满，未达到要求（力争目标也计入，并注明力争）',
      en: 'due and missed (soft targets as well, which is said)',
    },
  },
];

/** From best to worst: a measure shows the worst lamp of its indicators. */
export const LAMP_ORDER: readonly Lamp[] = ['done', 'on_track', 'not_started', 'no_data', 'behind', 'overdue'];

/** Lamps on paper: a shape as well as a colour. */
export const LAMP_PRINT: Readonly<Record<Lamp, { text: string; rgb: string }>> = {
  done: { text: '● 完成', rgb: '2F6F4F' },
  on_track: { text: '● 正常', rgb: '2F6F4F' },
  behind: { text: '▲ 滞后', rgb: 'B26A00' },
  overdue: { text: '◆ 逾期', rgb: 'A8322A' },
  not_started: { text: '○ 未开始', rgb: '6B7280' },
  no_data: { text: '— 无数据', rgb: '6B7280' },
};
