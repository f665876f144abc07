import type { Cited } from '#standards/editions';

export type ConcentrationState = 'standard' | 'reference' | 'actual';

/** Temperature (K) and pressure (hPa) to which a concentration is brought. */
export const STANDARD_STATE = {
  /** 标准状态, until 2018-08-31 */
  standard: { kelvin: '273.15', hectopascal: '1013.25' },
  /** 参比状态, gases since 2018-09-01 */
  reference: { kelvin: '298.15', hectopascal: '1013.25' },
} as const;

type StateRow = Cited & { readonly gas: ConcentrationState; readonly particle: ConcentrationState };

/** Particles are TSP, PM10, PM2.5, Pb and BaP; gases all the others. */
export const STATE_ROWS: readonly StateRow[] = [
  {
    gas: 'standard',
    particle: 'standard',
    inForce: { from: '2013-01-01', until: '2018-08-31' },
    citation: 'GB 3095-2012 cl. 3.14 before amendment 1',
    checkedOn: '2026-11-23',
    confidence: 'M',
  },
  {
    gas: 'reference',
    particle: 'actual',
    inForce: { from: '2018-09-01', until: '2026-02-28' },
    citation: 'GB 3095-2012 amendment 1 (2018)',
    checkedOn: '2026-11-23',
    confidence: 'M',
  },
  {
    gas: 'reference',
    particle: 'actual',
    inForce: { from: '2026-03-01' },
    citation: 'GB 3095-2026 cl. 3.14 and 4.3',
    checkedOn: '2026-11-23',
    confidence: 'H',
  },
];
