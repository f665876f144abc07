import { type StandingDevice, standingDevices } from '#engines/devices';
import { readPackets } from '#engines/observations';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { finestOf, type Packet, placesOf, seriesOf } from '../reconcile/network.ts';
import type { MarkCurve } from '../wire.ts';
import { reviewsOf } from './history.ts';
import { markById, marksOfDevice } from './list.ts';

const HOUR = 3_600_000;
/** as the tests: who counts as a neighbour */
const NEAR_METRES = 1500;
const MOST_NEIGHBOURS = 6;
/** hours shown around a mark, and at most in all */
const AROUND_HOURS = 12;
const MOST_HOURS = 96;
/** the quantity that tells spraying from other falls */
const HUMIDITY = 'RH';

/** A mark with what was measured around it: the channel itself, its neighbours, all marks of the device then, and its reviews. */
export async function markCurve(db: Db, id: number, me: string | null): Promise<MarkCurve> {
  const mark = await markById(db, id, me);
  if (!mark)
    throw new Refusal('not_found', {
      zh: '没有这条标记：补传数据后重新检验时可能已被更新，请回到列表。',
      en: 'There is no such mark: late data may have been tested again. Go back to the list.',
    });
  const begin = Math.floor(Date.parse(mark.from) / HOUR) * HOUR - AROUND_HOURS * HOUR;
  const wanted = Math.ceil((Date.parse(mark.until) - begin) / HOUR) + AROUND_HOURS;
  const hours = Math.min(MOST_HOURS, wanted);
  const devices = await standingDevices(db);
  const own = devices.find((one) => one.id === mark.device.id);
  const code = mark.channel.pollutant;
  const near = own && code ? neighboursOf(own, devices, code) : [];
  const shown = own ? [{ device: own, metres: 0 }, ...near] : [];
  const packets = new Map<number, Packet[]>();
  const period = { from: new Date(begin), until: new Date(begin + hours * HOUR) };
  for await (const rows of readPackets(db, { deviceIds: shown.map(({ device }) => device.id), ...period }))
    for (const row of rows) packets.set(row.deviceId, [...(packets.get(row.deviceId) ?? []), row]);
  const finest = new Map(shown.map(({ device }) => [device.id, finestOf(packets.get(device.id) ?? [])]));
  const stepMinutes = own && finest.get(own.id)!.hourly ? 60 : 5;
  const lineOf = (device: StandingDevice, of: string) => {
    const { values } = seriesOf(device, finest.get(device.id)!, begin, stepMinutes, (hours * 60) / stepMinutes);
    return Array.from(values[of] ?? [], (v) => (Number.isNaN(v) ? null : Math.round(v * 1000) / 1000));
  };
  return {
    mark,
    from: new Date(begin).toISOString(),
    stepMinutes,
    cut: hours < wanted,
    values: own && code ? lineOf(own, code) : [],
    humidity: own && mark.test === 'interference' ? lineOf(own, HUMIDITY) : null,
    neighbours: near.map(({ device, metres }) => ({
      id: device.id,
      code: device.code,
      name: device.name,
      metres: Math.round(metres),
      values: code ? lineOf(device, code) : [],
    })),
    checked: near.length >= 3,
    marks: await marksOfDevice(db, mark.device.id, period.from, period.until, me),
    reviews: await reviewsOf(db, id),
  };
}

function neighboursOf(own: StandingDevice, devices: readonly StandingDevice[], code: string) {
  const places = placesOf(devices);
  const at = places[devices.indexOf(own)]!;
  return devices
    .map((device, i) => ({ device, metres: Math.hypot(places[i]!.x - at.x, places[i]!.y - at.y) }))
    .filter(
      ({ device, metres }) =>
        device.id !== own.id &&
        metres <= NEAR_METRES &&
        device.channels.some(({ pollutant, statistic }) => pollutant === code && statistic === 'value'),
    )
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST_NEIGHBOURS);
}
