import type { ImportMapping } from '../wire.ts';
import type { StationDevice } from './devices.ts';
import { incomplete } from './units.ts';

/** Leads a name in the file to its station: by the mapping, else by code or name. */
export function stationFinder(devices: readonly StationDevice[], mapping: ImportMapping) {
  const byName = new Map(devices.flatMap((d) => d.names.slice(1).map((name) => [name, d])));
  for (const device of devices) byName.set(device.station, device);
  const find = (name: string) => byName.get(mapping.stations?.[name] ?? name);
  const { station } = mapping;
  const named = 'code' in station ? [station.code] : 'columns' in station ? station.columns : [];
  const unknown = named.find((name) => !find(name));
  if (unknown !== undefined)
    throw incomplete(
      `站点“${unknown}”未登记，请先在辖区站点表中登记，或另选站点`,
      `the station “${unknown}” is not registered; register it among the district's stations or choose another`,
    );
  return find;
}

const plain = (name: string) => name.replace(/[\s()（）\-_·]/g, '').toLowerCase();
const WORDS_AROUND = /^(北京市?|西城区?|国控)+|(国控|市控)?(空气)?(质量)?(自动)?(监测)?(子站|站点|点位|站|点)$/g;

/** The one station that a name in a file most likely means (官园子站 → 官园), or none; a person confirms it. */
export function likelyStation(name: string, devices: readonly StationDevice[]): StationDevice | undefined {
  const wanted = plain(name);
  if (wanted === '') return undefined;
  const bare = wanted.replace(WORDS_AROUND, '');
  const exact = devices.filter((d) => d.names.some((own) => plain(own) === wanted || plain(own) === bare));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const within = devices.filter((d) =>
    d.names.some(
      (own) => plain(own).length > 1 && (bare.includes(plain(own)) || (bare.length > 1 && plain(own).includes(bare))),
    ),
  );
  return within.length === 1 ? within[0] : undefined;
}
