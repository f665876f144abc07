import type { Generated } from 'kysely';
import { sql } from 'kysely';
import { type Calibration, type HeldOut, MODELS, type ModelId } from '#methods/calibration';
import type { Db } from '#platform/store';
import type { CalibrationVersion } from '../wire.ts';

type CalibrationTables = {
  qc_calibration: {
    id: Generated<string>;
    device_id: number;
    channel_no: number;
    version: number;
    model: ModelId;
    coefficients: Record<string, number>;
    training: Calibration['range'];
    samples: number;
    weeks: number;
    sites: number;
    held_out: HeldOut[];
    ladder: { model: ModelId; heldOut: HeldOut[] }[];
    reference_device_id: number;
    trained_first: string;
    trained_last: string;
    made_at: Generated<Date>;
    made_by: string | null;
    made_by_name: string;
    state: Generated<'draft' | 'admitted' | 'withdrawn'>;
    valid_from: string | null;
    valid_until: string | null;
    decided_at: Date | null;
    decided_by: string | null;
    decided_by_name: string | null;
    reason: string | null;
  };
};
export const tables = (db: Db) => db.withTables<CalibrationTables>();

export type CalibrationRow = {
  id: string;
  device_id: number;
  channel_no: number;
  version: number;
  state: 'draft' | 'admitted' | 'withdrawn';
  made_by: string | null;
  valid_from: string | null;
  valid_until: string | null;
};

export const calibrationById = (db: Db, id: string): Promise<CalibrationRow | undefined> =>
  tables(db)
    .selectFrom('qc_calibration')
    .where('id', '=', id)
    .select(['id', 'device_id', 'channel_no', 'version', 'state', 'made_by'])
    .select([
      sql<string | null>`valid_from::text`.as('valid_from'),
      sql<string | null>`valid_until::text`.as('valid_until'),
    ])
    .forUpdate()
    .executeTakeFirst();

/** The next version of a channel; the caller's transaction keeps others from taking the same number. */
export async function nextVersion(db: Db, deviceId: number, channelNo: number): Promise<number> {
  await sql`select 1 from device where id = ${deviceId} for update`.execute(db);
  const { rows } = await sql<{ n: number }>`select coalesce(max(version), 0) + 1 as n from qc_calibration
    where device_id = ${deviceId} and channel_no = ${channelNo}`.execute(db);
  return rows[0]!.n;
}

/** Versions of one device, or of all that wait or hold, newest first. */
export async function listCalibrations(
  db: Db,
  device: string | undefined,
  me: string | null,
): Promise<CalibrationVersion[]> {
  const rows = await sql<
    Omit<CalibrationTables['qc_calibration'], 'id' | 'made_at' | 'state'> & {
      id: string;
      made_at: Date;
      state: CalibrationVersion['state'];
      code: string;
      name: string | null;
      street_code: string | null;
      simulated: boolean;
      pollutant: string | null;
      unit: string | null;
      reference_code: string;
      reference_name: string | null;
    }
  >`
    select q.id, q.device_id, q.channel_no, q.version, q.model, q.coefficients, q.training, q.samples, q.weeks, q.sites, q.held_out,
      q.ladder, q.trained_first::text, q.trained_last::text, q.made_at, q.made_by, q.made_by_name, q.state, q.valid_from::text,
      q.valid_until::text, q.decided_by_name, q.reason, d.code, d.name, d.street_code, d.simulated, c.pollutant, c.unit,
      r.code as reference_code, r.name as reference_name
    from qc_calibration q join device d on d.id = q.device_id join device r on r.id = q.reference_device_id
      left join channel c on c.device_id = q.device_id and c.no = q.channel_no
    where ${device === undefined ? sql`true` : sql`d.code = ${device}`}
    order by q.made_at desc limit 500`.execute(db);
  return rows.rows.map((row) => ({
    id: row.id,
    device: {
      id: row.device_id,
      code: row.code,
      name: row.name,
      streetCode: row.street_code,
      simulated: row.simulated,
    },
    channel: { no: row.channel_no, pollutant: row.pollutant, unit: row.unit },
    version: row.version,
    model: row.model,
    modelTitle: { zh: MODELS[row.model].zh, en: MODELS[row.model].en },
    formula: MODELS[row.model].formula,
    coefficients: row.coefficients,
    training: row.training,
    samples: row.samples,
    weeks: row.weeks,
    sites: row.sites,
    heldOut: row.held_out,
    ladder: row.ladder,
    reference: { code: row.reference_code, name: row.reference_name },
    trainedFirst: row.trained_first,
    trainedLast: row.trained_last,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by_name,
    state: row.state,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    decidedBy: row.decided_by_name,
    reason: row.reason,
    mine: me !== null && row.made_by === me,
  }));
}
