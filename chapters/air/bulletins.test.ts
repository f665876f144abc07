import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '#platform/clock';
import { freshDatabase } from '../../tests/database.ts';
import { PlanOf2021 } from '../../tests/plan/plan-of-2021.ts';

describe('the bulletin of every month (29.1)', async () => {
  const { db } = await freshDatabase();
  const plan = new PlanOf2021(db);
  const value = async (day: string) => (await plan.shown('29.1', 'air.bulletins-issued', day)).value ?? null;

  beforeAll(async () => {
    await plan.adopt();
    let seq = 0;
    for (const [month, issuedOn] of [
      ['2021-01', '2021-02-10'],
      ['2021-02', '2021-03-31'],
      ['2021-03', '2021-05-12'],
    ] as const) {
      seq++;
      await sql`insert into bulletin (district_code, kind, period_from, period_until, version_no, state, title, issuer,
          number_year, number_seq, number, issued_on, content)
        values ('110102', 'air', ${`${month}-01`}::date, ${lastDayOfMonth(month)}::date, 1, 'issued', ${month}, '区生态环境局',
          2021, ${seq}, ${`第${seq}期`}, ${issuedOn}::date, '{}')`.execute(db);
    }
    await plan.reconcile();
  });

  it('is due by the end of the next month; before the first is due there is no figure', async () => {
    expect(await value('2021-02-09')).toBeNull();
    expect(await value('2021-02-28')).toBe('100.0');
    expect(await value('2021-03-31')).toBe('100.0');
  });

  it('lowers the share from the day it was due, until it is issued', async () => {
    expect(await value('2021-04-30')).toBe('66.7');
    expect(await value('2021-05-12')).toBe('100.0');
    expect(await value('2021-05-31')).toBe('75.0');
    expect(await plan.shown('29.1', 'air.bulletins-issued', '2021-11-08')).toMatchObject({
      asked: '不低于100%',
      lamp: 'behind',
    });
  });
});
