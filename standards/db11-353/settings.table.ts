import type { Cited } from '#standards/editions';

/** Classes of the standard (cl. 4), and the district's own class of alleys, which the city does not sample. */
export type RoadClass = 'first' | 'second' | 'third' | 'alley';

export type ResidueEdition = Cited & { readonly edition: string; readonly unit: 'g/m²'; readonly decimals: number };

export const RESIDUE_EDITIONS: readonly ResidueEdition[] = [
  {
    edition: 'DB11/T 353-2014',
    unit: 'g/m²',
    decimals: 1,
    inForce: { from: '2015-04-01', until: '2021-09-30' },
    citation: 'DB11/T 353-2014 (contents list and dates; limits not read)',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
  {
    edition: 'DB11/T 353-2021',
    unit: 'g/m²',
    decimals: 1,
    inForce: { from: '2021-10-01' },
    citation: 'DB11/T 353-2021 (contents list and dates; limits not read)',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
];

export type Db11353Settings = {
  /** points that make a road's figure; 5 by the monthly notices since 2023, 10 in early 2022 */
  readonly pointsPerRoad: number;
  /** whether a mean is that of roads or of points */
  readonly meanOf: 'roads' | 'points';
  /** which classes a district's mean takes in; the plan names alleys, the city's notices do not */
  readonly classes: readonly RoadClass[];
  /** g/m² that a class may have at most; null = not set, and then there is no verdict (limits of cl. 7.2 not read) */
  readonly limits: Readonly<Record<RoadClass, string | null>>;
  /** a residue below or above is questioned as another quantity or a slip of the pen, g/m² */
  readonly believable: { readonly from: string; readonly to: string };
};

/** Confidence L throughout: what the notices show, not what the standard was read to say. */
export const DB11_353_DEFAULTS: Db11353Settings = {
  pointsPerRoad: 5,
  meanOf: 'roads',
  classes: ['first', 'second', 'third', 'alley'],
  limits: { first: null, second: null, third: null, alley: null },
  believable: { from: '1.0', to: '60.0' },
};
