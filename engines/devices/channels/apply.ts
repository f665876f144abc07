import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { needOf } from '../factors.ts';
import { type Statistic, settingsOf } from '../model.ts';
import { registerModels } from '../store.ts';

type ChannelRow = {
  device_id: number;
  no: number;
  factor: string;
  statistic: Statistic;
  pollutant: string | null;
  unit: string | null;
  mapped_by_name: string | null;
  model_id: string | null;
  settings: object;
};

/**
 * Maps the channels of devices as their models say, but for those that a person has mapped. A pollutant stands once per
 * device and statistic: what a person has mapped first, then the lower number; a second one keeps its unit and waits.
 * @returns ids of the devices whose channels mean something else now
 */
export async function applyModel(tx: Db, deviceIds: readonly number[]): Promise<number[]> {
  const models = new Map((await registerModels(tx)).map((model) => [model.id, model]));
  const { rows } =
    await sql<ChannelRow>`select c.device_id, c.no, c.factor, c.statistic, c.pollutant, c.unit, c.mapped_by_name,
      d.model_id, d.settings from channel c join device d on d.id = c.device_id
    where c.device_id = any(${[...deviceIds]}::int[]) order by c.device_id, c.mapped_by_name is null, c.no`.execute(tx);
  const taken = new Set<string>();
  const changes: { row: ChannelRow; pollutant: string | null; unit: string | null }[] = [];
  for (const row of rows) {
    const key = (pollutant: string | null) => `${row.device_id}|${pollutant}|${row.statistic}`;
    // what has no factor was imported: files say their units themselves
    if (row.mapped_by_name !== null || row.factor === null) {
      taken.add(key(row.pollutant));
      continue;
    }
    const model = row.model_id === null ? undefined : models.get(row.model_id);
    const need = needOf(settingsOf(model, row.settings), row.factor, row.statistic);
    // the unit that the protocol's own table states; the model says nothing against it
    if (need.unit === null && row.pollutant === null && row.unit !== null) continue;
    const pollutant = need.pollutant !== null && !taken.has(key(need.pollutant)) ? need.pollutant : null;
    if (pollutant !== null) taken.add(key(pollutant));
    if (pollutant !== row.pollutant || need.unit !== row.unit) changes.push({ row, pollutant, unit: need.unit });
  }
  if (changes.length === 0) return [];
  const devices = changes.map(({ row }) => row.device_id);
  const numbers = changes.map(({ row }) => row.no);
  // first all away, so that two channels can change places
  await sql`update channel c set pollutant = null from unnest(${devices}::int[], ${numbers}::int[]) as u(d, n)
    where c.device_id = u.d and c.no = u.n`.execute(tx);
  await sql`update channel c set pollutant = u.p, unit = u.e, mapped_at = case when u.e is null then null else now() end
    from unnest(${devices}::int[], ${numbers}::int[], ${changes.map((c) => c.pollutant)}::text[],
      ${changes.map((c) => c.unit)}::text[]) as u(d, n, p, e) where c.device_id = u.d and c.no = u.n`.execute(tx);
  return [...new Set(devices)];
}
