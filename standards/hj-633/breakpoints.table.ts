export type Hj633Edition = 'HJ633-2012' | 'HJ633-2026';
export type AqiItem =
  | 'SO2_24h'
  | 'SO2_1h'
  | 'NO2_24h'
  | 'NO2_1h'
  | 'CO_24h'
  | 'CO_1h'
  | 'O3_8h'
  | 'O3_1h'
  | 'PM10_24h'
  | 'PM10_1h'
  | 'PM25_24h'
  | 'PM25_1h';

/** What holds above the last breakpoint: a fixed index, or none and the report falls back on another item. */
type Above = { readonly index: number } | { readonly insteadUse: AqiItem };
export type Breakpoints = { readonly points: readonly number[]; readonly above: Above };

/** The index at each breakpoint (equation 1 interpolates between them). */
export const INDEX_STEPS = [0, 50, 100, 150, 200, 300, 400, 500] as const;

const to500 = (...points: number[]): Breakpoints => ({ points, above: { index: 500 } });
const SO2_HOUR = [0, 150, 500, 650, 800];
const O3_8_HOURS = [0, 100, 160, 215, 265, 800];
const PM10_2026 = to500(0, 50, 120, 250, 350, 420, 500, 600);
const PM25_2026 = to500(0, 35, 60, 115, 150, 250, 350, 500);

const UNCHANGED = {
  SO2_24h: to500(0, 50, 150, 475, 800, 1600, 2100, 2620),
  NO2_24h: to500(0, 40, 80, 180, 280, 565, 750, 940),
  NO2_1h: to500(0, 100, 200, 700, 1200, 2340, 3090, 3840),
  CO_24h: to500(0, 2, 4, 14, 24, 36, 48, 60),
  CO_1h: to500(0, 5, 10, 35, 60, 90, 120, 150),
  O3_1h: to500(0, 160, 200, 300, 400, 800, 1000, 1200),
} as const;

/** Where particles are judged by the hour without a scale of their own, that of the 24 h mean serves. */
export const STANDS_IN_SCALE: Partial<Record<AqiItem, AqiItem>> = { PM10_1h: 'PM10_24h', PM25_1h: 'PM25_24h' };

/**
 * µg/m³, CO mg/m³. HJ 633-2012 table 1 prints no index above the last breakpoint: 500 is the published practice
 * (hourly AQI 500 on 2021-03-15); HJ 633-2026 table 3 closes the scale at 500.
 */
export const BREAKPOINTS: Record<Hj633Edition, Partial<Record<AqiItem, Breakpoints>>> = {
  'HJ633-2012': {
    ...UNCHANGED,
    SO2_1h: { points: SO2_HOUR, above: { insteadUse: 'SO2_24h' } },
    O3_8h: { points: O3_8_HOURS, above: { insteadUse: 'O3_1h' } },
    PM10_24h: to500(0, 50, 150, 250, 350, 420, 500, 600),
    PM25_24h: to500(0, 35, 75, 115, 150, 250, 350, 500),
  },
  'HJ633-2026': {
    ...UNCHANGED,
    SO2_1h: { points: SO2_HOUR, above: { index: 200 } },
    O3_8h: { points: O3_8_HOURS, above: { index: 300 } },
    PM10_24h: PM10_2026,
    PM10_1h: PM10_2026,
    PM25_24h: PM25_2026,
    PM25_1h: PM25_2026,
  },
};
