import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openStore, type Store } from '#platform/store';
import { TEMPLATE } from './database.setup.ts';

/**
 * A fresh, migrated database of its own for one test file, dropped at its end.
 * @example const store = await freshDatabase();  // store.db, store.pool, store.url
 */
export async function freshDatabase(): Promise<Store> {
  const server = inject('databaseServer');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${TEMPLATE}`);
  const store = await openStore({ url: server.replace(/\/[^/?]+(\?|$)/, `/${name}$1`), connections: 5 });
  afterAll(async () => {
    await store.close();
    await asAdmin(server, `drop database if exists ${name} with (force)`);
  });
  return store;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // two files that copy the template at the same moment: the second waits
    await client.query('select pg_advisory_lock(7301206)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
