import type { Cited } from '#standards/editions';

export type LoadEdition = Cited & {
  readonly edition: string;
  readonly unit: 'g/m²' | 'points of 100';
  readonly decimals: number;
  /** which end of the list is first */
  readonly cleanest: 'smallest' | 'largest';
};

export const LOAD_EDITIONS: readonly LoadEdition[] = [
  {
    edition: 'score of 2020',
    unit: 'points of 100',
    decimals: 1,
    cleanest: 'largest',
    inForce: { from: '2020-01-01', until: '2020-12-31' },
    citation: 'monthly list of the municipal bureau, February 2020; last day and decimals not known',
    checkedOn: '2026-11-25',
    confidence: 'L',
  },
  {
    edition: 'DB11/T 1926-2021',
    unit: 'g/m²',
    decimals: 2,
    cleanest: 'smallest',
    inForce: { from: '2021-01-01' },
    citation: 'DB11/T 1926-2021; monthly lists in g/m² since 2022 or before; first day not known',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
];

/** The measuring car: flow L/min, reference inlet mm above the roof, comparison with the reference (slope, µg/m³). */
export const MOVING_UNIT = {
  flowLitresPerMinute: { from: '80', to: '120' },
  roofInletMillimetres: { from: '90', to: '110' },
  slope: { about: '1', tolerance: '0.25' },
  interceptMicrograms: { about: '0', tolerance: '20' },
  inForce: { from: '2021-01-01' },
  citation: 'DB11/T 1926-2021 cl. 4.2 (excerpt)',
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const satisfies Cited & Record<string, unknown>;

export type Db111926Settings = {
  /** whether the roads of a street weigh alike or by their length */
  readonly weighBy: 'road' | 'length';
  /** a load below or above is questioned, g/m² */
  readonly believable: { readonly from: string; readonly to: string };
};

/** Confidence L: how the bureau weighs roads is not public. */
export const DB11_1926_DEFAULTS: Db111926Settings = {
  weighBy: 'road',
  believable: { from: '0.01', to: '4.00' },
};
