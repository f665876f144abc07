import type { DeviceRegister, ModelSettings, Registered, Statistic, Wanted } from '#engines/devices';
import { type KeptReason, type PacketRow, UNTOLD } from '#engines/observations';
import { ADMISSION_LIMITS, CLOCK_LIMITS } from './limits.table.ts';
import { isPlainName, plainText } from './plain.ts';

/** Letters of a packet's flags: valid, no data, maintenance, calibration, suspect, invalid. */
export type FlagLetter = 'V' | 'N' | 'M' | 'C' | 'S' | 'I';

/**
 * Takes what one message says, value by value, and makes rows of the device's numbered channels. What cannot become a row
 * is noted, and the frame is then kept beside them; factors that have no channel yet are noted too, to be given one.
 */
export class RowSink {
  readonly rows: PacketRow[] = [];
  readonly missing: Wanted[] = [];
  kept: { reason: KeptReason; detail: string | null } | null = null;
  /** how far the device's clock is from ours by what it sent as of now, s */
  clockOffsetS: number | null = null;
  #values: (number | null)[] = [];
  #flags: string[] = [];
  #at = Number.NaN;
  #span = 0;

  readonly register: DeviceRegister;
  readonly device: Registered;
  readonly sourceId: number;
  readonly receivedAt: number;

  constructor(register: DeviceRegister, device: Registered, sourceId: number, receivedAt: number) {
    this.register = register;
    this.device = device;
    this.sourceId = sourceId;
    this.receivedAt = receivedAt;
  }

  get settings(): ModelSettings {
    return this.device.settings;
  }

  /**
   * Begins a packet.
   * @param stamped ms since 1970, as the device's clock says; null: it says none
   * @param spanMinutes 0: of the moment
   * @param now the value is of the moment that it was sent in, so that the device's clock shows
   * @returns false when the time cannot be used: nothing is taken then
   */
  begin(stamped: number | null, spanMinutes: number, now = false): boolean {
    this.#at = Number.NaN;
    if (stamped === null || Number.isNaN(stamped)) {
      this.keep('no_time', null);
      return false;
    }
    let at = stamped - this.settings.clockAheadMinutes * 60_000;
    if (spanMinutes > 0 && this.settings.stamp === 'end') at -= spanMinutes * 60_000;
    const aheadMs = at - this.receivedAt;
    if (now) this.clockOffsetS = aheadMs / 1000;
    if (aheadMs > CLOCK_LIMITS.aheadMs) {
      this.keep('clock_ahead', `${Math.round(aheadMs / 60_000)} min`);
      return false;
    }
    if (at < CLOCK_LIMITS.earliest) {
      this.keep('clock_far_behind', new Date(at).toISOString());
      return false;
    }
    this.#at = at;
    this.#span = spanMinutes;
    this.#values = new Array<number | null>(this.device.width).fill(null);
    this.#flags = new Array<string>(this.device.width).fill(UNTOLD);
    return true;
  }

  /**
   * One value. A text that is no number has to be said with `keep`; null with a flag is a value that is not there.
   * @param unit the unit that the protocol's table states for the field; left out where no text says it
   */
  put(factor: string, statistic: Statistic, value: number | null, flag: FlagLetter, unit?: string): void {
    const place = this.register.place(this.device, factor, statistic);
    if (place === undefined) {
      if (!isPlainName(factor, ADMISSION_LIMITS.longestFactor)) {
        this.keep('unknown_message', factor);
        return;
      }
      this.missing.push([factor, statistic, unit]);
      return;
    }
    while (this.#flags.length <= place) {
      this.#flags.push(UNTOLD);
      this.#values.push(null);
    }
    const usable = value !== null && Number.isFinite(value) && Math.abs(value) <= LARGEST;
    this.#values[place] = usable ? value : null;
    this.#flags[place] = usable ? flag : flag === 'V' ? 'N' : flag;
  }

  /** Closes the packet. */
  end(): void {
    if (Number.isNaN(this.#at)) return;
    // channels behind the last one that is spoken of are not part of the packet
    let width = this.#flags.length;
    while (width > 0 && this.#flags[width - 1] === UNTOLD) width--;
    // of texts that are no numbers nothing is left but the frame
    const at = this.#at;
    this.#at = Number.NaN;
    if (width === 0) return;
    this.#flags.length = width;
    this.#values.length = width;
    this.rows.push({
      deviceId: this.device.id,
      sourceId: this.sourceId,
      at,
      spanMinutes: this.#span,
      values: this.#values,
      flags: this.#flags.join(''),
      receivedAt: this.receivedAt,
    });
  }

  /** Says that the frame has to be kept as well; the first reason counts. */
  keep(reason: KeptReason, detail: string | null): void {
    this.kept ??= { reason, detail: detail === null ? null : plainText(detail, ADMISSION_LIMITS.longestDetail) };
  }

  /** Begins anew, after room was made for what was missing. */
  again(): RowSink {
    return new RowSink(this.register, this.device, this.sourceId, this.receivedAt);
  }
}

/** the largest number that the store's real holds */
const LARGEST = 3.4e38;
