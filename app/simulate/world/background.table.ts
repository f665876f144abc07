/** What the air of a whole city holds where no local source is near: by particle size, by gas. CO in mg/m³, others µg/m³. */
export type Matter =
  | 'fine'
  | 'coarse'
  | 'dust'
  | 'SO2'
  | 'NO2'
  | 'NO'
  | 'CO'
  | 'O3'
  | 'NMHC'
  | 'BENZENE'
  | 'TOLUENE'
  | 'XYLENES';

export type BackgroundRow = {
  /** middle of the year's values */
  readonly middle: number;
  /** winter over the middle, as a power of e */
  readonly winter: number;
  /** how strongly it follows the coming and going of air masses, as a power of e */
  readonly masses: number;
  /** how much a wind of 1 m/s more thins it, as a power of e */
  readonly thinned: number;
  /** the hours of its two peaks and their height as a power of e */
  readonly peaks: readonly (readonly [hour: number, height: number])[];
};

/**
 * Round figures of a northern city, made so that levels, seasons and days look like those of public Beijing records
 * (the four years of hourly values that the district's demonstration replays). A plausible course, no record.
 * fine: up to 2.5 µm; coarse: 2.5 to 10 µm; dust: above 10 µm.
 */
export const BACKGROUND = {
  fine: {
    middle: 38,
    winter: 0.25,
    masses: 0.55,
    thinned: 0.16,
    peaks: [
      [9, 0.08],
      [22, 0.16],
    ],
  },
  coarse: {
    middle: 30,
    winter: 0.05,
    masses: 0.35,
    thinned: 0.02,
    peaks: [
      [9, 0.15],
      [20, 0.12],
    ],
  },
  dust: {
    middle: 55,
    winter: -0.05,
    masses: 0.3,
    thinned: -0.05,
    peaks: [
      [10, 0.15],
      [17, 0.15],
    ],
  },
  SO2: {
    middle: 4,
    winter: 0.6,
    masses: 0.3,
    thinned: 0.1,
    peaks: [
      [10, 0.2],
      [22, 0.05],
    ],
  },
  NO2: {
    middle: 34,
    winter: 0.2,
    masses: 0.25,
    thinned: 0.15,
    peaks: [
      [8, 0.2],
      [21, 0.3],
    ],
  },
  NO: {
    middle: 7,
    winter: 0.8,
    masses: 0.5,
    thinned: 0.3,
    peaks: [
      [7.5, 0.6],
      [23, 0.5],
    ],
  },
  CO: {
    middle: 0.7,
    winter: 0.3,
    masses: 0.35,
    thinned: 0.12,
    peaks: [
      [8, 0.1],
      [22, 0.15],
    ],
  },
  O3: {
    middle: 58,
    winter: -0.75,
    masses: 0.25,
    thinned: -0.06,
    peaks: [
      [15.5, 0.75],
      [4, -0.45],
    ],
  },
  NMHC: {
    middle: 0.42,
    winter: 0.05,
    masses: 0.3,
    thinned: 0.15,
    peaks: [
      [8, 0.15],
      [21, 0.15],
    ],
  },
  BENZENE: {
    middle: 1.6,
    winter: 0.4,
    masses: 0.4,
    thinned: 0.15,
    peaks: [
      [8, 0.15],
      [21, 0.15],
    ],
  },
  TOLUENE: {
    middle: 3.4,
    winter: 0.1,
    masses: 0.4,
    thinned: 0.15,
    peaks: [
      [8, 0.2],
      [21, 0.2],
    ],
  },
  XYLENES: {
    middle: 2.6,
    winter: 0.1,
    masses: 0.4,
    thinned: 0.15,
    peaks: [
      [8, 0.2],
      [21, 0.2],
    ],
  },
} as const satisfies Record<Matter, BackgroundRow>;

export const MATTERS = Object.keys(BACKGROUND) as readonly Matter[];
