import { OLD_NUMERIC_CODES, POLLUTANT_ROWS } from './pollutants.table.ts';

export { OLD_NUMERIC_CODES };

export type PollutantKind = 'gas' | 'particle' | 'organic' | 'weather';
export type PollutantRow = {
  readonly zh: string;
  readonly en: string;
  /** `_` opens a subscript that a blank or the end closes: 'PM_2.5' */
  readonly symbol: string;
  readonly kind: PollutantKind;
  /** the unit in which it is stored and shown */
  readonly unit: string;
  /** decimals of an hour or day value on paper */
  readonly decimals: number;
  /** HJ 212 factor codes */
  readonly hj212: readonly string[];
  /** the least and the greatest value that an instrument can believably report, in `unit` */
  readonly range: readonly [number, number];
};

/** Code of a measured quantity. */
export type Pollutant = keyof typeof POLLUTANT_ROWS;
export const POLLUTANTS: { readonly [P in Pollutant]: PollutantRow } = POLLUTANT_ROWS;

/** The six that make the air quality index, in the order in which bulletins name them. */
export const SIX_POLLUTANTS = ['SO2', 'NO2', 'PM10', 'PM25', 'CO', 'O3'] as const satisfies readonly Pollutant[];
export type SixPollutant = (typeof SIX_POLLUTANTS)[number];

export const isPollutant = (code: string): code is Pollutant => Object.hasOwn(POLLUTANT_ROWS, code);

export type SymbolPart = { readonly text: string; readonly sub: boolean };

/** The symbol cut for print: PM2.5 → [{text: 'PM', sub: false}, {text: '2.5', sub: true}]. */
export function symbolParts(code: Pollutant): SymbolPart[] {
  const parts = [...POLLUTANTS[code].symbol.matchAll(/(_)?([^_ ]+)/g)];
  return parts.map((part) => ({ text: part[2] as string, sub: part[1] === '_' }));
}

/** The symbol in one line of plain text: PM2.5, SO2, H2S. */
export const printedName = (code: Pollutant): string =>
  symbolParts(code)
    .map(({ text }) => text)
    .join('');

const BY_CODE = new Map<string, Pollutant>([
  ...(Object.keys(POLLUTANT_ROWS) as Pollutant[]).flatMap((code) =>
    POLLUTANTS[code].hj212.map((hj): [string, Pollutant] => [hj, code]),
  ),
  ...(Object.entries(OLD_NUMERIC_CODES) as [string, Pollutant][]),
]);

/** Which quantity an HJ 212 factor code names ('a34004' → 'PM25'); null for codes outside the catalogue. */
export const pollutantOfHj212 = (code: string): Pollutant | null => BY_CODE.get(code) ?? null;
