import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type DeviceModel, modelSettings, type Protocol } from '../model.ts';
import { tables } from '../store.ts';

export type KnownModel = DeviceModel & {
  origin: 'district' | 'person';
  /** devices of it that are not retired */
  devices: number;
  updatedAt: Date;
  updatedBy: string | null;
};

/** All models by protocol and id, each with how many devices it has. */
export async function listModels(db: Db): Promise<KnownModel[]> {
  const { rows } = await sql<ModelRow & { n: number }>`select m.*, (select count(*)::int from device d
    where d.model_id = m.id and d.state <> 'retired') as n from device_model m order by m.protocol, m.id`.execute(db);
  return rows.map((row) => ({ ...shape(row), devices: row.n }));
}

export async function modelById(db: Db, id: string): Promise<DeviceModel | undefined> {
  const row = await tables(db).selectFrom('device_model').where('id', '=', id).selectAll().executeTakeFirst();
  return row && shape(row);
}

type ModelRow = {
  id: string;
  title: DeviceModel['title'];
  maker: string | null;
  kind: string;
  protocol: string;
  settings: unknown;
  origin: 'district' | 'person';
  updated_at: Date;
  updated_by_name: string | null;
};

const shape = (row: ModelRow) => ({
  id: row.id,
  title: row.title,
  maker: row.maker,
  kind: row.kind,
  protocol: row.protocol as Protocol,
  settings: modelSettings.parse(row.settings),
  origin: row.origin,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by_name,
});

export const noSuchModel = (id: string) =>
  new Refusal(
    'not_found',
    { zh: '没有这个型号，请从型号列表中选择。', en: 'There is no such model; choose one of the list.' },
    { id },
  );
