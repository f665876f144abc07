import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { copyRows } from './index.ts';

describe('the store', async () => {
  const { pool } = await freshDatabase();

  it('works as the application role, which cannot change or empty the audit', async () => {
    expect((await pool.query('select current_user u')).rows[0].u).toBe('lantian_app');
    await pool.query(
      "insert into audit (actor, action, subject_kind, subject_id) values ('test', 'try', 'thing', '1'), ('test', 'try', 'thing', '2')",
    );
    await expect(pool.query("update audit set actor = 'x'")).rejects.toThrow(/permission denied/);
    await expect(pool.query('delete from audit')).rejects.toThrow(/permission denied/);
    await expect(pool.query('truncate audit')).rejects.toThrow(/permission denied/);
  });

  it('chains each audit row to the one before it', async () => {
    const { rows } = await pool.query(
      'select seq, previous_hash, hash, audit_row_hash(previous_hash, audit) = hash as sound from audit order by seq',
    );
    expect(rows.map((r) => r.seq)).toEqual([1, 2]);
    expect(rows[1].previous_hash).toEqual(rows[0].hash);
    expect(rows.every((r) => r.sound)).toBe(true);
  });

  it('copies values with tabs, line ends, quotes, nulls and arrays as they are', async () => {
    const client = await pool.connect();
    try {
      await client.query('create temp table sample (a text, b real[], c text[], d date)');
      const rows = [
        ['tab\tline\nback\\slash', [1.5, null, -2.25], ['"quoted"', null, '\\'], '2021-10-01'],
        [null, [], [], null],
      ];
      expect(await copyRows(client, 'sample (a, b, c, d)', rows)).toBe(2);
      const back = (await client.query('select * from sample order by a nulls last')).rows;
      expect(back[0]).toEqual({
        a: 'tab\tline\nback\\slash',
        b: [1.5, null, -2.25],
        c: ['"quoted"', null, '\\'],
        d: '2021-10-01',
      });
      expect(back[1]).toEqual({ a: null, b: [], c: [], d: null });
    } finally {
      client.release();
    }
  });
});
