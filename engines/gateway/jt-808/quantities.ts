import type { VendorItem } from '#engines/devices';
import { ITEMS, type Item, type Location, situationOf } from '#protocols/jt-808';
import type { RowSink } from '../intake/row-sink.ts';
import { positionFlag } from '../vehicles/doubts.table.ts';

const UNITS = new Map<number, string>(ITEMS.map((row) => [row.id, 'unit' in row ? row.unit : '']));
/** states of the load in the order of the status bits (JT/T 808-2019 table 25) */
const LOAD_CODES = { empty: 0, half: 1, reserved: 2, full: 3 } as const;
/** an unmapped item of a maker as one number: more bytes than a channel's value holds exactly are kept with the frame */
const EXACT_BYTES = 3;

/** One position with what follows it, into the packet that is begun. */
export function putLocation(location: Location, sink: RowSink): void {
  const situation = situationOf(location);
  const { longitudeDegrees: lon, latitudeDegrees: lat } = situation;
  const doubted = positionFlag(situation.doubts);
  const flag = lon === null && doubted === 'V' ? 'N' : doubted;
  sink.put('lon', 'value', lon, flag, '°');
  sink.put('lat', 'value', lat, flag, '°');
  sink.put('location.speedKmh', 'value', situation.speedKmh, 'V', 'km/h');
  sink.put('location.directionDegrees', 'value', location.directionDegrees, 'V', '°');
  sink.put('location.altitudeMetres', 'value', location.altitudeMetres, 'V', 'm');
  sink.put('location.ignition', 'value', situation.ignition ? 1 : 0, 'V', '');
  sink.put('location.load', 'value', LOAD_CODES[situation.load], 'V', '');
  // 32 bits are more than a value holds exactly
  sink.put('location.alarmBits0to15', 'value', location.alarm & 0xffff, 'V', '');
  sink.put('location.alarmBits16to31', 'value', location.alarm >>> 16, 'V', '');
  for (const item of location.items) putItem(item, sink);
  if (location.rest !== '') sink.keep('unknown_message', 'items');
}

function putItem(item: Item, sink: RowSink): void {
  const mapped = sink.settings.vendorItems.filter(({ id }) => id === item.id);
  if (mapped.length > 0) {
    for (const row of mapped) putMapped(row, item, sink);
    return;
  }
  if (item.value !== null) {
    sink.put(`item.${item.name}`, 'value', item.value, 'V', UNITS.get(item.id));
    return;
  }
  const label = `item.${item.name ?? `0x${item.id.toString(16).padStart(2, '0')}`}`;
  const bytes = item.hex.length / 2;
  if (bytes > 0 && bytes <= EXACT_BYTES) sink.put(label, 'value', Number.parseInt(item.hex, 16), 'V');
  else sink.keep('unknown_message', label);
}

function putMapped({ at, bytes, signed, step, offset, factor }: VendorItem, { hex }: Item, sink: RowSink): void {
  const part = hex.slice(2 * at, 2 * (at + bytes));
  if (part.length < 2 * bytes) {
    sink.put(factor, 'value', null, 'N');
    return;
  }
  const raw = Number.parseInt(part, 16);
  const value = signed && raw >= 2 ** (8 * bytes - 1) ? raw - 2 ** (8 * bytes) : raw;
  sink.put(factor, 'value', value * step + offset, 'V');
}
