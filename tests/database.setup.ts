import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, startEmbedded } from '#platform/store';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
  }
}

export const TEMPLATE = 'lantian_template';

/** One real PostgreSQL for the whole run with a migrated template; each test file copies it (see tests/database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lantian-test-'));
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? undefined
    : await startEmbedded({
        folder,
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '150' },
      });
  const url = given ?? server!.url;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate(url.replace(/\/[^/?]+(\?|$)/, `/${TEMPLATE}$1`), 'migrations');
  project.provide('databaseServer', url);
  return async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
