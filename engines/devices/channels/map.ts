import { sql } from 'kysely';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import { isPollutant, POLLUTANTS } from '#standards/pollutants';
import type { By, DeviceDeps } from '../deps.ts';
import { noSuchDevice, wrong } from '../inventory/checks.ts';
import { moveRegister, tables } from '../store.ts';
import { applyModel } from './apply.ts';
import { unitsOf } from './units.table.ts';

/** What a person says a channel is. Without a pollutant: a quantity that the catalogue does not have, in its unit. */
export type Meaning = { pollutant: string | null; unit: string };

/** @throws Refusal value_out_of_range: a unit that the quantity is never sent in */
export function checkMeaning({ pollutant, unit }: Meaning): void {
  if (pollutant === null) return;
  if (!isPollutant(pollutant))
    throw wrong(
      `目录中没有“${pollutant}”，请从列表中选择。`,
      `The catalogue has no “${pollutant}”: choose one of its list.`,
    );
  const units = unitsOf(pollutant);
  if (!units.includes(unit))
    throw wrong(
      `${POLLUTANTS[pollutant].zh}的单位应为 ${units.join('、')} 之一，请向厂家核实后选择。`,
      `${POLLUTANTS[pollutant].en} comes in ${units.join(', ')}: ask the maker which, and choose it.`,
    );
}

/**
 * A person says what a channel of one device is; the least and greatest of the same factor follow. `null` leaves the
 * channel to its model again.
 * @throws Refusal not_found, conflict (the device has this quantity on another channel), value_out_of_range
 */
export async function mapChannel(
  { db, others }: DeviceDeps,
  by: By,
  deviceId: number,
  no: number,
  meaning: Meaning | null,
): Promise<void> {
  if (meaning) checkMeaning(meaning);
  await db.transaction().execute(async (tx) => {
    const device = await tables(tx)
      .selectFrom('device')
      .where('id', '=', deviceId)
      .select('code')
      .forUpdate()
      .executeTakeFirst();
    if (!device) throw noSuchDevice(deviceId);
    const channels = await tables(tx).selectFrom('channel').where('device_id', '=', deviceId).selectAll().execute();
    const channel = channels.find((c) => c.no === no);
    if (!channel) throw noSuchChannel(no);
    const family =
      channel.factor === null
        ? [channel]
        : channels.filter(
            (c) => c.no === no || (c.factor === channel.factor && (c.statistic === 'min' || c.statistic === 'max')),
          );
    if (meaning) {
      const other = channels.find(
        (c) =>
          meaning.pollutant && c.pollutant === meaning.pollutant && c.statistic === channel.statistic && c.no !== no,
      );
      if (other)
        throw new Refusal('conflict', {
          zh: `这台设备的第 ${other.no} 通道（${other.factor ?? '导入'}）已是该量，请先改那一个。`,
          en: `Channel ${other.no} (${other.factor ?? 'imported'}) of this device is this quantity already: change that one first.`,
        });
      for (const { no: member, statistic } of family) {
        const clash = channels.some(
          (c) => meaning.pollutant && c.pollutant === meaning.pollutant && c.statistic === statistic && c.no !== member,
        );
        await sql`update channel set pollutant = ${clash ? null : meaning.pollutant}, unit = ${meaning.unit}, mapped_at = now(),
          mapped_by_name = ${by.name} where device_id = ${deviceId} and no = ${member}`.execute(tx);
      }
    } else {
      for (const { no: member } of family)
        await sql`update channel set mapped_by_name = null where device_id = ${deviceId} and no = ${member}`.execute(
          tx,
        );
      await applyModel(tx, [deviceId]);
    }
    await others.meaningChanged(tx, [deviceId]);
    await record(tx, by, {
      action: 'device.channel',
      subjectKind: 'device',
      subjectId: device.code,
      before: { no, factor: channel.factor, pollutant: channel.pollutant, unit: channel.unit },
      after: meaning ? { no, ...meaning } : { no, byModel: true },
    });
    await moveRegister(tx);
  });
}

const noSuchChannel = (no: number) =>
  new Refusal('not_found', { zh: '这台设备没有这个通道。', en: 'The device has no such channel.' }, { no });
