import type { StationDevice } from './devices.ts';

const MOST_NAMES = 200;

/** What an import has counted on its way through the file. */
export class Tally {
  rows = 0;
  refused = 0;
  repeated = 0;
  ignored = 0;
  values = 0;
  suspect = 0;
  invalid = 0;
  /** instants (ms) of the first and the last hour */
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  readonly #stations = new Map<string, number>();
  readonly #items = new Map<string, number>();

  take(device: StationDevice, hour: number): void {
    device.rows++;
    if (hour < this.first) this.first = hour;
    if (hour > this.last) this.last = hour;
  }

  unknownStation = (name: string) => count(this.#stations, name);
  unknownItem = (name: string) => count(this.#items, name);

  get unknownStations(): { name: string; rows: number }[] {
    return listed(this.#stations);
  }
  get unknownItems(): { name: string; rows: number }[] {
    return listed(this.#items);
  }
}

function count(names: Map<string, number>, name: string): void {
  const before = names.get(name);
  if (before !== undefined || names.size < MOST_NAMES) names.set(name, (before ?? 0) + 1);
}

const listed = (names: ReadonlyMap<string, number>) => [...names].map(([name, rows]) => ({ name, rows }));
