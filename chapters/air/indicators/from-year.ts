import { createHash } from 'node:crypto';
import {
  type AirScope,
  editionForYear,
  evaluatedYears,
  sameDayLastYear,
  type YearSoFar,
  yearSoFar,
} from '#engines/evaluation';
import type { ComputeContext, IndicatorDefinition, IndicatorPoint } from '#engines/indicators';

/** What an indicator takes from the year so far. */
export type Taken = {
  readonly value: (row: YearSoFar) => string | null;
  /** pollutant whose exact sum and valid days carry the pace of a mean */
  readonly sumOf?: string;
  /** days that count as evidence */
  readonly evidence: (row: YearSoFar) => number;
};

/** An indicator that reads the air evaluation's year so far, beside last year's by one edition. */
export function fromYearSoFar(taken: Taken): IndicatorDefinition['compute'] {
  return {
    years: ({ db, districtCode, once }) => once('air years', () => evaluatedYears(db, districtCode)),
    async points(context, { kind, code }, year) {
      if (kind === 'unit') return [];
      const scope = { kind, code };
      const edition = editionForYear(year);
      const [rows, before] = await Promise.all([
        yearRows(context, scope, year, edition),
        yearRows(context, scope, year - 1, edition),
      ]);
      const lastYear = new Map(before.map((row) => [row.until, row]));
      const whole = before.at(-1);
      const lastYearWhole = whole?.until.endsWith('-12-31') ? taken.value(whole) : null;
      return rows.map((row) => point(row, lastYear.get(sameDayLastYear(row.until)), lastYearWhole, taken));
    },
  };
}

/** Several indicators read the same year: once in a run. */
const yearRows = ({ db, once }: ComputeContext, scope: AirScope, year: number, edition: string): Promise<YearSoFar[]> =>
  once(`air ${scope.kind}:${scope.code} ${year} ${edition}`, () => yearSoFar(db, scope, year, edition));

function point(
  row: YearSoFar,
  before: YearSoFar | undefined,
  lastYearWhole: string | null,
  taken: Taken,
): IndicatorPoint {
  const value = taken.value(row);
  const evidence = taken.evidence(row);
  const passed = Math.round((Date.parse(row.until) - Date.parse(`${row.until.slice(0, 4)}-01-01`)) / 86_400_000) + 1;
  const known = {
    until: row.until,
    value,
    lastYear: before ? taken.value(before) : null,
    edition: row.edition,
    parts: taken.sumOf
      ? { sum: row.sums[taken.sumOf], days: row.validDays[taken.sumOf]?.days ?? 0, lastYearWhole }
      : { lastYearWhole },
    evidence,
    excluded: passed - evidence,
    provenance: [...new Map([...row.provenance, ...(before?.provenance ?? [])].map((p) => [p.label.zh, p])).values()],
  };
  return { ...known, digest: createHash('md5').update(JSON.stringify(known)).digest('hex') };
}

/** Where the days behind a figure are shown. */
export const evidenceAt =
  (statistic: string): IndicatorDefinition['evidenceHref'] =>
  (scope, from, until) =>
    `/air?evidence=${statistic}&scope=${scope.kind}:${scope.code}&from=${from}&until=${until}`;
