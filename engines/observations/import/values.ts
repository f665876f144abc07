import { POLLUTANTS } from '#standards/pollutants';
import type { TableRow } from '../read/cells.ts';
import type { StationDevice } from './devices.ts';
import { type FaultList, NOT_A_NUMBER, REPEATED, TIME_FAULTS, UNKNOWN_ITEM, unknownStation } from './faults.ts';
import { UNTOLD } from './land.ts';
import type { RowReader } from './row-reader.ts';
import { SeenHours } from './seen.ts';

export type Tally = {
  rows: number;
  refused: number;
  repeated: number;
  values: number;
  suspect: number;
  invalid: number;
  first: number;
  last: number;
};

/** Turns rows of the file into rows for COPY; what cannot be taken goes to the faults. */
export class ValueReader {
  readonly tally: Tally = {
    rows: 0,
    refused: 0,
    repeated: 0,
    values: 0,
    suspect: 0,
    invalid: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
  };
  readonly #reader: RowReader;
  readonly #find: (name: string) => StationDevice | undefined;
  readonly #faults: FaultList;
  readonly #seen = new SeenHours();
  readonly #lowest: number[];
  readonly #highest: number[];

  constructor(reader: RowReader, find: (name: string) => StationDevice | undefined, faults: FaultList) {
    this.#reader = reader;
    this.#find = find;
    this.#faults = faults;
    this.#lowest = reader.channels.map((c) => POLLUTANTS[c.pollutant].range[0]);
    this.#highest = reader.channels.map((c) => POLLUTANTS[c.pollutant].range[1]);
  }

  /** wide: one row of the file is one packet @returns [device, at, values, flags] or null */
  packet(line: TableRow): readonly unknown[] | null {
    const place = this.#place(line);
    if (!place) return null;
    const { device, hour } = place;
    const texts = this.#reader.textsOf(line.cells);
    const before = this.#seen.note(device.id, hour, texts.join('|'));
    if (before === 'other') return this.#refuse(line.row, null, '', REPEATED);
    if (before === 'same') {
      this.tally.repeated++;
      return null;
    }
    const values = new Array<number | null>(device.channels.length).fill(null);
    const flags = new Array<string>(device.channels.length).fill(UNTOLD);
    for (let i = 0; i < texts.length; i++) {
      const at = device.places[i]!;
      const value = this.#value(line.row, i, texts[i]!);
      values[at] = value;
      flags[at] = this.#flag(i, value);
    }
    this.#count(device, hour);
    return [device.id, new Date(hour), values, flags.join('')];
  }

  /** long: one row of the file is one value @returns [device, at, channel number, value, flag] or null */
  single(line: TableRow): readonly unknown[] | null {
    const place = this.#place(line);
    if (!place) return null;
    const { device, hour } = place;
    const { name, index, text } = this.#reader.itemOf!(line.cells);
    if (index < 0) return this.#refuse(line.row, null, name, UNKNOWN_ITEM);
    const at = device.places[index]!;
    const before = this.#seen.note(device.id * 1000 + at, hour, text);
    if (before === 'other') return this.#refuse(line.row, name, text, REPEATED);
    if (before === 'same') return null;
    const value = this.#value(line.row, index, text);
    this.#count(device, hour);
    return [device.id, new Date(hour), at + 1, value, this.#flag(index, value)];
  }

  #place(line: TableRow): { device: StationDevice; hour: number } | null {
    this.tally.rows++;
    const name = this.#reader.stationOf(line.cells);
    const device = this.#find(name);
    if (!device) return this.#refuse(line.row, null, name, unknownStation(name));
    const hour = this.#reader.hourOf(line.cells);
    if (typeof hour !== 'number') return this.#refuse(line.row, hour.column, hour.value, TIME_FAULTS[hour.fault]);
    return { device, hour };
  }

  #refuse(row: number, column: string | null, value: string, message: { zh: string; en: string }): null {
    this.tally.refused++;
    this.#faults.add(row, column, value, message);
    return null;
  }

  #value(row: number, channel: number, text: string): number | null {
    if (this.#reader.isMissing(text)) return null;
    const value = this.#reader.channels[channel]!.read(text);
    if (value === null) this.#faults.add(row, this.#reader.columnOf(channel), text, NOT_A_NUMBER);
    else this.tally.values++;
    return value;
  }

  /** Below what can be (a negative concentration) is invalid, above what an instrument can report suspect; both stay. */
  #flag(channel: number, value: number | null): string {
    if (value === null) return 'N';
    if (value < this.#lowest[channel]!) {
      this.tally.invalid++;
      return 'I';
    }
    if (value > this.#highest[channel]!) {
      this.tally.suspect++;
      return 'S';
    }
    return 'V';
  }

  #count(device: StationDevice, hour: number): void {
    device.rows++;
    if (hour < this.tally.first) this.tally.first = hour;
    if (hour > this.tally.last) this.tally.last = hour;
  }
}
