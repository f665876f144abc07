import { loadedUnits, type StreetShape, streetAt, streetShapes } from '#engines/district';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { tables } from '../store.ts';
import type { DeviceFields } from './fields.ts';

/** What a device's fields are checked against, read once for one device or for a sheet of them. */
export type Known = {
  models: ReadonlyMap<string, { protocol: string; kind: string }>;
  units: ReadonlySet<string>;
  streets: readonly StreetShape[];
  /** numbers of the measures of the plan in force; null: no plan has been adopted, so that none can be checked */
  measures: ReadonlySet<string> | null;
};

export async function knownOf(
  db: Db,
  districtCode: string,
  measures: () => Promise<ReadonlySet<string> | null>,
): Promise<Known> {
  const models = await tables(db).selectFrom('device_model').select(['id', 'protocol', 'kind']).execute();
  return {
    models: new Map(models.map(({ id, protocol, kind }) => [id, { protocol, kind }])),
    units: new Set((await loadedUnits(db, districtCode)).map(({ id }) => id)),
    streets: await streetShapes(db, districtCode),
    measures: await measures(),
  };
}

/**
 * The fields as they will be stored: the street found from the place where none is given.
 * @throws Refusal value_out_of_range: what is not known, and what to do
 */
export function checkedFields<T extends Partial<DeviceFields>>(given: T, known: Known): T {
  const { modelId, unitId, streetCode, lon, lat, purpose } = given;
  if (modelId && !known.models.has(modelId))
    throw wrong(
      `没有型号“${modelId}”，请先在型号页新建或改选。`,
      `There is no model “${modelId}”: choose another or make it first.`,
    );
  if (unitId && !known.units.has(unitId))
    throw wrong(
      `辖区单位名录中没有“${unitId}”，请从列表中选择。`,
      `The district has no unit “${unitId}”: choose one of its list.`,
    );
  if (streetCode && !known.streets.some(({ code }) => code === streetCode))
    throw wrong(
      `没有代码为 ${streetCode} 的街道，请从列表中选择。`,
      `There is no street ${streetCode}: choose one of the list.`,
    );
  if ((lon == null) !== (lat == null))
    throw wrong('经度和纬度要么都填，要么都不填。', 'Give longitude and latitude together, or neither.');
  const strange = known.measures ? purpose?.find((id) => !known.measures!.has(id)) : undefined;
  if (strange)
    throw wrong(
      `现行计划没有措施 ${strange}，请从计划表中选择。`,
      `The plan in force has no measure ${strange}: choose one of its table.`,
    );
  if (lon == null || lat == null || streetCode) return given;
  return { ...given, streetCode: streetAt(known.streets, lon, lat) };
}

export const wrong = (zh: string, en: string) => new Refusal('value_out_of_range', { zh, en });

export const noSuchDevice = (id: number) =>
  new Refusal(
    'not_found',
    { zh: '没有这台设备，可能已合并或链接有误。', en: 'There is no such device; it was merged or the link is wrong.' },
    { id },
  );
