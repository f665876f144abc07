import type { Sentence } from '#platform/refusal';
import { compareDecimal, exact, roundExact, subtract } from '#standards/gb-t-8170';
import { changeRate } from '#standards/hj-663';
import type { IndicatorDefinition } from '../definition.ts';
import type { Goal, Term } from './goal.ts';
import type { Figures } from './judge.ts';
import type { Moment, Standing } from './lamps.table.ts';

const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');
const monthOf = (date: string) => Number(date.slice(5, 7));
export const dayZh = (date: string): string => `${monthOf(date)}月${Number(date.slice(8))}日`;
export const dayEn = (date: string): string => `${Number(date.slice(8))} ${MONTHS_EN[monthOf(date) - 1]}`;

/** A number without its sign. */
const size = (text: string) => text.replace(/^-/, '');

/** Change against last year in the indicator's own way: means by %, counts by their difference, shares by points. */
export function changeOf(
  definition: Pick<IndicatorDefinition, 'kind' | 'decimals'>,
  { value, lastYear }: Figures,
): { change: string | null; difference: string | null } {
  if (value === null || lastYear === null) return { change: null, difference: null };
  if (definition.kind === 'mean') return { change: changeRate(value, lastYear).rate, difference: null };
  return { change: null, difference: roundExact(subtract(exact(value), exact(lastYear)), definition.decimals) };
}

function comparedWords(definition: IndicatorDefinition, figures: Figures): Sentence {
  const { change, difference } = changeOf(definition, figures);
  const order = compareDecimal(figures.value ?? 0, figures.lastYear ?? 0);
  if (order === 0) return { zh: '同比持平', en: 'the same as a year before' };
  if (change !== null)
    return {
      zh: `同比${order < 0 ? '下降' : '上升'}${size(change)}%`,
      en: `${size(change)} % ${order < 0 ? 'down' : 'up'} on the year before`,
    };
  const by = size(difference ?? '');
  const unit = definition.kind === 'share' ? { zh: '个百分点', en: 'points' } : definition.spokenUnit;
  return {
    zh: `比上年同期${order < 0 ? '减少' : '增加'}${by}${unit.zh}`,
    en: `${by} ${unit.en} ${order < 0 ? 'fewer' : 'more'} than a year before`,
  };
}

const ASKED: Record<Goal['operator'], Sentence> = {
  '>=': { zh: '不低于', en: 'at least' },
  '>': { zh: '高于', en: 'more than' },
  '<=': { zh: '不高于', en: 'at most' },
  '<': { zh: '低于', en: 'less than' },
  '=': { zh: '', en: 'exactly' },
  about: { zh: '约', en: 'about' },
  increase: { zh: '继续提高', en: 'to keep rising' },
  decrease: { zh: '继续下降', en: 'to keep falling' },
  assigned: { zh: '按市级下达任务', en: 'as assigned by the city' },
};

/** What is asked, in words: “力争继续下降”, “不低于12组”. */
export function goalWords(definition: IndicatorDefinition, goal: Goal): Sentence {
  const own = goal.unit === null || goal.unit === definition.unit || goal.unit === definition.spokenUnit.zh;
  const unit = own ? definition.spokenUnit : { zh: goal.unit!, en: goal.unit! };
  const asked = ASKED[goal.operator];
  const amount = (of: 'zh' | 'en') =>
    goal.value === null
      ? ''
      : `${of === 'en' ? ' ' : ''}${goal.value}${of === 'en' && unit.en !== '%' ? ' ' : ''}${unit[of]}`;
  return {
    zh: `${goal.soft ?? ''}${asked.zh}${amount('zh')}`,
    en: `${asked.en}${amount('en')}${goal.soft ? ' (striven for)' : ''}`,
  };
}

const VERDICTS: Record<'decrease' | 'increase', Record<'kept' | 'short', Sentence>> = {
  decrease: {
    kept: { zh: '继续下降', en: 'it keeps falling' },
    short: { zh: '未能继续下降', en: 'it does not keep falling' },
  },
  increase: {
    kept: { zh: '继续提高', en: 'it keeps rising' },
    short: { zh: '未能继续提高', en: 'it does not keep rising' },
  },
};

/** A full sentence, with its figures, on why an indicator has its lamp. */
export function whyWords(
  definition: IndicatorDefinition,
  goal: Goal | null,
  figures: Figures,
  at: { readonly moment: Moment; readonly standing: Standing; readonly term: Term; readonly year: number },
): Sentence {
  const { title, spokenUnit } = definition;
  if (at.moment === 'before')
    return {
      zh: `自${monthOf(at.term.start)}月起实施，尚未到开始时间`,
      en: `It begins in ${MONTHS_EN[monthOf(at.term.start) - 1]}`,
    };
  if (at.standing === 'unassigned') {
    const known =
      figures.value === null
        ? { zh: '', en: '' }
        : {
            zh: `，目前${title.zh}${figures.value}${spokenUnit.zh}`,
            en: `; so far ${title.en}: ${figures.value} ${spokenUnit.en}`,
          };
    return {
      zh: `目标由市级下达，尚未录入下达文件${known.zh}`,
      en: `The city assigns the figure, and its letter has not been entered${known.en}`,
    };
  }
  if (figures.value === null || figures.until === null)
    return { zh: `${at.year}年尚无${title.zh}的数值`, en: `There is no value of “${title.en}” in ${at.year} yet` };
  const whole = figures.until.endsWith('12-31');
  const space = spokenUnit.en === '%' ? '' : ' ';
  const head = {
    zh: `${whole ? `${at.year}年全年` : `截至${dayZh(figures.until)}`}${title.zh}${figures.value}${spokenUnit.zh}`,
    en: `${whole ? `In the whole of ${at.year}` : `By ${dayEn(figures.until)}`}, ${title.en}: ${figures.value}${space}${spokenUnit.en}`,
  };
  if (!goal) return { zh: `${head.zh}，措施未提出可判定的目标`, en: `${head.en}; the measure names no target for it` };
  const missed = softness(goal, at);
  if (goal.operator === 'decrease' || goal.operator === 'increase') {
    if (at.standing === 'none')
      return {
        zh: `${head.zh}，上年同期无可比数据`,
        en: `${head.en}; there is nothing of the year before to compare with`,
      };
    const compared = comparedWords(definition, figures);
    const verdict = VERDICTS[goal.operator][at.standing === 'short' ? 'short' : 'kept'];
    const nothing = figures.value === '0' && figures.lastYear === '0';
    return nothing
      ? { zh: `${head.zh}，上年同期也为0`, en: `${head.en}, and none a year before` }
      : {
          zh: `${head.zh}，${compared.zh}，${verdict.zh}${missed.zh}`,
          en: `${head.en}, ${compared.en}: ${verdict.en}${missed.en}`,
        };
  }
  const asked = goalWords(definition, goal);
  const letter = goal.letter ? { zh: `（${goal.letter}）`, en: ` (${goal.letter})` } : { zh: '', en: '' };
  const verdict: Record<Standing, Sentence> = {
    none: { zh: '无可比数据', en: 'nothing to compare it with' },
    shared: { zh: '为全区合计，未单独分解', en: 'of the whole district, not of each part' },
    unassigned: { zh: '目标数值尚未下达', en: 'the figure asked has not been assigned yet' },
    reached: { zh: '已达到目标', en: 'reached' },
    kept: at.moment === 'over' ? { zh: '符合要求', en: 'as asked' } : { zh: '进度正常', en: 'on its line' },
    short: at.moment === 'over' ? { zh: '未达到目标', en: 'missed' } : { zh: '落后于要求', en: 'behind what is asked' },
  };
  return {
    zh: `${head.zh}，目标${asked.zh}${letter.zh}，${verdict[at.standing].zh}${missed.zh}`,
    en: `${head.en}; asked ${asked.en}${letter.en}: ${verdict[at.standing].en}${missed.en}`,
  };
}

/** A soft target that is missed is missed all the same; the sentence says that it is soft. */
function softness(goal: Goal, { standing, moment }: { standing: Standing; moment: Moment }): Sentence {
  if (!goal.soft || standing !== 'short') return { zh: '', en: '' };
  return moment === 'over'
    ? { zh: `（${goal.soft}目标，未实现）`, en: ' (a target striven for, missed)' }
    : { zh: `（${goal.soft}目标）`, en: ' (a target striven for)' };
}

/** Nothing has happened yet that would have to be done something about. */
export const idleWords = ({ title }: IndicatorDefinition, asOf: string): Sentence => ({
  zh: `截至${dayZh(asOf)}，${title.zh}没有需要办理的事项`,
  en: `By ${dayEn(asOf)}, ${title.en}: nothing that would have to be done`,
});
