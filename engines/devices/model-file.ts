import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/store';
import { readDistrictFile, wrongInFile } from './district-file.ts';
import { DEVICE_KINDS, type DeviceKind } from './kinds.table.ts';
import { type DeviceModel, modelSettings, PROTOCOLS } from './model.ts';
import { moveRegister } from './store.ts';

const FILE = 'device-models.yaml';

const file = z.strictObject({
  models: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab case'),
      title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
      maker: z.string().nullable().default(null),
      kind: z.enum(Object.keys(DEVICE_KINDS) as [DeviceKind, ...DeviceKind[]]),
      protocol: z.enum(PROTOCOLS),
      settings: modelSettings,
    }),
  ),
});

/**
 * The models of a district's devices, from `device-models.yaml` in its folder; none when it has no such file.
 * @throws Refusal district_invalid: file, place and what is expected there
 */
export async function readDeviceModels(districtPath: string): Promise<DeviceModel[]> {
  const models = (await readDistrictFile(districtPath, FILE, file))?.models ?? [];
  const ids = models.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw wrongInFile(FILE, 'models', `${twice} stands twice`);
  return models;
}

/** Puts the district's models into the register; a model that a person has written stays as it is. */
export async function storeDeviceModels(db: Db, models: readonly DeviceModel[]): Promise<void> {
  let changed = 0;
  for (const { id, title, maker, kind, protocol, settings } of models) {
    const { numAffectedRows } = await sql`
      insert into device_model as m (id, title, maker, kind, protocol, settings, origin)
      values (${id}, ${JSON.stringify(title)}, ${maker}, ${kind}, ${protocol}, ${JSON.stringify(settings)}, 'district')
      on conflict (id) do update set title = excluded.title, maker = excluded.maker, kind = excluded.kind,
        protocol = excluded.protocol, settings = excluded.settings, updated_at = now()
      where m.origin = 'district' and (m.title, m.maker, m.kind, m.protocol, m.settings) is distinct from
        (excluded.title, excluded.maker, excluded.kind, excluded.protocol, excluded.settings)`.execute(db);
    changed += Number(numAffectedRows ?? 0);
  }
  if (changed > 0) await moveRegister(db);
}
