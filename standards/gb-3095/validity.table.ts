import type { Cited } from '#standards/editions';
import type { Pollutant } from '#standards/pollutants';

export type Statistic = 'hour' | 'eightHour' | 'day' | 'quarter' | 'year';
/** least number of parts, and for quarters and years the least in each month (February apart where it differs) */
export type ValidityRule = {
  readonly least: number;
  readonly of: 'minutes' | 'hours' | 'days';
  readonly perMonth?: number;
  readonly february?: number;
};
export type ValidityTable = Partial<
  Record<Statistic, readonly { pollutants: readonly Pollutant[]; rule: ValidityRule }[]>
>;
export type ValidityEdition = Cited & { readonly table: ValidityTable };

const TABLE_4: ValidityTable = {
  hour: [{ pollutants: ['SO2', 'NO2', 'CO', 'O3', 'NOx'], rule: { least: 45, of: 'minutes' } }],
  eightHour: [{ pollutants: ['O3'], rule: { least: 6, of: 'hours' } }],
  day: [
    { pollutants: ['SO2', 'NO2', 'CO', 'PM10', 'PM25', 'NOx'], rule: { least: 20, of: 'hours' } },
    { pollutants: ['TSP', 'BaP', 'Pb'], rule: { least: 24, of: 'hours' } },
  ],
  quarter: [{ pollutants: ['Pb'], rule: { least: 15, of: 'days', perMonth: 5 } }],
  year: [
    {
      pollutants: ['SO2', 'NO2', 'PM10', 'PM25', 'NOx'],
      rule: { least: 324, of: 'days', perMonth: 27, february: 25 },
    },
    { pollutants: ['TSP', 'BaP', 'Pb'], rule: { least: 60, of: 'days', perMonth: 5 } },
  ],
};

/** Table 4 did not change with the edition of 2026. */
export const VALIDITY_EDITIONS: readonly ValidityEdition[] = [
  {
    inForce: { from: '2013-01-01', until: '2026-02-28' },
    citation: 'GB 3095-2012 table 4',
    checkedOn: '2026-11-23',
    confidence: 'M',
    table: TABLE_4,
  },
  {
    inForce: { from: '2026-03-01' },
    citation: 'GB 3095-2026 table 4',
    checkedOn: '2026-11-23',
    confidence: 'H',
    table: TABLE_4,
  },
];
