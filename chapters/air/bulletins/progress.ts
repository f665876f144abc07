import { type BulletinBlock, changeInWords, dateZh, figure, joined, type Run } from '#engines/bulletins';
import type { IndicatorState } from '#engines/indicators';
import { paragraph } from './cells.ts';
import type { PlanProgress } from './reads.ts';
import { UNITS_IN_TEXT } from './statistics.table.ts';

const unitOf = (state: IndicatorState) => UNITS_IN_TEXT[state.unit] ?? state.unit;

/** What each lamp is called in print. */
const JUDGED: Readonly<Record<IndicatorState['judgement'], string>> = {
  done: '已完成目标',
  on_track: '符合目标要求',
  behind: '滞后于目标要求',
  overdue: '到期未完成目标',
  not_started: '尚未开始',
  no_data: '暂无数据，不作判断',
};

/** One indicator against its target: the value, last year's, the judgement, and what may still come. */
function stateText(state: IndicatorState): BulletinBlock {
  const { href } = state.evidence;
  const [title, unit] = [state.title.zh, unitOf(state)];
  const about = (what: string) => `${title}${what}`;
  if (state.value === null) return paragraph([`${title}截至${dateZh(state.asOf)}${JUDGED.no_data}。`]);
  const change: Run[] =
    state.difference === null
      ? changeInWords(state.value, state.lastYear, href, about('同比变化'))
      : [
          `比上年同期${sign(state.difference)}`,
          figure(state.difference.replace(/^[-+]/, ''), href, about('同比增减')),
          unit,
        ];
  const last: Run[] =
    state.lastYear === null ? [] : [`（上年同期`, figure(state.lastYear, href, about('上年同期值')), `${unit}）`];
  const allowance: Run[] = state.allowance
    ? ['；', ...allowanceText(state.allowance, href, about('剩余时段允许值'))]
    : [];
  return paragraph(
    joined([
      `截至${dateZh(state.asOf)}，${title}为`,
      figure(state.value, href, about('本年累计值')),
      unit,
      ...last,
      '，',
      ...change,
      `，${JUDGED[state.judgement]}`,
      ...allowance,
      '。',
    ]),
  );
}

/** The indicator's own sentence, with the allowed value as a figure that opens. */
function allowanceText(allowance: NonNullable<IndicatorState['allowance']>, href: string, label: string): Run[] {
  const { zh } = allowance.text;
  const { value } = allowance;
  const at = value === null ? -1 : zh.indexOf(`不超过${value}`);
  if (value === null || at === -1) return [zh];
  const from = at + '不超过'.length;
  return [zh.slice(0, from), figure(value, href, label), zh.slice(from + value.length)];
}

const sign = (difference: string) => (difference.startsWith('-') ? '减少' : '增加');

/** The plan's measure that these figures serve: its wording, and each of its indicators. */
export const progressBlocks = (progress: PlanProgress): BulletinBlock[] => [
  paragraph([`行动计划措施${progress.measureId}要求：${progress.text}`]),
  ...progress.states.map(stateText),
];
