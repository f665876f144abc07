import { type RawBuilder, sql } from 'kysely';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { applyModel } from '../channels/apply.ts';
import type { By, DeviceDeps } from '../deps.ts';
import { moveRegister, tables } from '../store.ts';
import { checkedFields, type Known, knownOf, noSuchDevice } from './checks.ts';
import type { DeviceFields, IdentityField, NewDevice } from './fields.ts';
import { noteState } from './states.ts';

/** Which column a field stands in. */
const COLUMNS = {
  name: 'name',
  nameEn: 'name_en',
  kind: 'kind',
  modelId: 'model_id',
  lon: 'lon',
  lat: 'lat',
  streetCode: 'street_code',
  site: 'site',
  unitId: 'unit_id',
  owner: 'owner',
  purpose: 'purpose',
  settings: 'settings',
  simulated: 'simulated',
} as const satisfies Record<keyof DeviceFields, string>;

/** @returns the id. @throws Refusal already_exists (code, identity), value_out_of_range */
export async function createDevice(
  { db, districtCode, others }: DeviceDeps,
  by: By,
  given: NewDevice,
): Promise<number> {
  const known = await knownOf(db, districtCode, others.measures);
  const { code, identities, ...rest } = given;
  const fields = checkedFields(rest, known);
  return db.transaction().execute(async (tx) => {
    const id = await insertDevice(tx, code, fields);
    await setIdentities(tx, id, identities);
    await noteState(tx, by, id, null, 'admitted', null);
    await record(tx, by, { action: 'device.create', subjectKind: 'device', subjectId: code, after: given });
    await moveRegister(tx);
    return id;
  });
}

/** A row in the register, admitted, said by a person. @throws Refusal already_exists */
export async function insertDevice(
  tx: Db,
  code: string,
  fields: Partial<DeviceFields> & { kind: string },
): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into device (code, kind, admitted_at) values (${code}, ${fields.kind}, now())
    on conflict (code) do nothing returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined)
    throw new Refusal('already_exists', {
      zh: `编号“${code}”已有设备使用，请改用别的编号。`,
      en: `There is a device with the code “${code}” already; choose another code.`,
    });
  await writeFields(tx, id, fields);
  return id;
}

/**
 * Changes what is said of a device. Another model maps the channels that no person has mapped.
 * @throws Refusal not_found, value_out_of_range
 */
export async function editDevice(deps: DeviceDeps, by: By, id: number, given: Partial<DeviceFields>): Promise<void> {
  const known = await knownOf(deps.db, deps.districtCode, deps.others.measures);
  await deps.db.transaction().execute((tx) => editWithin(tx, deps, by, id, given, known));
}

/** The same in the caller's transaction. */
export async function editWithin(
  tx: Db,
  { others }: DeviceDeps,
  by: By,
  id: number,
  given: Partial<DeviceFields>,
  known: Known,
): Promise<void> {
  const before = await fieldsOf(tx, id);
  // a place is checked whole, whichever half of it is sent; another place has another street unless one is named
  const moved = 'lon' in given || 'lat' in given || 'streetCode' in given;
  const whole = moved ? { lon: before.lon, lat: before.lat, streetCode: null, ...given } : given;
  const after = checkedFields(whole, known);
  await writeFields(tx, id, after);
  await sql`update device set changed_at = now(), edited_at = now(), edited_by_name = ${by.name} where id = ${id}`.execute(
    tx,
  );
  if ((after.modelId !== undefined && after.modelId !== before.modelId) || after.settings !== undefined) {
    const changed = await applyModel(tx, [id]);
    if (changed.length) await others.meaningChanged(tx, changed);
  }
  await record(tx, by, {
    action: 'device.edit',
    subjectKind: 'device',
    subjectId: before.code,
    before: Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof DeviceFields]])),
    after,
  });
  await moveRegister(tx);
}

/** Replaces what a device goes by on its links. @throws Refusal not_found, already_exists (another device has it) */
export async function editIdentities({ db }: DeviceDeps, by: By, id: number, identities: readonly IdentityField[]) {
  await db.transaction().execute(async (tx) => {
    const { code } = await fieldsOf(tx, id);
    const before = await tables(tx)
      .deleteFrom('device_identity')
      .where('device_id', '=', id)
      .returning(['protocol', 'identity'])
      .execute();
    await setIdentities(tx, id, identities);
    await record(tx, by, {
      action: 'device.identities',
      subjectKind: 'device',
      subjectId: code,
      before,
      after: identities,
    });
    await moveRegister(tx);
  });
}

export async function setIdentities(tx: Db, id: number, identities: readonly IdentityField[]): Promise<void> {
  for (const { protocol, identity } of identities) {
    const { rows } = await sql<{ code: string }>`
      with added as (insert into device_identity (protocol, identity, device_id) values (${protocol}, ${identity}, ${id})
        on conflict do nothing returning 1)
      select d.code from device_identity i join device d on d.id = i.device_id
      where i.protocol = ${protocol} and i.identity = ${identity} and d.id <> ${id}`.execute(tx);
    if (rows[0])
      throw new Refusal('already_exists', {
        zh: `标识“${identity}”（${protocol}）已属于设备“${rows[0].code}”；如果是同一台，请用“合并”。`,
        en: `“${identity}” (${protocol}) belongs to the device “${rows[0].code}”; merge them if they are one.`,
      });
  }
}

/** Sets or takes away what a device has to say to be believed; it is never told again, nor written into any log. */
export async function editSecrets(
  { db }: DeviceDeps,
  by: By,
  id: number,
  given: { password?: string | null; sm4Key?: string | null },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { code } = await fieldsOf(tx, id);
    const columns = [
      ...('password' in given ? [['password', given.password ?? null] as const] : []),
      ...('sm4Key' in given ? [['sm4_key', given.sm4Key ?? null] as const] : []),
    ];
    await sql`insert into device_secret (device_id) values (${id}) on conflict do nothing`.execute(tx);
    for (const [column, value] of columns)
      await sql`update device_secret set ${sql.ref(column)} = ${value} where device_id = ${id}`.execute(tx);
    await record(tx, by, {
      action: 'device.secrets',
      subjectKind: 'device',
      subjectId: code,
      after: Object.fromEntries(columns.map(([column, value]) => [`${column}_set`, value !== null])),
    });
    await moveRegister(tx);
  });
}

async function writeFields(tx: Db, id: number, fields: Partial<DeviceFields>): Promise<void> {
  const sets: RawBuilder<unknown>[] = [];
  for (const [key, column] of Object.entries(COLUMNS) as [keyof DeviceFields, string][]) {
    if (!(key in fields) || fields[key] === undefined) continue;
    const value = key === 'settings' ? JSON.stringify(fields.settings) : fields[key];
    sets.push(sql`${sql.ref(column)} = ${value}`);
  }
  if (sets.length) await sql`update device set ${sql.join(sets)} where id = ${id}`.execute(tx);
}

/** What is said of a device now; its row is held until the transaction ends. @throws Refusal not_found */
async function fieldsOf(tx: Db, id: number): Promise<DeviceFields & { code: string }> {
  const row = await tables(tx).selectFrom('device').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
  if (!row) throw noSuchDevice(id);
  const fields = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, column]) => [key, row[column as keyof typeof row]]),
  );
  return { code: row.code, ...(fields as DeviceFields) };
}
