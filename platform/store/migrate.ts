import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Refusal } from '#platform/refusal';
import { APPLICATION_ROLE, unreachable } from './open.ts';

/** one writer at a time, whichever process starts first */
const LOCK = 7_301_204;

/**
 * Applies the numbered SQL files of a folder that this database has not seen yet, each in its own transaction, and
 * renews the application role's grants.
 * @returns the names applied now
 * @throws Refusal database_broken when a file that was applied has been changed or fails
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, sql text not null, applied_at timestamptz not null default now())',
    );
    const known = new Map(
      (await client.query<{ name: string; sql: string }>('select name, sql from migration')).rows.map((r) => [
        r.name,
        r.sql,
      ]),
    );
    const applied: string[] = [];
    for (const name of (await readdir(folder)).filter((n) => /^\d{4}-.+\.sql$/.test(n)).sort()) {
      const text = await readFile(join(folder, name), 'utf8');
      if (known.has(name)) {
        if (known.get(name) !== text) throw changed(name);
        continue;
      }
      await apply(client, name, text);
      applied.push(name);
    }
    await grant(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, sql) values ($1, $2)', [name, text]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'database_broken',
      {
        zh: `数据库升级 ${name} 失败（${why}），数据未改动，请联系技术支持并附上这句话。`,
        en: `Migration ${name} failed (${why}); nothing was changed, please report this sentence.`,
      },
      { name, why },
    );
  }
}

function changed(name: string): Refusal {
  return new Refusal('database_broken', {
    zh: `数据库已应用的升级文件 ${name} 被改动过，请恢复原文件，改动应写成新文件。`,
    en: `Migration ${name} was applied in another wording: restore the file and put the change into a new one.`,
  });
}

/**
 * The application works as a role of its own that may not change the audit. Where this login may not create roles, the
 * audit's triggers stand alone and the health page says so.
 */
async function grant(client: pg.Client): Promise<void> {
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  const may = await client.query<{ may: boolean }>(
    'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  );
  if (!exists.rowCount) {
    if (!may.rows[0]?.may) return;
    await client.query(`create role ${APPLICATION_ROLE} nologin`);
  }
  if (may.rows[0]?.may) await client.query(`grant ${APPLICATION_ROLE} to current_user`).catch(() => undefined);
  await client.query(`
    grant usage on schema public to ${APPLICATION_ROLE};
    grant select, insert, update, delete on all tables in schema public to ${APPLICATION_ROLE};
    grant usage, select on all sequences in schema public to ${APPLICATION_ROLE};
    grant execute on all functions in schema public to ${APPLICATION_ROLE};
    revoke insert, update, delete on migration from ${APPLICATION_ROLE};
  `);
  const audit = await client.query("select to_regclass('public.audit') t");
  if (audit.rows[0]?.t) await client.query(`revoke update, delete, truncate on audit from ${APPLICATION_ROLE}`);
}
