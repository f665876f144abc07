import { loadedUnits, streetShapes } from '#engines/district';
import type { Db } from '#platform/store';
import { deviceIdentities } from '../inventory/for-others.ts';
import { allDeviceRows, type ListFilter } from '../inventory/list.ts';
import { tables } from '../store.ts';
import type { SheetDevice, SheetNames } from './columns.table.ts';

/** Devices with their identities, as a sheet has them; all of them where no filter is given. */
export async function sheetDevices(db: Db, filter?: ListFilter): Promise<SheetDevice[]> {
  const rows = await allDeviceRows(db, filter ?? { state: ['probation', 'admitted', 'maintenance', 'retired'] });
  const identities = await deviceIdentities(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, identities: identities.get(row.id) ?? [] }));
}

export async function sheetNames(db: Db, districtCode: string): Promise<SheetNames> {
  const models = await tables(db).selectFrom('device_model').select(['id', 'title']).execute();
  return {
    models: new Map(models.map(({ id, title }) => [id, title.zh])),
    streets: new Map((await streetShapes(db, districtCode)).map(({ code, nameZh }) => [code, nameZh])),
    units: new Map((await loadedUnits(db, districtCode)).map(({ id, name }) => [id, name.zh])),
  };
}
