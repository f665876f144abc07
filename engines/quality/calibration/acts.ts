import { sql } from 'kysely';
import { touchHours } from '#engines/observations';
import { calibrate, LEAST } from '#methods/calibration';
import { record } from '#platform/audit';
import { addDays, type CalendarDate, startOfDay } from '#platform/clock';
import type { Actor } from '#platform/permissions';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type Beside, samplesBeside } from './samples.ts';
import { calibrationById, nextVersion, tables } from './store.ts';

const NONE: Record<'too-few-samples' | 'too-few-weeks' | 'no-variation', Sentence> = {
  'too-few-samples': {
    zh: `比对时段内两台设备同时有效的小时不足${LEAST.samples.value}个，请延长比对时段。`,
    en: `Both devices have fewer than ${LEAST.samples.value} valid hours in common; take a longer time.`,
  },
  'too-few-weeks': {
    zh: `比对数据不足${LEAST.weeks.value}个自然周，无法按周留出检验，请延长比对时段。`,
    en: `The hours lie in fewer than ${LEAST.weeks.value} weeks, so that no week can be held out; take a longer time.`,
  },
  'no-variation': {
    zh: '设备读数没有变化，无法建立校准模型，请检查设备。',
    en: 'The readings do not vary, no model can be fitted; look after the device.',
  },
};

/**
 * Fits the ladder of models and keeps the one that did best on data left out, as a draft: it changes nothing.
 * @throws Refusal not_found, value_out_of_range, period_has_no_data
 */
export async function draftCalibration(
  db: Db,
  actor: Actor,
  { device: code, pollutant, beside }: { device: string; pollutant: string; beside: readonly Beside[] },
): Promise<string> {
  const { device, channel, samples, reference } = await samplesBeside(db, code, pollutant, beside);
  const { chosen, ladder, reason } = calibrate(samples);
  if (reason !== null) throw new Refusal('period_has_no_data', NONE[reason], { device: code, samples: samples.length });
  const days = beside.flatMap(({ first, last }) => [first, last]).sort();
  return db.transaction().execute(async (tx) => {
    const version = await nextVersion(tx, device.id, channel.no);
    const json = (value: unknown) => JSON.stringify(value) as never;
    const { id } = await tables(tx)
      .insertInto('qc_calibration')
      .values({
        device_id: device.id,
        channel_no: channel.no,
        version,
        model: chosen.model,
        coefficients: json(chosen.coefficients),
        training: json(chosen.range),
        samples: chosen.samples,
        weeks: chosen.weeks,
        sites: chosen.sites,
        held_out: json(chosen.heldOut),
        ladder: json(ladder.map(({ model, heldOut }) => ({ model, heldOut }))),
        reference_device_id: reference.id,
        trained_first: days[0]!,
        trained_last: days.at(-1)!,
        made_by: actor.accountId,
        made_by_name: actor.name,
        valid_from: null,
        valid_until: null,
        decided_at: null,
        decided_by: null,
        decided_by_name: null,
        reason: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record(tx, actor, {
      action: 'calibration.draft',
      subjectKind: 'calibration',
      subjectId: id,
      after: { device: code, pollutant, version, model: chosen.model, coefficients: chosen.coefficients, beside },
    });
    return id;
  });
}

/**
 * A second person lets a calibration hold from a day on; hours of that time are computed again with it.
 * @throws Refusal not_found, not_in_this_state, no_permission (the person's own draft), value_out_of_range
 */
export async function admitCalibration(
  db: Db,
  actor: Actor,
  id: string,
  given: { validFrom: CalendarDate; validUntil: CalendarDate | null; reason: string },
  today: CalendarDate,
): Promise<void> {
  if (given.validUntil !== null && given.validUntil < given.validFrom)
    throw new Refusal('value_out_of_range', {
      zh: '有效期的截止日期不能早于开始日期。',
      en: 'A validity cannot end before it begins.',
    });
  await db.transaction().execute(async (tx) => {
    const row = await calibrationById(tx, id);
    if (!row) throw gone();
    if (row.state !== 'draft')
      throw new Refusal('not_in_this_state', {
        zh: '只有“草稿”状态的校准模型可以启用。',
        en: 'Only a draft can be admitted.',
      });
    if (row.made_by !== null && row.made_by === actor.accountId)
      throw new Refusal('no_permission', {
        zh: '校准模型的建立与启用须由两人完成：这个模型由您本人建立，请由另一位有复核权限的人员启用。',
        en: 'Making and admitting a calibration take two persons: this one is your own. Ask another person who may audit.',
      });
    await decide(tx, id, actor, { state: 'admitted', ...given });
    await touchPeriod(tx, row.device_id, given.validFrom, given.validUntil, today);
    await record(tx, actor, {
      action: 'calibration.admit',
      subjectKind: 'calibration',
      subjectId: id,
      before: { state: row.state },
      after: { state: 'admitted', version: row.version, ...given },
    });
  });
}

/** Takes a calibration back, with a reason. @throws Refusal not_found, not_in_this_state */
export async function withdrawCalibration(
  db: Db,
  actor: Actor,
  id: string,
  reason: string,
  today: CalendarDate,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await calibrationById(tx, id);
    if (!row) throw gone();
    if (row.state === 'withdrawn')
      throw new Refusal('not_in_this_state', {
        zh: '这个校准模型已经停用。',
        en: 'This calibration is withdrawn already.',
      });
    await decide(tx, id, actor, {
      state: 'withdrawn',
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      reason,
    });
    if (row.valid_from !== null) await touchPeriod(tx, row.device_id, row.valid_from, row.valid_until, today);
    await record(tx, actor, {
      action: 'calibration.withdraw',
      subjectKind: 'calibration',
      subjectId: id,
      before: { state: row.state, validFrom: row.valid_from, validUntil: row.valid_until },
      after: { state: 'withdrawn', reason },
    });
  });
}

async function decide(
  tx: Db,
  id: string,
  actor: Actor,
  to: { state: 'admitted' | 'withdrawn'; validFrom: string | null; validUntil: string | null; reason: string },
): Promise<void> {
  await tables(tx)
    .updateTable('qc_calibration')
    .set({
      state: to.state,
      valid_from: to.validFrom,
      valid_until: to.validUntil,
      reason: to.reason,
      decided_at: sql`now()`,
      decided_by: actor.accountId,
      decided_by_name: actor.name,
    })
    .where('id', '=', id)
    .execute();
}

/** Hours of a device over the validity, as far as there are any, are to be computed again. */
async function touchPeriod(
  tx: Db,
  deviceId: number,
  first: CalendarDate,
  last: CalendarDate | null,
  today: CalendarDate,
): Promise<void> {
  const until = last !== null && last < today ? last : today;
  await touchHours(tx, [deviceId], startOfDay(first), startOfDay(addDays(until, 1)));
}

const gone = () =>
  new Refusal('not_found', {
    zh: '没有这个校准模型，请刷新列表。',
    en: 'There is no such calibration; load the list again.',
  });
