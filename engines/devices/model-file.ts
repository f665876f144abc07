import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type DeviceModel, modelSettings, PROTOCOLS } from './model.ts';
import { moveRegister } from './store.ts';

const FILE = 'device-models.yaml';

const file = z.strictObject({
  models: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab case'),
      title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
      maker: z.string().nullable().default(null),
      kind: z.string().min(1),
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
  const path = join(districtPath, FILE);
  if (!existsSync(path)) return [];
  const wrong = (where: string, what: string) =>
    new Refusal('district_invalid', {
      zh: `${path} 的 ${where || '开头'} 不对：${what}。请改正后重新启动。`,
      en: `${path}: ${where || 'the beginning'} is not right: ${what}. Correct it and start again.`,
    });
  let raw: unknown;
  try {
    raw = parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw wrong('', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const parsed = file.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw wrong(issue.path.join('.'), issue.message);
  }
  const ids = parsed.data.models.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw wrong('models', `${twice} stands twice`);
  return parsed.data.models;
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
