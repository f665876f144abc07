import type { TableRow } from '#platform/sheets';
import { POLLUTANTS } from '#standards/pollutants';
import type { StationDevice } from './devices.ts';
import { type FaultList, NOT_A_NUMBER, repeated, TIME_FAULTS, UNKNOWN_ITEM, unknownStation } from './faults.ts';
import { UNTOLD } from './land.ts';
import { IGNORED, type RowReader } from './row-reader.ts';
import { SeenHours } from './seen.ts';
import { Tally } from './tally.ts';

/** a number, null where the file says that there is none, undefined where its text is no number */
type Read = number | null | undefined;
/** [device, at, channel number, value, flag] */
export type Single = readonly [number, Date, number, number | null, string];

/** Turns rows of the file into rows for COPY; what cannot be taken goes to the faults. */
export class ValueReader {
  readonly tally = new Tally();
  readonly #reader: RowReader;
  readonly #find: (name: string) => StationDevice | undefined;
  readonly #faults: FaultList;
  readonly #seen = new SeenHours();
  readonly #lowest: number[];
  readonly #highest: number[];
  readonly #across: (StationDevice | undefined)[];

  constructor(reader: RowReader, find: (name: string) => StationDevice | undefined, faults: FaultList) {
    this.#reader = reader;
    this.#find = find;
    this.#faults = faults;
    this.#lowest = reader.channels.map((c) => POLLUTANTS[c.pollutant].range[0]);
    this.#highest = reader.channels.map((c) => POLLUTANTS[c.pollutant].range[1]);
    this.#across = reader.stationColumns.map(find);
  }

  /** wide: one row of the file is one packet @returns [device, at, values, flags] or null */
  packet(line: TableRow): readonly unknown[] | null {
    const place = this.#place(line);
    if (!place) return null;
    const { device, hour } = place;
    const texts = this.#reader.textsOf(line.cells);
    const read = texts.map((text, i) => this.#read(i, text));
    const before = this.#seen.note(device.id, hour, read.join('|'), line.row);
    if (before === 'same') this.tally.repeated++;
    else if (before !== 'new') this.#refuse(line.row, null, '', repeated(device, hour, before));
    if (before !== 'new') return null;
    const values = new Array<number | null>(device.channels.length).fill(null);
    const flags = new Array<string>(device.channels.length).fill(UNTOLD);
    for (let i = 0; i < read.length; i++) {
      const at = device.places[i]!;
      values[at] = this.#kept(line.row, this.#reader.columnOf(i), texts[i]!, read[i]);
      flags[at] = this.#flag(i, values[at]);
    }
    this.tally.take(device, hour);
    return [device.id, new Date(hour), values, flags.join('')];
  }

  /** long: one row of the file is one value */
  single(line: TableRow): Single | null {
    const place = this.#place(line);
    if (!place) return null;
    const { device, hour } = place;
    const { name, index, text } = this.#reader.itemOf!(line.cells);
    if (index < 0) return this.#leave(line.row, name, index);
    const read = this.#read(index, text);
    const before = this.#seen.note(device.id * 1000 + device.places[index]!, hour, String(read), line.row);
    if (before === 'same') this.tally.repeated++;
    else if (before !== 'new') this.#refuse(line.row, name, text, repeated(device, hour, before));
    if (before !== 'new') return null;
    this.tally.take(device, hour);
    return this.#single(device, hour, index, this.#kept(line.row, name, text, read));
  }

  /** stations across: one row of the file is one value of each station */
  across(line: TableRow): Single[] {
    this.tally.rows++;
    const { name, index } = this.#reader.itemOf!(line.cells);
    if (index < 0) {
      this.#leave(line.row, name, index);
      return [];
    }
    const hour = this.#hour(line);
    if (hour === null) return [];
    const texts = this.#reader.textsOf(line.cells);
    const taken: Single[] = [];
    texts.forEach((text, i) => {
      const device = this.#across[i];
      if (!device) return;
      const column = this.#reader.stationColumns[i]!;
      const read = this.#read(index, text);
      const before = this.#seen.note(device.id * 1000 + device.places[index]!, hour, String(read), line.row);
      if (before === 'new') {
        this.tally.take(device, hour);
        taken.push(this.#single(device, hour, index, this.#kept(line.row, column, text, read)));
      } else if (before !== 'same') this.#faults.add(line.row, column, text, repeated(device, hour, before));
    });
    if (taken.length === 0) this.tally.repeated++;
    return taken;
  }

  #single(device: StationDevice, hour: number, index: number, value: number | null): Single {
    return [device.id, new Date(hour), device.places[index]! + 1, value, this.#flag(index, value)];
  }

  #place(line: TableRow): { device: StationDevice; hour: number } | null {
    this.tally.rows++;
    const name = this.#reader.stationOf(line.cells);
    const device = this.#find(name);
    if (!device) {
      this.tally.unknownStation(name);
      return this.#refuse(line.row, null, name, unknownStation(name));
    }
    const hour = this.#hour(line);
    return hour === null ? null : { device, hour };
  }

  #hour(line: TableRow): number | null {
    const hour = this.#reader.hourOf(line.cells);
    if (typeof hour === 'number') return hour;
    return this.#refuse(line.row, hour.column, hour.value, TIME_FAULTS[hour.fault]);
  }

  #leave(row: number, name: string, index: number): null {
    if (index === IGNORED) {
      this.tally.ignored++;
      return null;
    }
    this.tally.unknownItem(name);
    return this.#refuse(row, null, name, UNKNOWN_ITEM);
  }

  #refuse(row: number, column: string | null, value: string, message: { zh: string; en: string }): null {
    this.tally.refused++;
    this.#faults.add(row, column, value, message);
    return null;
  }

  #read(channel: number, text: string): Read {
    if (this.#reader.isMissing(text)) return null;
    return this.#reader.channels[channel]!.read(text) ?? undefined;
  }

  #kept(row: number, column: string, text: string, read: Read): number | null {
    if (read === undefined) this.#faults.add(row, column, text, NOT_A_NUMBER);
    else if (read !== null) this.tally.values++;
    return read ?? null;
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
}
