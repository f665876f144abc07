import { DeviceRegister, type Registered } from '#engines/devices';
import { packetStarts } from '#engines/observations';
import type { Db } from '#platform/store';
import { timeText } from '#protocols/hj-212';
import { askedGaps, forgetGaps, heardLately, keepGap, silentTo } from './gap-store.ts';
import { askCommand } from './store.ts';
import { GAPS, PLATFORM } from './waiting.table.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A stretch of periods that never came: beginning of the first, end of the last; ms since 1970. */
export type Gap = { begins: number; ends: number };

/**
 * The stretches between two instants in which periods are missing, none longer than a request may ask for.
 * @param has beginnings of the periods that are there, ascending
 */
export function gapsIn(has: readonly number[], from: number, until: number, spanMs: number, longestMs: number): Gap[] {
  const there = new Set(has);
  const gaps: Gap[] = [];
  for (let at = Math.ceil(from / spanMs) * spanMs; at + spanMs <= until; at += spanMs) {
    if (there.has(at)) continue;
    const last = gaps.at(-1);
    if (last && last.ends === at && last.ends - last.begins < longestMs) last.ends = at + spanMs;
    else gaps.push({ begins: at, ends: at + spanMs });
  }
  return gaps;
}

/**
 * Asks devices of HJ 212 again for periods that are missing, where their model says so: hours by 2061, minutes by 2051. One gap
 * is asked for once, then less and less often, then no more; a device that answers no request is left alone for a day.
 */
export async function askForGaps(db: Db, now: number): Promise<{ devices: number; asked: number }> {
  const register = await DeviceRegister.open(db, 0);
  const connected = await heardLately(db, GAPS.heardWithinMinutes);
  let asked = 0;
  let devices = 0;
  for (const { id, createdAt } of connected) {
    const device = register.byId(id);
    if (device?.state !== 'admitted' || device.settings.askMissing.length === 0) continue;
    if (await silentTo(db, id, GAPS.unansweredInRow)) continue;
    devices++;
    for (const kind of device.settings.askMissing) asked += await askOne(db, device, kind, createdAt.getTime(), now);
  }
  await forgetGaps(db);
  return { devices, asked };
}

async function askOne(
  db: Db,
  device: Registered,
  kind: 'hours' | 'minutes',
  createdAt: number,
  now: number,
): Promise<number> {
  const { settings } = device;
  const spanMinutes = kind === 'hours' ? 60 : settings.minuteInterval;
  const spanMs = spanMinutes * MINUTE_MS;
  // before it was in the register there is nothing to miss; what has just ended may still be on its way
  const from = Math.max(now - settings.askMissingHours * HOUR_MS, createdAt);
  const until = now - GAPS.onItsWayMinutes[kind] * MINUTE_MS;
  const has = await packetStarts(db, device.id, spanMinutes, new Date(from), new Date(until));
  const gaps = gapsIn(has, from, until, spanMs, GAPS.longestHours[kind] * HOUR_MS);
  const before = await askedGaps(db, device.id, spanMinutes);
  let asked = 0;
  // the newest first: they are missed most, and loggers forget the oldest anyway
  for (const gap of gaps.reverse()) {
    if (asked >= GAPS.mostAtOnce) break;
    const known = before.get(gap.begins);
    const tries = known?.tries ?? 0;
    const backOff = GAPS.backOffHours[tries];
    if (backOff === undefined || (known && known.nextAt.getTime() > now)) continue;
    await db.transaction().execute(async (tx) => {
      await askCommand(tx, {
        deviceId: device.id,
        name: kind === 'hours' ? 'hour-history' : 'minute-history',
        arguments: asStamped(gap, device, spanMs),
        by: PLATFORM,
        waitHours: GAPS.waitHours,
      });
      await keepGap(tx, device.id, spanMinutes, gap, new Date(now + backOff * HOUR_MS));
    });
    asked++;
  }
  return asked;
}

/** The gap as the device's own stamps have it: start or end of a period, and its clock. */
function asStamped({ begins, ends }: Gap, { settings }: Registered, spanMs: number): Record<string, string> {
  const shift = (settings.stamp === 'end' ? spanMs : 0) + settings.clockAheadMinutes * MINUTE_MS;
  return { BeginTime: timeText(begins + shift), EndTime: timeText(ends - 1000 + shift) };
}
