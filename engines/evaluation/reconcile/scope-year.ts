import type { RuleBook } from '#standards/rule-book';
import { type DayItem, type ItemValue, type PerItem, perItem } from '../figures/items.ts';
import type { PeriodSettings } from '../figures/periods.ts';
import { areaDay, type ScopeDay, type StationDay } from '../figures/scope-day.ts';
import type { StoredDayValue } from '../store.ts';
import type { AirScope } from '../wire.ts';
import { type Device, type District, sandyHours } from './inputs.ts';

/** A scope's year before it is judged: every day that has data, in order. */
export type ScopeYear = {
  readonly scope: AirScope;
  /** whose data it is made of */
  readonly stations: readonly string[];
  readonly days: readonly ScopeDay[];
  readonly settings: PeriodSettings;
};

type Mutable = { values: PerItem<ItemValue | null>; withoutSand: Partial<PerItem<ItemValue>>; sources: Set<number> };

/** The days of each station: of several devices that measure the same, the first with a valid value counts. */
function stationDays(
  devices: readonly Device[],
  values: readonly StoredDayValue[],
): Map<string, Map<string, StationDay>> {
  const stationOf = new Map(devices.map(({ id, station }) => [id, station]));
  const stations = new Map<string, Map<string, Mutable>>();
  for (const value of values) {
    const station = stationOf.get(value.device) as string;
    const days = stations.get(station) ?? new Map<string, Mutable>();
    stations.set(station, days);
    const day = days.get(value.day) ?? { values: perItem(() => null), withoutSand: {}, sources: new Set<number>() };
    days.set(value.day, day);
    for (const source of value.sources) day.sources.add(source);
    const into: Partial<Record<DayItem, ItemValue | null>> = value.withoutSand ? day.withoutSand : day.values;
    if (!into[value.item]?.mean) into[value.item] = { hours: value.hours, mean: value.mean };
  }
  const finished = (day: Mutable): StationDay => ({ ...day, sources: [...day.sources].sort((a, b) => a - b) });
  return new Map([...stations].map(([code, days]) => [code, new Map([...days].map(([d, day]) => [d, finished(day)]))]));
}

/** The touched stations, and the areas that a touched station belongs to, with their year by one rule book. */
export function scopeYears(given: {
  readonly book: RuleBook;
  readonly districts: readonly District[];
  readonly devices: readonly Device[];
  readonly values: readonly StoredDayValue[];
  readonly stationsTouched: ReadonlySet<string>;
}): ScopeYear[] {
  const { book, districts, devices, stationsTouched } = given;
  const all = stationDays(
    devices,
    given.values.filter(({ edition }) => edition === book.id),
  );
  const dated = (district: District, days: ReadonlyMap<string, StationDay>): ScopeDay[] =>
    [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, one]) => ({ ...one, day, sand: sandyHours(district, day).some(Boolean) }));

  return districts.flatMap((district) => {
    const { settings } = district;
    const single = district.stations
      .filter(({ code }) => stationsTouched.has(code))
      .map(
        ({ code }): ScopeYear => ({
          scope: { kind: 'station', code },
          stations: [code],
          days: dated(district, all.get(code) ?? new Map()),
          settings,
        }),
      );
    const inArea = district.stations.filter((station) => station.inArea).map(({ code }) => code);
    if (!inArea.some((code) => stationsTouched.has(code))) return single;
    const dates = [...new Set(inArea.flatMap((code) => [...(all.get(code)?.keys() ?? [])]))];
    const area = new Map(
      dates.map(
        (day) =>
          [
            day,
            areaDay(
              book,
              inArea.map((code) => all.get(code)?.get(day)),
              settings,
            ),
          ] as const,
      ),
    );
    const scope: AirScope = { kind: 'district', code: district.code };
    return [...single, { scope, stations: inArea, days: dated(district, area), settings }];
  });
}
