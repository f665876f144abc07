import { type StandingDevice, standingDevices } from '#engines/devices';
import { readPackets } from '#engines/observations';
import { CHECK_IDS, CHECKS, type Findings } from '#methods/sensor-qc';
import { type CalendarDate, startOfDay } from '#platform/clock';
import type { Db } from '#platform/store';
import type { NewMark } from '../store.ts';
import { testGently } from './gently.ts';
import { type DeviceMedians, storeMedians } from './medians.ts';
import { networksOf, type Packet } from './network.ts';
import { settleMarks } from './settle.ts';

const HOUR = 3_600_000;
/** what a day's own tests are: all that do not compare days */
export const DAY_CHECKS = CHECK_IDS.filter((id) => id !== 'drift');
/** hours around a day whose values take part in the verdicts on it: always the same, so that any order of coming gives one result */
export const MARGIN_HOURS =
  Math.max(...DAY_CHECKS.map((id) => Math.max(CHECKS[id].reach.before, CHECKS[id].reach.after))) / 60;

/** The stretch of packets that the tests of a day read: the day and its margins. */
export const stretchOf = (day: CalendarDate): [Date, Date] => {
  const begin = startOfDay(day).getTime();
  return [new Date(begin - MARGIN_HOURS * HOUR), new Date(begin + (24 + MARGIN_HOURS) * HOUR)];
};

export type Tested = { added: number; removed: number; hours: number; mediansChanged: boolean };

/** Runs the tests of one Beijing day over the whole network and makes its marks be what they say. */
export async function testDay(db: Db, day: CalendarDate): Promise<Tested> {
  const devices = await standingDevices(db);
  const begin = startOfDay(day).getTime();
  const [from, until] = stretchOf(day);
  const packets = await packetsOf(db, devices, from, until);
  const only = { from: begin, until: begin + 24 * HOUR };
  const marks: NewMark[] = [];
  const medians: DeviceMedians[] = [];
  for (const network of networksOf(devices, packets, from.getTime(), 24 + 2 * MARGIN_HOURS)) {
    const findings = await testGently(network, { checks: DAY_CHECKS, only });
    marks.push(...marksFrom(findings, devices, day));
    medians.push(...mediansFrom(findings, devices));
  }
  const settled = await settleMarks(db, day, DAY_CHECKS, marks);
  const mediansChanged = await storeMedians(db, new Date(begin), 24, medians);
  return { ...settled, mediansChanged };
}

async function packetsOf(db: Db, devices: readonly StandingDevice[], from: Date, until: Date) {
  const found = new Map<number, Packet[]>();
  const deviceIds = devices.map(({ id }) => id);
  for await (const rows of readPackets(db, { deviceIds, from, until }))
    for (const row of rows) {
      const own = found.get(row.deviceId);
      if (own) own.push(row);
      else found.set(row.deviceId, [row]);
    }
  return found;
}

/** Findings as rows; that nobody is near enough to compare is not kept, it is seen from the places. */
export function marksFrom(
  { marks, notices }: Pick<Findings, 'marks' | 'notices'>,
  devices: readonly StandingDevice[],
  day: CalendarDate,
): NewMark[] {
  const channelNo = channelNumbers(devices);
  const told = notices.filter(({ says }) => says === 'local-peak').map((one) => ({ ...one, state: 'told' as const }));
  return [...marks, ...told].map((mark) => ({
    device_id: Number(mark.sensor),
    channel_no: channelNo(Number(mark.sensor), mark.channel),
    from_at: new Date(mark.from),
    until_at: new Date(mark.until),
    test: mark.test,
    edition: mark.edition,
    state: mark.state,
    evidence: mark.evidence,
    day,
  }));
}

function channelNumbers(devices: readonly StandingDevice[]) {
  const byDevice = new Map(devices.map((device) => [device.id, device]));
  return (deviceId: number, code: string): number =>
    byDevice.get(deviceId)!.channels.find(({ pollutant, statistic }) => pollutant === code && statistic === 'value')!
      .no;
}

function mediansFrom({ hourly }: Findings, devices: readonly StandingDevice[]): DeviceMedians[] {
  return devices.flatMap((device) => {
    const own = hourly.get(String(device.id));
    if (!own) return [];
    const medians = Array.from({ length: 24 }, (_, h) =>
      device.channels.map(({ pollutant, statistic }) => {
        const v = statistic === 'value' && pollutant !== null ? own[pollutant]?.[MARGIN_HOURS + h] : undefined;
        return v === undefined || Number.isNaN(v) ? null : Math.fround(v);
      }),
    );
    return [{ deviceId: device.id, medians }];
  });
}
