import type pg from 'pg';
import type { TableRow } from '#platform/sheets';
import { copyRows } from '#platform/store';
import type { ImportMapping } from '../wire.ts';
import type { StationDevice } from './devices.ts';
import { STAGED } from './land.ts';
import type { ValueReader } from './values.ts';

/** Brings the rows of a file into the temporary table `staged`, one row a station and hour, in whichever layout they come. */
export async function stage(
  client: pg.PoolClient,
  layout: ImportMapping['layout'],
  lines: AsyncIterable<TableRow>,
  values: ValueReader,
  devices: readonly StationDevice[],
): Promise<void> {
  await client.query(STAGED);
  if (layout === 'wide') {
    await copyRows(
      client,
      'staged (device_id, at, values, flags)',
      each(lines, (line) => values.packet(line)),
    );
    return;
  }
  await client.query(
    'create temp table staged_single (device_id int, at timestamptz, no int, value real, flag text) on commit drop',
  );
  const rows =
    layout === 'long' ? each(lines, (line) => values.single(line)) : all(lines, (line) => values.across(line));
  await copyRows(client, 'staged_single (device_id, at, no, value, flag)', rows);
  for (const device of devices.filter((d) => d.rows > 0)) {
    const numbers = device.channels.map((_, i) => i + 1);
    const valuePart = numbers.map((no) => `max(value) filter (where no = ${no})`);
    const flagPart = numbers.map((no) => `coalesce(max(flag) filter (where no = ${no}), ' ')`);
    await client.query(
      `insert into staged select device_id, at, array[${valuePart.join(', ')}]::real[], ${flagPart.join(' || ')}
       from staged_single where device_id = $1 group by device_id, at`,
      [device.id],
    );
  }
}

async function* each(lines: AsyncIterable<TableRow>, read: (line: TableRow) => readonly unknown[] | null) {
  for await (const line of lines) {
    const row = read(line);
    if (row) yield row;
  }
}

async function* all(lines: AsyncIterable<TableRow>, read: (line: TableRow) => readonly (readonly unknown[])[]) {
  for await (const line of lines) yield* read(line);
}
