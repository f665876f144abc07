import { isPollutant, POLLUTANTS } from '#standards/pollutants';

export type Quantity = {
  /** what a small sensor can measure, in the unit of the catalogue; ends included */
  readonly range: readonly [number, number];
  /** below the first end down to this is zero drift of the instrument, not a fault */
  readonly belowZero: number;
  /** added before a logarithm is taken, and least spread that counts: about twice the resolution; null: not compared with neighbours */
  readonly floor: number | null;
  /** a value repeated at or below `never` proves nothing; up to `slowly` it must repeat twice as long */
  readonly stuck: { readonly never: number; readonly slowly: number } | null;
  /** something near by can really take it away (exhaust takes ozone): low beside neighbours is no fault */
  readonly lowIsReal?: true;
};

/** methods of small sensors [R]: ranges of the common light-scattering and electrochemical modules, to be set by model */
const SENSORS: Readonly<Record<string, Quantity>> = {
  PM1: { range: [0, 1000], belowZero: 2, floor: 3, stuck: { never: 3, slowly: 10 } },
  PM25: { range: [0, 1000], belowZero: 2, floor: 3, stuck: { never: 3, slowly: 10 } },
  PM10: { range: [0, 5000], belowZero: 2, floor: 5, stuck: { never: 3, slowly: 10 } },
  TSP: { range: [0, 5000], belowZero: 2, floor: 8, stuck: { never: 3, slowly: 10 } },
  SO2: { range: [0, 1500], belowZero: 5, floor: 3, stuck: { never: 5, slowly: 15 } },
  NO2: { range: [0, 1000], belowZero: 5, floor: 4, stuck: { never: 5, slowly: 15 } },
  O3: { range: [0, 1000], belowZero: 5, floor: 5, stuck: { never: 10, slowly: 30 }, lowIsReal: true },
  CO: { range: [0, 50], belowZero: 0.2, floor: 0.1, stuck: { never: 0.3, slowly: 0.8 } },
  TVOC: { range: [0, 20_000], belowZero: 5, floor: 20, stuck: { never: 20, slowly: 100 } },
  NMHC: { range: [0, 500], belowZero: 0.1, floor: 0.05, stuck: { never: 0.1, slowly: 0.3 } },
  RH: { range: [0, 100], belowZero: 0, floor: null, stuck: null },
  TEMP: { range: [-30, 55], belowZero: 0, floor: null, stuck: null },
  WS: { range: [0, 50], belowZero: 0, floor: null, stuck: null },
};

/** How a quantity is tested; one that is not in the table is held against the catalogue's range only, an unknown one against nothing. */
export function quantityOf(code: string): Quantity {
  const range = isPollutant(code) ? POLLUTANTS[code].range : ([Number.NEGATIVE_INFINITY, Infinity] as const);
  return SENSORS[code] ?? { range, belowZero: 0, floor: null, stuck: null };
}

/** Size fractions from small to large: each holds the one before. */
export const FRACTIONS = ['PM1', 'PM25', 'PM10', 'TSP'] as const;

/** Values by which firmware says "none": they are no measurement. */
export const FILL_VALUES = [-9999, -999, -99, 6553.5, 9999, 32_767, 65_535, 99_999] as const;

/** What the way of a packet or the device itself says of a value. The codes are ours; the gateway translates protocols into them. */
export const TRANSPORT_FLAGS = {
  1: { id: 'device-fault', zh: '设备自报故障', en: 'the device reports a fault', state: 'invalid' },
  2: { id: 'maintenance', zh: '维护', en: 'maintenance', state: 'invalid' },
  3: { id: 'calibration', zh: '校准', en: 'calibration', state: 'invalid' },
  4: { id: 'over-range', zh: '设备自报超量程', en: 'the device reports over-range', state: 'suspect' },
  5: { id: 'clock', zh: '时钟不可信', en: 'the clock cannot be trusted', state: 'suspect' },
  6: { id: 'manual', zh: '人工置数', en: 'a value set by hand', state: 'suspect' },
  7: { id: 'checksum', zh: '校验不符', en: 'the checksum does not fit', state: 'suspect' },
} as const;
