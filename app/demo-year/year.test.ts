import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { freshDatabase } from '../../tests/database.ts';
import { inspectionKinds, ledgers } from '../definitions.ts';
import { type Known, ledgerRows } from './ledger-rows.ts';
import { loadYear, referredFirst } from './load.ts';
import { readYearProfile } from './profile.ts';
import { worldOf } from './world.ts';

const XICHENG = '110102';

describe('the demonstration’s year', async () => {
  const { db } = await freshDatabase();
  await storeDistrict(db, await readDistrict('districts/xicheng'));
  const profile = (await readYearProfile('districts/xicheng'))!;
  const world = await worldOf(db, XICHENG);
  const sites = ledgers.ofChapters.find(({ id }) => id === 'dust.sites')!;
  const rows = (seed: string, limit = '2021-11-08') =>
    ledgerRows(sites, profile.ledgers['dust.sites']!, { year: { ...profile, seed }, world, limit, known: new Map() });

  it('is the same at every run, and another one by another seed', () => {
    expect(rows('a')).toEqual(rows('a'));
    expect(rows('a')).not.toEqual(rows('b'));
  });

  it('is the same to the last byte over all ledgers, each drawn after those that it refers to', () => {
    const digestOf = (seed: string) => {
      const known = new Map<string, Known[]>();
      const hash = createHash('sha256');
      for (const ledger of referredFirst(ledgers.ofChapters)) {
        const own = profile.ledgers[ledger.id]!;
        const made = ledgerRows(ledger, own, { year: { ...profile, seed }, world, limit: '2021-11-08', known });
        const text = (value: unknown) => (typeof value === 'string' ? value : null);
        known.set(
          ledger.id,
          made.map(({ values, createdOn }) => ({
            key: text(values[ledger.key[0]!]) ?? '',
            street: text(values.street),
            day: createdOn,
            values,
          })),
        );
        hash.update(JSON.stringify(made));
      }
      return hash.digest('hex');
    };
    expect(digestOf('a')).toBe(digestOf('a'));
  }, 120_000);

  it('knows nothing of later days', () => {
    const days = rows('a', '2021-06-30').flatMap(({ values }) => Object.values(values).map(String));
    const later = days.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && value > '2021-06-30');
    expect(later).toEqual([]);
  });

  it('has entries for every ledger and visits of every kind, each as a person could have written it', async () => {
    const loaded = await loadYear({
      db,
      districtCode: XICHENG,
      books: ledgers,
      kinds: inspectionKinds,
      profile,
      limit: '2021-11-08',
    });
    expect(loaded.entries).toBeGreaterThan(1000);
    const { rows: kept } = await sql<{ ledger: string; n: number }>`
      select ledger, count(*)::int as n from ledger_entry where simulated group by 1`.execute(db);
    const empty = ledgers.ofChapters.filter(({ id }) => !kept.some(({ ledger }) => ledger === id)).map(({ id }) => id);
    expect(empty).toEqual([]);
    const { rows: made } = await sql<{ kind: string }>`select distinct kind from inspection`.execute(db);
    expect(inspectionKinds.filter(({ id }) => !made.some(({ kind }) => kind === id)).map(({ id }) => id)).toEqual([]);
    const { rows: late } = await sql`select 1 from inspection where visited_on > '2021-11-08' limit 1`.execute(db);
    expect(late).toEqual([]);
  }, 120_000);
});
