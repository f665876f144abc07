import { sql } from 'kysely';
import { loadedUnits, streetAt, streetShapes } from '#engines/district';
import type { Db } from '#platform/store';
import { applyModel } from './channels/apply.ts';
import type { DeviceEntry } from './device-file.ts';
import { moveRegister, tables } from './store.ts';

const SYSTEM = 'system';

/**
 * Puts the devices of the district's files into the register, admitted. One that a person has edited stays as it is; one
 * that waits in probation under the code or an identity of the file is that device. Unchanged files cost one query each.
 * @returns how many were new or changed
 */
export async function storeDeviceFiles(db: Db, districtCode: string, entries: readonly DeviceEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const shapes = await streetShapes(db, districtCode);
  const units = new Set((await loadedUnits(db, districtCode)).map(({ id }) => id));
  const models = new Set((await tables(db).selectFrom('device_model').select('id').execute()).map(({ id }) => id));
  return db.transaction().execute(async (tx) => {
    const changed: number[] = [];
    for (const entry of entries) {
      const [lon, lat] = [entry.lon ?? null, entry.lat ?? null];
      const street = entry.street ?? (lon !== null && lat !== null ? streetAt(shapes, lon, lat) : null);
      const [unit, owner] = entry.owner && units.has(entry.owner) ? [entry.owner, null] : [null, entry.owner ?? null];
      const model = entry.model && models.has(entry.model) ? entry.model : null;
      const settings = JSON.stringify(entry.settings ?? {});
      const { rows } = await sql<{ id: number }>`
        insert into device as d (code, kind, name, name_en, model_id, street_code, lon, lat, site, unit_id, owner, purpose, settings,
          simulated, state, from_file, admitted_at)
        values (${entry.code}, ${entry.kind}, ${entry.name.zh}, ${entry.name.en}, ${model}, ${street}, ${lon}, ${lat},
          ${entry.site ?? null}, ${unit}, ${owner}, ${entry.purpose}, ${settings}, ${entry.simulated}, 'admitted', ${entry.file}, now())
        on conflict (code) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
          model_id = excluded.model_id, street_code = excluded.street_code, lon = excluded.lon, lat = excluded.lat,
          site = excluded.site, unit_id = excluded.unit_id, owner = excluded.owner, purpose = excluded.purpose,
          settings = excluded.settings, simulated = excluded.simulated, from_file = excluded.from_file, changed_at = now(),
          state = case when d.state = 'probation' then 'admitted' else d.state end,
          admitted_at = coalesce(d.admitted_at, now())
        where d.edited_at is null and (d.from_file is not null or d.state = 'probation') and
          (d.kind, d.name, d.name_en, d.model_id, d.street_code, d.lon, d.lat, d.site, d.unit_id, d.owner, d.purpose, d.settings,
            d.simulated, d.from_file) is distinct from
          (excluded.kind, excluded.name, excluded.name_en, excluded.model_id, excluded.street_code, excluded.lon, excluded.lat,
            excluded.site, excluded.unit_id, excluded.owner, excluded.purpose, excluded.settings, excluded.simulated, excluded.from_file)
        returning id`.execute(tx);
      const id = rows[0]?.id;
      if (id === undefined) continue;
      changed.push(id);
      await takeIdentities(tx, id, entry.identities);
    }
    if (changed.length === 0) return 0;
    await applyModel(tx, changed);
    await sql`insert into device_state_change (device_id, to_state, reason, by_name)
      select id, 'admitted', from_file, ${SYSTEM} from device d where id = any(${changed}::int[])
      and not exists (select 1 from device_state_change c where c.device_id = d.id)`.execute(tx);
    await moveRegister(tx);
    return changed.length;
  });
}

/** An identity that another device in use has stays there; one that only knocks under it gives way. */
async function takeIdentities(tx: Db, id: number, identities: DeviceEntry['identities']): Promise<void> {
  for (const { protocol, identity } of identities)
    await sql`insert into device_identity as i (protocol, identity, device_id) values (${protocol}, ${identity}, ${id})
      on conflict (protocol, identity) do update set device_id = excluded.device_id
      where exists (select 1 from device d where d.id = i.device_id and d.state = 'probation')`.execute(tx);
}
