import { sql } from 'kysely';
import { record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { isPollutant } from '#standards/pollutants';
import { applyModel } from '../channels/apply.ts';
import { checkMeaning } from '../channels/map.ts';
import type { By, DeviceDeps } from '../deps.ts';
import type { DeviceModel, FactorRow, ModelSettings } from '../model.ts';
import { moveRegister } from '../store.ts';
import { modelById, noSuchModel } from './read.ts';

/** @throws Refusal already_exists, value_out_of_range */
export async function createModel(deps: DeviceDeps, by: By, model: DeviceModel): Promise<void> {
  checkSettings(model.settings);
  await deps.db.transaction().execute(async (tx) => {
    const made =
      await sql`insert into device_model (id, title, maker, kind, protocol, settings, origin, updated_by_name)
      values (${model.id}, ${JSON.stringify(model.title)}, ${model.maker}, ${model.kind}, ${model.protocol},
        ${JSON.stringify(model.settings)}, 'person', ${by.name}) on conflict do nothing`.execute(tx);
    if (!made.numAffectedRows)
      throw new Refusal('already_exists', {
        zh: `型号“${model.id}”已经存在，请改用别的编号或直接编辑它。`,
        en: `There is a model “${model.id}” already; choose another id or edit that one.`,
      });
    await record(tx, by, { action: 'model.create', subjectKind: 'device_model', subjectId: model.id, after: model });
    await moveRegister(tx);
  });
}

/**
 * Changes a model, which is a person's from then on; channels of its devices follow where no person has mapped them.
 * @returns how many devices mean something else now. @throws Refusal not_found, value_out_of_range
 */
export async function editModel(
  deps: DeviceDeps,
  by: By,
  id: string,
  given: Partial<Omit<DeviceModel, 'id'>>,
): Promise<number> {
  if (given.settings) checkSettings(given.settings);
  return deps.db.transaction().execute((tx) => changeModel(tx, deps, by, id, () => given));
}

/** Adds what a factor is to a model, in place of what it said of it before. @throws as `editModel` */
export async function addFactor(deps: DeviceDeps, by: By, id: string, row: FactorRow): Promise<number> {
  return deps.db.transaction().execute((tx) =>
    changeModel(tx, deps, by, id, ({ settings }) => {
      const same = (other: FactorRow) =>
        other.statistic === row.statistic && other.factor.toLowerCase() === row.factor.toLowerCase();
      const next = { ...settings, factors: [...settings.factors.filter((other) => !same(other)), row] };
      checkSettings(next);
      return { settings: next };
    }),
  );
}

async function changeModel(
  tx: Db,
  { others }: DeviceDeps,
  by: By,
  id: string,
  change: (before: DeviceModel) => Partial<Omit<DeviceModel, 'id'>>,
): Promise<number> {
  await sql`select 1 from device_model where id = ${id} for update`.execute(tx);
  const before = await modelById(tx, id);
  if (!before) throw noSuchModel(id);
  const after = { ...before, ...change(before) };
  await sql`update device_model set title = ${JSON.stringify(after.title)}, maker = ${after.maker}, kind = ${after.kind},
    protocol = ${after.protocol}, settings = ${JSON.stringify(after.settings)}, origin = 'person', updated_at = now(),
    updated_by_name = ${by.name} where id = ${id}`.execute(tx);
  const { rows } = await sql<{ id: number }>`select id from device where model_id = ${id}`.execute(tx);
  const changed = await applyModel(
    tx,
    rows.map((row) => row.id),
  );
  if (changed.length) await others.meaningChanged(tx, changed);
  await record(tx, by, { action: 'model.edit', subjectKind: 'device_model', subjectId: id, before, after });
  await moveRegister(tx);
  return changed.length;
}

/** What no schema sees: units that fit their quantity, no name for two factors, no quantity twice. */
function checkSettings({ factors }: ModelSettings): void {
  const names = new Map<string, string>();
  const quantities = new Set<string>();
  for (const { factor, aliases, statistic, pollutant, unit } of factors) {
    if (pollutant && isPollutant(pollutant)) checkMeaning({ pollutant, unit });
    for (const name of [factor, ...aliases]) {
      const key = `${name.toLowerCase()}|${statistic}`;
      const other = names.get(key);
      if (other !== undefined)
        throw new Refusal('value_out_of_range', {
          zh: `“${name}”同时写在因子 ${other} 和 ${factor} 中，请去掉一个。`,
          en: `“${name}” stands with both factors ${other} and ${factor}: remove one.`,
        });
      names.set(key, factor);
    }
    const quantity = `${pollutant}|${statistic}`;
    if (pollutant && quantities.has(quantity))
      throw new Refusal('value_out_of_range', {
        zh: `${pollutant} 写了两次；同一个量的另一种写法请填在“别名”里。`,
        en: `${pollutant} stands twice; put another name of one quantity among its aliases.`,
      });
    quantities.add(quantity);
  }
}
