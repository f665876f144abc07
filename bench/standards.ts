import { dailyAqiColumns, itemsOf } from '#standards/hj-633';
import { SIX_POLLUTANTS } from '#standards/pollutants';
import { type RuleBook, ruleBookOf } from '#standards/rule-book';
import {
  exactStationYear,
  monthsOfYear,
  NO_UNITS,
  type StationHours,
  type StationYear,
  stationYear,
  stationYearFigures,
} from '#standards/station-year';

const STATIONS = 1000;
/** hours of a year between gaps; share of hours that are missing, 1 in … */
const MISSING_ONE_IN = 25;
const ASKED = { seconds: 20, aqiPerSecond: 1_000_000 };

/** What one hour of each pollutant is made of, in units of the catalogue: level, spread, episodes. */
const CLIMATE = {
  SO2: { level: 6, spread: 20, episode: 500 },
  NO2: { level: 30, spread: 60, episode: 200 },
  PM10: { level: 50, spread: 130, episode: 1500 },
  PM25: { level: 25, spread: 90, episode: 400 },
  CO: { level: 4, spread: 16, episode: 120 },
  O3: { level: 30, spread: 180, episode: 700 },
} as const;

/**
 * Standards: a year of hours of 1,000 stations × 6 pollutants from integer columns to every figure of days, months and
 * year; then the same figures by the exact reference, compared one by one: `npm run bench -- standards [stations]`.
 */
export async function run([asked]: string[] = []): Promise<void> {
  const stations = Number(asked ?? STATIONS);
  if (!Number.isInteger(stations) || stations < 1) throw new RangeError(`not a number of stations: ${asked}`);
  const jobs = [
    { book: ruleBookOf('2013'), year: 2025 },
    { book: ruleBookOf('2026-transition'), year: 2028 },
  ];
  console.table(jobs.map(({ book, year }) => speedOf(book, year, stations)));
  console.log(`asked: ≤ ${ASKED.seconds} s on one core for 52.6 M values, ≥ ${ASKED.aqiPerSecond} daily AQI/s`);
  for (const { book, year } of jobs) {
    const { agree, differ, exactSeconds } = compareAll(book, year, stations);
    const all = (agree + differ).toLocaleString('en');
    console.log(`${book.id}: agree: ${agree.toLocaleString('en')} of ${all} (exact path ${exactSeconds.toFixed(1)} s)`);
    if (differ > 0) process.exitCode = 1;
  }
}

function speedOf(book: RuleBook, year: number, stations: number) {
  const all = Array.from({ length: stations }, (_, station) => hoursOf(year, station));
  const values = all.reduce((sum, one) => sum + SIX_POLLUTANTS.reduce((n, p) => n + one[p].units.length, 0), 0);
  const began = performance.now();
  const busyBefore = process.cpuUsage();
  const years = all.map((one) => stationYear(book, year, one));
  const seconds = (performance.now() - began) / 1000;
  const busy = process.cpuUsage(busyBefore);
  return {
    'rule book': book.id,
    'values, M': Number((values / 1e6).toFixed(1)),
    'year, s': Number(seconds.toFixed(2)),
    'of a core, s': Number(((busy.user + busy.system) / 1e6).toFixed(2)),
    'values/s, M': Number((values / 1e6 / seconds).toFixed(1)),
    'daily AQI/s, M': Number((reportsPerSecond(book, years) / 1e6).toFixed(1)),
  };
}

function compareAll(book: RuleBook, year: number, stations: number) {
  let [agree, differ, exactSeconds] = [0, 0, 0];
  for (let station = 0; station < stations; station += 1) {
    const hours = hoursOf(year, station);
    const began = performance.now();
    const exact = exactStationYear(book, year, hours);
    exactSeconds += (performance.now() - began) / 1000;
    const found = compare(exact, stationYearFigures(stationYear(book, year, hours)));
    agree += found.agree;
    differ += found.differ;
    if ((station + 1) % 100 === 0)
      process.stderr.write(`  ${book.id}: ${station + 1} of ${stations} stations, ${agree} agree, ${differ} differ\n`);
  }
  return { agree, differ, exactSeconds };
}

/** Daily reports (all items, AQI, primary pollutants) a second, from printed day values. */
function reportsPerSecond(book: RuleBook, years: readonly StationYear[]): number {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < 1000)
    for (const { columns, reports } of years.slice(0, 200)) {
      const again = dailyAqiColumns(book.index, reports.aqi.length, columns);
      if (again.iaqi.length !== itemsOf(book.index, 'daily').length) throw new Error('a report lost an item');
      done += again.aqi.length;
    }
  return (done / (performance.now() - began)) * 1000;
}

/** Numbers that look like a station's hours, the same at every run. */
function hoursOf(year: number, station: number): StationHours {
  let state = (station + 1) * 2_654_435_761;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0;
  };
  const days = monthsOfYear(year).reduce((sum, length) => sum + length, 0);
  const column = ({ level, spread, episode }: (typeof CLIMATE)[keyof typeof CLIMATE], decimals: number) => {
    const units = new Int32Array(days * 24);
    let [today, silent]: [number, number] = [level, 0];
    for (let hour = 0; hour < units.length; hour += 1) {
      const draw = word();
      if (hour % 24 === 0) today = draw % 60 === 0 ? episode : level + ((draw >>> 6) % spread);
      if (draw % 2000 === 0) silent = 30;
      silent -= 1;
      units[hour] =
        silent > 0 || draw % MISSING_ONE_IN === 0
          ? NO_UNITS
          : Math.max(0, today + ((draw >>> 9) % spread) - (spread >> 1));
    }
    return { units, decimals };
  };
  return Object.fromEntries(
    SIX_POLLUTANTS.map((pollutant) => [pollutant, column(CLIMATE[pollutant], pollutant === 'CO' ? 1 : 0)]),
  ) as StationHours;
}

/** How many leaves of two results are the same and how many are not. */
function compare(exact: unknown, bulk: unknown): { agree: number; differ: number } {
  if (typeof exact !== 'object' || exact === null)
    return Object.is(exact, bulk) ? { agree: 1, differ: 0 } : { agree: 0, differ: 1 };
  if (typeof bulk !== 'object' || bulk === null) return { agree: 0, differ: 1 };
  const total = { agree: 0, differ: 0 };
  if (Object.keys(bulk).length !== Object.keys(exact).length) total.differ += 1;
  for (const [key, value] of Object.entries(exact)) {
    const one = compare(value, (bulk as Record<string, unknown>)[key]);
    total.agree += one.agree;
    total.differ += one.differ;
  }
  return total;
}
