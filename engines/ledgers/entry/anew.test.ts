import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import { freshDatabase } from '../../../tests/database.ts';
import { LedgerBooks } from '../books.ts';
import type { LedgerDefinition } from '../definition.ts';
import { namesOf } from '../names.ts';
import { changesOf, entryById } from '../store.ts';
import { changeEntry, createEntry } from './acts.ts';
import { reconcileComputed } from './anew.ts';

const by = ({ ofChapters, version }: LedgerBooks) => ({ definitions: ofChapters, version });
const OFFICER = { accountId: null, name: '王工' };
/** Samples whose verdict is drawn at a limit. */
const samples = (limit: number, more: Partial<LedgerDefinition> = {}): LedgerDefinition => ({
  id: 'test.samples',
  title: { zh: '样品', en: 'Samples' },
  entry: { zh: '个样品', en: 'samples' },
  about: { zh: '测试。', en: 'Test.' },
  key: ['no'],
  name: 'no',
  keeper: 'street',
  place: 'none',
  refreshDays: 30,
  columns: [
    { id: 'no', title: { zh: '编号', en: 'No.' }, type: 'text', required: true },
    { id: 'street', title: { zh: '街道', en: 'Street' }, type: 'street', required: true },
    { id: 'content', title: { zh: '含量', en: 'Content' }, type: 'integer' },
    { id: 'over', title: { zh: '超标', en: 'Over' }, type: 'yes_no', derived: true },
  ],
  derive: new Function('values', `return { over: Number(values.content) > ${limit} }`) as LedgerDefinition['derive'],
  ...more,
});

describe('what a ledger computes of its entries', async () => {
  const { db } = await freshDatabase();
  const before = new LedgerBooks([samples(50)], '1');
  const clock = fixedClock('2021-11-08');
  const ids: number[] = [];
  const entry = async (at: number) => (await entryById(db, 'test.samples', ids[at]!))!;
  const deps = async () => ({ db, clock, names: await namesOf(db, '110102', '2021-11-08') });

  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    await before.need(db, 'test.samples');
    for (const content of [40, 60])
      ids.push(
        await createEntry(await deps(), samples(50), OFFICER, {
          values: { no: `n${content}`, street: '月坛', content },
          place: null,
        }),
      );
  });

  it('is left alone while its rules are those by which it was kept', async () => {
    expect(await reconcileComputed(db, by(before))).toBe(0);
    expect((await entry(1)).values.over).toBe(true);
  });

  it('is computed anew by other rules, with a line in the history, and counts as no look and no new version', async () => {
    const kept = await entry(0);
    const strict = new LedgerBooks([samples(30)], '1');
    expect(await reconcileComputed(db, by(strict))).toBe(1);
    const now = await entry(0);
    expect(now).toMatchObject({ version: kept.version, refreshed_on: kept.refreshed_on, values: { over: true } });
    expect(now.updated_at.getTime()).toBeGreaterThan(kept.updated_at.getTime());
    expect((await changesOf(db, 'test.samples', ids[0]!))[0]).toMatchObject({
      kind: 'computed',
      by_name: '系统',
      fields: { over: [false, true] },
    });
    expect(await reconcileComputed(db, by(strict))).toBe(0);
  });

  it('is looked at again by each version of the program, whose tables may be others', async () => {
    await before.need(db, 'test.samples');
    expect(await reconcileComputed(db, by(new LedgerBooks([samples(30)], '2')))).toBe(0);
    expect(await reconcileComputed(db, by(new LedgerBooks([samples(50)], '2')))).toBe(1);
  });

  it('says of all entries what a rule added later finds missing or contradictory', async () => {
    const ruled = samples(50, {
      complete: ['content'],
      contradictions: [
        { id: 'high', title: { zh: '过高', en: 'too high' }, when: [{ column: 'content', is: 'more', than: 55 }] },
      ],
    });
    expect(await reconcileComputed(db, by(new LedgerBooks([ruled], '2')))).toBe(1);
    expect((await entry(1)).contradictions).toEqual(['high']);
    expect((await entry(0)).contradictions).toEqual([]);
    expect((await changesOf(db, 'test.samples', ids[1]!)).filter(({ kind }) => kind === 'computed')).toEqual([]);
  });

  it('stays changeable by who read it before it was computed anew', async () => {
    const read = await entry(0);
    await reconcileComputed(db, by(new LedgerBooks([samples(10)], '2')));
    const given = { values: { no: 'n40', street: '月坛', content: 5 }, place: null };
    const after = await changeEntry(await deps(), samples(10), OFFICER, ids[0]!, read.version, given);
    expect(after.values.over).toBe(false);
  });

  it('goes on where it was cancelled', async () => {
    const strict = new LedgerBooks([samples(1)], '3');
    expect(await reconcileComputed(db, { ...by(strict), cancelled: () => true })).toBe(0);
    expect(await reconcileComputed(db, by(strict))).toBe(1);
  });
});
