import { datesBetween } from '#platform/clock';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import { type DayItem, itemOf, SAND_ITEMS } from '../figures/items.ts';
import { meanKey, type PeriodKind, percentileKey } from '../figures/statistics.ts';
import type { AirDay, AirEvidence, AirPeriod, AirScope } from '../wire.ts';
import { EVIDENCE_RULES } from './evidence-rules.table.ts';
import { airDaysBetween, airPeriodAsOf, editionFor } from './periods.ts';

export type EvidenceQuestion = {
  readonly scope: AirScope;
  /** PM25_mean, O3_p90 …, or heavy_days, good_days, good_ratio, valid_days, composite, level_1 …, primary_PM25 … */
  readonly statistic: string;
  readonly from: string;
  readonly until: string;
  readonly edition?: string;
  readonly sandExcluded?: boolean;
};

const REASONS = {
  noData: { zh: '无数据', en: 'no data' },
  sand: { zh: '沙尘时段，已扣除', en: 'sand period, deducted' },
  nonePrimary: { zh: '当日无首要污染物', en: 'no primary pollutant on this day' },
  noIndex: { zh: '当日无空气质量指数', en: 'no AQI on this day' },
} as const satisfies Record<string, Sentence>;

const tooFew = (hours: number, kind: AirScope['kind']): Sentence =>
  kind === 'district'
    ? { zh: '有效点位不足', en: 'too few valid stations' }
    : { zh: `有效小时不足（${hours}小时）`, en: `too few valid hours (${hours})` };

type Statistic = {
  /** what a day gives to it; null = the day is left out */
  readonly of: (day: AirDay) => string | null;
  readonly why: (day: AirDay) => Sentence;
  readonly value: (period: AirPeriod) => string | null;
  /** the figures that it is made of */
  readonly parts?: (period: AirPeriod) => AirEvidence['parts'];
  readonly rules: readonly (keyof typeof EVIDENCE_RULES)[];
  /** the figure is the number of days used */
  readonly counted?: true;
  /** the item of the day that it is made of, for what sand takes away */
  readonly item?: DayItem;
};

function concentration(pollutant: SixPollutant, key: string, rule: 'mean' | 'percentile'): Statistic {
  const item = itemOf(pollutant);
  return {
    of: (day) => day.values[item],
    why: (day) => tooFew(day.hours[item] ?? 0, 'station'),
    value: (period) => period.statistics[key] ?? null,
    rules: [pollutant === 'O3' ? 'mda8' : 'dayMean', rule],
    item,
  };
}

const judged = (value: Statistic['value'], counts: (aqi: number) => boolean): Statistic => ({
  of: (day) => (day.aqi !== null && counts(day.aqi) ? String(day.aqi) : null),
  why: (day) =>
    day.aqi === null ? REASONS.noIndex : { zh: `AQI为${day.aqi}，不计入`, en: `AQI ${day.aqi}: not counted` },
  value,
  rules: ['dayMean', 'mda8', 'index'],
});

/** days on which a pollutant is named primary, alone or with others; periods do not store them, the days tell */
const named = (pollutant: SixPollutant): Statistic => ({
  of: (day) => (day.primary.includes(pollutant) ? String(day.aqi) : null),
  why: (day) =>
    day.aqi === null
      ? REASONS.noIndex
      : day.primary.length
        ? {
            zh: `首要污染物为${day.primary.map(printed).join('、')}`,
            en: `primary: ${day.primary.map(printed).join(', ')}`,
          }
        : REASONS.nonePrimary,
  value: () => null,
  counted: true,
  rules: ['dayMean', 'mda8', 'index'],
});

const printed = (code: string) => (code === 'PM25' ? 'PM2.5' : code);
const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** days of one class */
const ofLevel = (level: number): Statistic => ({
  ...judged(
    (p) => String(p.days.byLevel[level - 1] ?? 0),
    () => true,
  ),
  of: (day) => (day.level === level ? String(day.aqi) : null),
});

const HEAVY_ABOVE = 200;
const GOOD_UP_TO = 100;

const STATISTICS: ReadonlyMap<string, Statistic> = new Map<string, Statistic>([
  ...SIX_POLLUTANTS.filter((p) => p !== 'O3').map((p) => [meanKey(p), concentration(p, meanKey(p), 'mean')] as const),
  ...SIX_POLLUTANTS.map((p) => [percentileKey(p), concentration(p, percentileKey(p), 'percentile')] as const),
  [
    'heavy_days',
    judged(
      (p) => String(p.days.heavy),
      (aqi) => aqi > HEAVY_ABOVE,
    ),
  ],
  [
    'good_days',
    judged(
      (p) => String(p.days.good),
      (aqi) => aqi <= GOOD_UP_TO,
    ),
  ],
  [
    'good_ratio',
    judged(
      (p) => p.days.goodRatio,
      (aqi) => aqi <= GOOD_UP_TO,
    ),
  ],
  [
    'valid_days',
    judged(
      (p) => String(p.days.valid),
      () => true,
    ),
  ],
  [
    'composite',
    {
      ...judged(
        (p) => p.composite.index,
        () => true,
      ),
      parts: (p) =>
        SIX_POLLUTANTS.map((code) => {
          const key = code === 'CO' || code === 'O3' ? percentileKey(code) : meanKey(code);
          return { key, value: p.statistics[key] ?? null, share: p.composite.single[code] ?? null };
        }),
      rules: ['dayMean', 'mda8', 'mean', 'percentile', 'composite'],
    },
  ],
  ...LEVELS.map((level) => [`level_${level}`, ofLevel(level)] as const),
  ...SIX_POLLUTANTS.map((pollutant) => [`primary_${pollutant}`, named(pollutant)] as const),
]);

/** Which statistics open to their evidence. */
export const EVIDENCE_STATISTICS: readonly string[] = [...STATISTICS.keys()];

const kindOf = (from: string, until: string): PeriodKind =>
  from.slice(0, 7) === until.slice(0, 7) && !from.endsWith('-01-01')
    ? 'month'
    : from.endsWith('-01-01') && until.endsWith('-12-31')
      ? 'year'
      : 'year_to_date';

/**
 * What a figure is made of: the days used with their printed values, the days left out and why, the rules with their
 * clauses. `value` is the stored figure of the period where there is one (a month or a year, whole or so far).
 * @throws Refusal bad_request for a statistic that is not known
 */
export async function airEvidenceOf(db: Db, question: EvidenceQuestion): Promise<AirEvidence> {
  const { scope, statistic, from, until, sandExcluded = false } = question;
  const row = STATISTICS.get(statistic);
  if (!row)
    throw new Refusal('bad_request', {
      zh: `没有名为“${statistic}”的统计量，可用：${EVIDENCE_STATISTICS.join('、')}。`,
      en: `There is no statistic “${statistic}”; there are ${EVIDENCE_STATISTICS.join(', ')}.`,
    });
  const edition = question.edition ?? editionFor(until);
  const [days, period] = await Promise.all([
    airDaysBetween(db, scope, from, until, edition),
    storedPeriod(db, scope, from, until, { edition, sandExcluded }),
  ]);
  const byDate = new Map(days.map((day) => [day.date, day]));
  const used: AirEvidence['used'] = [];
  const excluded: AirEvidence['excluded'] = [];
  for (const date of datesBetween(from, until)) {
    const day = byDate.get(date);
    const value = day ? row.of(day) : null;
    const sandy = sandExcluded && !!day?.sand && !!row.item && SAND_ITEMS.includes(row.item);
    if (value !== null && !sandy) used.push({ date, value });
    else excluded.push({ date, reason: !day ? REASONS.noData : sandy ? REASONS.sand : reasonOf(row, day, scope) });
  }
  const rules: (keyof typeof EVIDENCE_RULES)[] = [
    ...row.rules.slice(0, -1),
    ...(scope.kind === 'district' ? (['area'] as const) : []),
    ...row.rules.slice(-1),
    ...(sandExcluded ? (['sand'] as const) : []),
  ];
  return {
    scope,
    statistic,
    from,
    until,
    edition,
    value: row.counted ? String(used.length) : period ? row.value(period) : null,
    parts: (period && row.parts?.(period)) ?? [],
    rules: rules.map((rule) => EVIDENCE_RULES[rule]),
    used,
    excluded,
    provenance: [...new Map(days.flatMap((d) => d.provenance).map((p) => [p.label.zh, p])).values()],
  };
}

const reasonOf = (row: Statistic, day: AirDay, scope: AirScope): Sentence =>
  row.item && scope.kind === 'district' ? tooFew(0, 'district') : row.why(day);

/** The stored period that begins and ends on these days: of the kinds that fit, the first that is there. */
async function storedPeriod(
  db: Db,
  scope: AirScope,
  from: string,
  until: string,
  options: { edition: string; sandExcluded: boolean },
): Promise<AirPeriod | null> {
  const kinds = new Set<PeriodKind>([kindOf(from, until), 'year_to_date', 'month']);
  for (const kind of kinds) {
    const period = await airPeriodAsOf(db, scope, kind, until, options);
    if (period && period.from === from && period.until <= until) return period;
  }
  return null;
}
