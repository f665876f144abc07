import { bytesOfHex, type Cursor, codecOf, type RecordOf, type Sink } from '#protocols/fields';
import { type Item, readItems, writeItems } from './items.ts';
import { LOCATION } from './messages.table.ts';

/** A position: the fixed fields as they came, what followed them, and bytes that are no item any more. */
export type Location = RecordOf<typeof LOCATION> & { readonly items: readonly Item[]; readonly rest: string };

const CODEC = codecOf(LOCATION);

export function readLocation(cursor: Cursor): Location {
  const fixed = CODEC.read(cursor);
  return Object.assign(fixed, readItems(cursor));
}

export function writeLocation(location: Location, sink: Sink): void {
  CODEC.write(location, sink);
  writeItems(location.items, sink);
  sink.put(bytesOfHex(location.rest));
}

/** What the load bits say of a muck truck; 01 means half only since 2013. */
export type Load = 'empty' | 'half' | 'reserved' | 'full';
const LOADS = ['empty', 'half', 'reserved', 'full'] as const;

/** Bits of the status word (JT/T 808-2019 table 25). */
const STATUS = { ignition: 0, fixed: 1, south: 2, west: 3, outOfService: 4, encrypted: 5, load: 8 } as const;

export type LocationDoubt = 'fixed-without-coordinates' | 'out-of-range' | 'latitude-and-longitude-swapped';

/** What a position says in words. */
export type Situation = {
  readonly ignition: boolean;
  readonly load: Load;
  /** both null unless fixed, in range and not encrypted; south and west are negative; WGS-84 */
  readonly longitudeDegrees: number | null;
  readonly latitudeDegrees: number | null;
  readonly speedKmh: number;
  readonly doubts: readonly LocationDoubt[];
};

const MICRO = 1e6;

/** Reads the status word and judges the coordinates; a latitude beyond 90° is refused here, not by the decoder. */
export function situationOf(location: RecordOf<typeof LOCATION>): Situation {
  const bit = (at: number) => ((location.status >>> at) & 1) === 1;
  const doubts: LocationDoubt[] = [];
  const [latitude, longitude] = [location.latitudeMicro / MICRO, location.longitudeMicro / MICRO];
  const nowhere = latitude === 0 && longitude === 0;
  if (bit(STATUS.fixed) && nowhere) doubts.push('fixed-without-coordinates');
  if (latitude > 90 || longitude > 180) {
    const swapped = latitude <= 180 && longitude <= 90;
    doubts.push(swapped ? 'latitude-and-longitude-swapped' : 'out-of-range');
  }
  const usable = bit(STATUS.fixed) && !bit(STATUS.encrypted) && doubts.length === 0;
  return {
    ignition: bit(STATUS.ignition),
    load: LOADS[(location.status >>> STATUS.load) & 3] as Load,
    longitudeDegrees: usable ? (bit(STATUS.west) ? -longitude : longitude) : null,
    latitudeDegrees: usable ? (bit(STATUS.south) ? -latitude : latitude) : null,
    speedKmh: location.speedTenthsKmh / 10,
    doubts,
  };
}
