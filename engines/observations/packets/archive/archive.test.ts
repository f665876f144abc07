import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../tests/database.ts';
import { DAY, HOUR, microStations } from '../../fixtures/devices.ts';
import { archiveMonths, listArchive, type PacketRow, reconcileHours, restoreMonth } from '../../index.ts';

const OCTOBER = '2021-10';
const TODAY = '2024-12-01';

describe('months that are older than the retention', async () => {
  const { pool, db } = await freshDatabase();
  const { ids, sourceId, send } = await microStations({ pool, db }, 3);
  const folder = mkdtempSync(join(tmpdir(), 'lantian-archive-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const packet = (device: number, minute: number, value: number | null): PacketRow => ({
    ...{ deviceId: ids[device]!, sourceId, at: DAY + 30 * HOUR + minute * 60_000, spanMinutes: 1 },
    ...{ values: [value, 0.1 * minute], flags: value === null ? 'NV' : 'VV', receivedAt: DAY + 123 + minute },
  });
  const minutes = (device: number) => Array.from({ length: 180 }, (_, m) => packet(device, m, m % 7 ? m / 3 : null));
  const stored = async () => {
    const { rows } = await pool.query(
      "select string_agg(p::text, E'\\n' order by device_id, span_minutes, at) as text from packet p where at >= '2021-10-01Z' and at < '2021-11-01Z'",
    );
    return rows[0].text as string | null;
  };
  const replaced = async () =>
    (await pool.query("select string_agg(p::text, E'\\n' order by p::text) as text from packet_replaced p")).rows[0]
      .text;
  const hours = async () =>
    (await pool.query('select device_id, hour, mean::text, flags from hour_value order by 1, 2')).rows;
  const run = (today = TODAY) => archiveMonths(pool, { folder, today });
  const settle = () => reconcileHours(pool, { now: new Date('2024-12-01') });

  it('stay as long as hours of them are not computed', async () => {
    await send([...minutes(0), ...minutes(1), ...minutes(2)]);
    await send([packet(0, 5, 77)]);
    expect(await run()).toEqual({ archived: [], left: [{ kind: 'packet', month: OCTOBER, why: 'hours_waiting' }] });
    await settle();
  });

  it('stay until they are old enough', async () => {
    expect(await run('2024-10-31')).toEqual({ archived: [], left: [] });
  });

  it('go into files with a header and exact decimals, listed with their digests, and leave the database', async () => {
    const [before, gone] = [await stored(), await replaced()];
    const { archived } = await run();
    expect(archived).toMatchObject([
      { kind: 'packet', month: OCTOBER, rows: 540 },
      { kind: 'packet_replaced', month: OCTOBER, rows: 1 },
    ]);
    expect(await stored()).toBeNull();
    expect(await replaced()).toBeNull();
    const [entry] = await listArchive(pool);
    expect(entry).toMatchObject({ kind: 'packet', month: OCTOBER, state: 'archived', rows: 540 });
    const bytes = readFileSync(join(folder, entry!.file!));
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([entry!.bytes, entry!.sha256]);
    const lines = gunzipSync(bytes).toString().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'device_id,span_minutes,at,received_at,source_id,flags,values',
      `${ids[0]},1,2021-10-01 22:00:00+00,2021-09-30 16:00:00.123+00,${sourceId},NV,"{NULL,0}"`,
      `${ids[0]},1,2021-10-01 22:01:00+00,2021-09-30 16:00:00.124+00,${sourceId},VV,"{0.33333334,0.1}"`,
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await run()).toEqual({ archived: [], left: [] });

    expect(await restoreMonth(pool, folder, OCTOBER)).toEqual({ packet: 540, packet_replaced: 1 });
    expect([await stored(), await replaced()]).toEqual([before, gone]);
    expect(await run()).toEqual({ archived: [], left: [] });
    await expect(restoreMonth(pool, folder, OCTOBER)).rejects.toMatchObject({ code: 'not_in_this_state' });
  });

  it('keep their hours when packets come for them afterwards, until they are restored', async () => {
    await pool.query("update packet_archive set changed_at = now() - interval '40 days'");
    const { archived } = await run();
    expect(archived).toHaveLength(2);
    const before = await hours();
    await send([packet(1, 61, 500), packet(1, 62, 500)]);
    expect(await settle()).toMatchObject({ hours: 0, archived: 1 });
    expect(await hours()).toEqual(before);
    expect(await run()).toEqual({ archived: [], left: [] });

    await restoreMonth(pool, folder, OCTOBER);
    expect(await settle()).toMatchObject({ hours: 1, changed: 1, archived: 0 });
    expect((await hours()).filter((row, i) => row.mean !== before[i].mean)).toHaveLength(1);
    const { rows } = await pool.query('select values[1]::text as v from packet_replaced where device_id = $1', [
      ids[1],
    ]);
    expect(rows.map((row) => row.v).sort()).toEqual(['20.333334', '20.666666']);
  });

  it('that cannot be written stay in the database whole', async () => {
    await pool.query("update packet_archive set changed_at = now() - interval '40 days'");
    const before = await stored();
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    await expect(archiveMonths(pool, { folder: join(file, 'below'), today: TODAY })).rejects.toThrow();
    expect(await stored()).toBe(before);
    expect((await listArchive(pool)).find((entry) => entry.kind === 'packet')?.state).toBe('restored');
  });

  it('that a crash left apart are finished at the next run', async () => {
    const before = await stored();
    await pool.query("select detach_packet_month('2021-10-01')");
    await pool.query("update packet_archive set state = 'writing' where kind = 'packet'");
    expect((await run()).archived[0]).toMatchObject({ kind: 'packet', rows: 540 });
    await restoreMonth(pool, folder, OCTOBER);
    expect(await stored()).toBe(before);
  });

  it('are not restored from a file that is not what was archived', async () => {
    await pool.query("update packet_archive set changed_at = now() - interval '40 days'");
    await run();
    const { file } = (await listArchive(pool)).find((entry) => entry.kind === 'packet')!;
    writeFileSync(join(folder, file!), 'something else');
    await expect(restoreMonth(pool, folder, OCTOBER)).rejects.toMatchObject({ code: 'archive_damaged' });
    await expect(restoreMonth(pool, folder, '2019-01')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of nothing but imported hours stay', async () => {
    await pool.query("select ensure_packet_months('2020-01-01Z', '2020-01-01Z')");
    await pool.query(
      "insert into packet (at, device_id, source_id, span_minutes, values, flags) values ('2020-01-05Z', $1, $2, 60, '{1}', 'V')",
      [ids[0], sourceId],
    );
    expect(await run()).toEqual({ archived: [], left: [] });
  });

  it('take kept frames with them, bytes and all', async () => {
    await pool.query(
      "insert into kept_frame (received_at, protocol, reason, bytes) values ('2021-05-05Z', 'hj-212', 'unreadable', '\\x0001ff')",
    );
    const frame = async () => (await pool.query("select * from kept_frame where received_at < '2022-01-01'")).rows;
    const before = await frame();
    expect((await run()).archived).toMatchObject([{ kind: 'kept_frame', month: '2021-05', rows: 1 }]);
    expect(await frame()).toEqual([]);
    await restoreMonth(pool, folder, '2021-05');
    expect(await frame()).toEqual(before);
  });
});
