import type { Cited } from '#standards/editions';

/** The method: t/(km²·30 d); detection and quantification limits read in cl. 1, the formula as in GB/T 15265-94. */
export const HJ1221 = {
  detection: '0.3',
  quantification: '1.2',
  decimals: 1,
  /** sampling time is kept to a tenth of a day */
  dayDecimals: 1,
  standardDays: 30,
  /** cm² in a square metre, which a gram on it makes a tonne on a square kilometre */
  squareCentimetresPerSquareMetre: 10_000,
  minutesPerDay: 1440,
  inForce: { from: '2022-03-01' },
  unit: 't/(km²·30d)',
  citation: 'HJ 1221-2021 cl. 1 and 10; formula as in GB/T 15265-94; first day of force by general knowledge',
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const satisfies Cited & Record<string, unknown>;

export type DustfallCeiling = Cited & { readonly ceiling: string; readonly unit: string; readonly scope: string };

/** What the ministry's monthly notices of city means are compared with; a plan's own target is no row here. */
export const DUSTFALL_CEILINGS: readonly DustfallCeiling[] = [
  {
    ceiling: '9.0',
    unit: 't/(km²·month)',
    scope: '“2+26” cities and the Fenwei plain, city mean of a month',
    inForce: { from: '2018-07-01' },
    citation: 'MEE monthly dustfall notices; 国发〔2018〕22号 by general knowledge, first day not read',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
];
