import { sql } from 'kysely';
import {
  DEVICE_KINDS,
  followWindows,
  isDeviceKind,
  type WatchedDevice,
  watchedDevices,
  writeHealth,
} from '#engines/devices';
import { loadedDistrict, streetShapes } from '#engines/district';
import { keptSince, linksOf } from '#engines/gateway';
import { type MarksOf, newestPackets } from '#engines/observations';
import { dateOf } from '#platform/clock';
import type { Db, Store } from '#platform/store';
import { isPollutant, printedName } from '#standards/pollutants';
import { followAlarms } from './alarms/follow.ts';
import type { Common, Stopped } from './alarms/outage.ts';
import { openAlarms, writeAlarms } from './alarms/store.ts';
import type { Facts, Seen } from './judge/facts.types.ts';
import { judge } from './judge/judge.ts';
import type { Thresholds } from './judge/thresholds.table.ts';
import { thresholdsOn } from './judge/thresholds.ts';
import { noteLook, setThresholds, writeEpisodes } from './store.ts';

export type LookDeps = Pick<Store, 'db' | 'pool'> & { districtCode: string; marksOf: MarksOf };
export type LookDone = { devices: number; states: Record<string, number>; alarms: number; outages: number };

/**
 * Looks at every device once: judges it, keeps how it was found and since when, opens and closes alarms. Idempotent; two
 * looks at once wait for each other.
 */
export async function lookAtDevices(deps: LookDeps, now: Date): Promise<LookDone> {
  const { db, districtCode } = deps;
  const keptOut = await keptOutOf(deps, thresholdsOn(dateOf(now), await setThresholds(db)).qualityHours, now);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7301216)`.execute(tx);
    await followWindows(tx, now);
    const thresholds = thresholdsOn(dateOf(now), await setThresholds(tx));
    const watchedSince = await noteLook(tx, now);
    const facts = await factsOf(tx, thresholds, now, keptOut);
    const judged = facts.map((one) => ({ facts: one, verdict: judge(one, thresholds, now.getTime(), watchedSince) }));
    const there = await writeHealth(
      tx,
      judged.map(({ verdict }) => verdict),
      now,
    );
    const found = judged.filter(({ verdict }) => there.has(verdict.deviceId));
    const verdicts = found.map(({ verdict }) => verdict);
    await writeEpisodes(tx, verdicts, now);
    const changes = followAlarms(
      found.map(({ facts: one, verdict }) => ({ verdict, stopped: stoppedOf(one, verdict.look) })),
      await openAlarms(tx),
      thresholds,
      now.getTime(),
      await namesOf(tx, districtCode),
    );
    await writeAlarms(tx, changes, now);
    const states: Record<string, number> = {};
    for (const { state } of verdicts) states[state] = (states[state] ?? 0) + 1;
    const opened = (what: string) => changes.filter((change) => change.do === what).length;
    return { devices: verdicts.length, states, alarms: opened('open'), outages: opened('open-outage') };
  });
}

/** All that judging needs, for every watched device, by four queries. */
async function factsOf(tx: Db, thresholds: Thresholds, now: Date, keptOut: KeptOut): Promise<Facts[]> {
  const devices = await watchedDevices(tx);
  const links = new Map((await linksOf(tx)).map((link) => [link.deviceId, link]));
  const newest = await newestPackets(tx);
  const kept = await keptSince(tx, new Date(now.getTime() - thresholds.faultWindowMinutes * 60_000));
  return devices.map((device) => {
    const link = links.get(device.id);
    return {
      id: device.id,
      code: device.code,
      kind: isDeviceKind(device.kind) ? device.kind : 'other',
      streetCode: device.streetCode,
      state: device.state,
      stateReason: device.stateReason,
      admittedAt: device.admittedAt.getTime(),
      settings: device.settings,
      commands: device.protocols.includes('hj-212'),
      channels: channelNames(device),
      link: link
        ? {
            gateway: link.gateway,
            connected: link.disconnectedAt === null,
            lastHeardAt: link.lastHeardAt.getTime(),
            clockOffsetS: link.clockOffsetS,
            disconnectedAt: link.disconnectedAt?.getTime() ?? null,
            disconnectReason: link.disconnectReason,
            deviations: link.deviations,
          }
        : null,
      newest: (newest.get(device.id) ?? []).map((packet) => ({
        spanMinutes: packet.spanMinutes,
        at: packet.at.getTime(),
        receivedAt: packet.receivedAt.getTime(),
        flags: packet.flags,
      })),
      kept: kept.get(device.id) ?? {},
      keptOut: keptOut.get(device.id) ?? {},
      before: device.before && {
        state: device.before.state,
        cause: device.before.cause,
        since: device.before.since.getTime(),
        seen: device.before.seen as Seen,
      },
    };
  });
}

type KeptOut = ReadonlyMap<number, Facts['keptOut']>;

/** What share of the last hours quality control keeps out, by device and place. */
async function keptOutOf({ db, pool, marksOf }: LookDeps, hours: number, now: Date): Promise<KeptOut> {
  const from = now.getTime() - hours * 3_600_000;
  const ids = (await watchedDevices(db)).map(({ id }) => id);
  const client = await pool.connect();
  try {
    const marks = await marksOf(client, ids, new Date(from), now);
    const found = new Map<number, Record<number, number>>();
    const told = new Map<string, number>();
    // in the order of device, channel and time: what several tests say of one moment counts once
    for (const mark of marks) {
      const key = `${mark.deviceId}|${mark.channel}`;
      const begins = Math.max(mark.from, from, told.get(key) ?? 0);
      const length = Math.min(mark.until, now.getTime()) - begins;
      if (length <= 0) continue;
      told.set(key, mark.until);
      const of = found.get(mark.deviceId) ?? {};
      of[mark.channel - 1] = (of[mark.channel - 1] ?? 0) + length / (hours * 3_600_000);
      found.set(mark.deviceId, of);
    }
    return found;
  } finally {
    client.release();
  }
}

const channelNames = ({ channels }: WatchedDevice) =>
  channels.map(({ pollutant, factor }, place) =>
    pollutant && isPollutant(pollutant) ? printedName(pollutant) : (factor ?? `#${place + 1}`),
  );

/** Nothing of what is not admitted, in maintenance, or has never sent: that is no outage. */
function stoppedOf(facts: Facts, look: { valuesAt: number | null; late: boolean; age: number }): Stopped | null {
  if (facts.state !== 'admitted' || look.valuesAt === null) return null;
  return {
    id: facts.id,
    kind: facts.kind,
    streetCode: facts.streetCode,
    gateway: facts.link?.gateway ?? null,
    valuesAt: look.valuesAt,
    late: look.late,
    age: look.age,
  };
}

async function namesOf(tx: Db, districtCode: string) {
  const district = await loadedDistrict(tx, districtCode);
  const streets = new Map((await streetShapes(tx, districtCode)).map((s) => [s.code, { zh: s.nameZh, en: s.nameEn }]));
  const names: Record<Common, (of: string) => { zh: string; en: string }> = {
    all: () => ({ zh: district.name_zh, en: district.name_en }),
    gateway: (of) => ({ zh: of, en: of }),
    kind: (of) => (isDeviceKind(of) ? DEVICE_KINDS[of] : { zh: of, en: of }),
    street: (of) => streets.get(of) ?? { zh: of, en: of },
  };
  return (common: Common, of: string) => names[common](of);
}
