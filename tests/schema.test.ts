import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { dumpSchema } from '#platform/store';
import { TEMPLATE } from './database.setup.ts';

it('migrations/schema.sql is what the migrations make (renew it: npx lantian migrate --dump)', async () => {
  const url = inject('databaseServer').replace(/\/[^/?]+(\?|$)/, `/${TEMPLATE}$1`);
  expect(readFileSync('migrations/schema.sql', 'utf8')).toBe(await dumpSchema(url));
});
