import { type Acting, record } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Store } from '#platform/store';
import { dbOn, inTransaction, landStaged, lockRecords, STAGED } from './import/land.ts';
import { WOKEN_BY_HOURS } from './store.ts';

export type ReplayOptions = {
  /** station codes; all stations with a device when left out */
  stations?: readonly string[];
  fromYear: number;
  toYear: number;
  /** e.g. 2016年实测回放 / replay of the 2016 record */
  label: Sentence;
  /** the house itself when left out */
  actor?: Acting;
};

/**
 * Puts a year's stored hours into another year, labelled as a replay wherever a figure of them is shown.
 *
 * Each Beijing date goes to the same date: 29 February is dropped where the other year has none and stays empty where
 * only that one has it. Observations are never replaced, replayed hours never replayed again; a repeat changes nothing.
 * @returns how many hours came in or changed
 * @throws Refusal period_has_no_data when nothing is stored of that year
 */
export async function replayYear(store: Pick<Store, 'pool'>, options: ReplayOptions): Promise<number> {
  const { fromYear, toYear, label, actor = { accountId: null, name: 'system' } } = options;
  return inTransaction(store.pool, async (client) => {
    await lockRecords(client);
    await client.query(STAGED);
    const staged = await client.query(
      `insert into staged (device_id, at, values, flags)
       select device_id, moved at time zone interval '8 hours', values, flags
       from (select p.device_id, p.values, p.flags, o.wall, o.wall + make_interval(years => $2::int - $1::int) as moved
             from packet p join device d on d.id = p.device_id
             join record_source s on s.id = p.source_id and s.kind not in ('replay', 'simulated')
             cross join lateral (select p.at at time zone interval '8 hours' as wall) o
             where p.span_minutes = 60 and ($3::text[] is null or d.station_code = any($3::text[]))
               and d.station_code is not null
               and p.at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'UTC') - interval '8 hours'
               and p.at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'UTC') - interval '8 hours') as hours
       where extract(day from moved) = extract(day from wall)`,
      [fromYear, toYear, options.stations ? [...options.stations] : null],
    );
    if (!staged.rowCount)
      throw new Refusal('period_has_no_data', {
        zh: `${fromYear}年没有可回放的小时值，请先导入该年实测数据。`,
        en: `There are no hour values of ${fromYear} to replay: import that year's record first.`,
      });
    const known = await client.query<{ id: number }>(
      "select id from record_source where kind = 'replay' and replay_of_year = $1 and label = $2::jsonb order by id limit 1",
      [fromYear, JSON.stringify(label)],
    );
    const sourceId =
      known.rows[0]?.id ??
      (
        await client.query<{ id: number }>(
          "insert into record_source (kind, label, replay_of_year, created_by, created_by_name) values ('replay', $1, $2, $3, $4) returning id",
          [JSON.stringify(label), fromYear, actor.accountId, actor.name],
        )
      ).rows[0]!.id;
    const landed = await landStaged(client, sourceId, true);
    const keep = landed.inserted + landed.changed > 0;
    if (keep) {
      const after = { fromYear, toYear, label: label.zh, ...landed };
      const db = dbOn(client);
      await enqueue(db, WOKEN_BY_HOURS);
      await record(db, actor, {
        action: 'observations.replay',
        subjectKind: 'record_source',
        subjectId: String(sourceId),
        after,
      });
    }
    return { result: landed.inserted + landed.changed, keep };
  });
}
