/** HJ 1221-2021, in force 2021: detection and quantification limits, t/(km²·30 d); formula as in GB/T 15265-94. */
export const HJ1221 = {
  detection: '0.3',
  quantification: '1.2',
  decimals: 1,
  standardDays: 30,
  /** cm² in a square metre, which a gram on it makes a tonne on a square kilometre */
  squareCentimetresPerSquareMetre: 10_000,
  citation: 'HJ 1221-2021',
  checkedOn: '2026-11-23',
} as const;
