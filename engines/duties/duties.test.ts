import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDistrict } from '#engines/district';
import { adoptDraft, adoptFromDocument } from '#engines/plan';
import { indicators } from '../../app/definitions.ts';
import { freshDatabase } from '../../tests/database.ts';
import { draftOf, OFFICE, threeChapters, withXicheng, XICHENG } from '../../tests/plan/three-chapters.ts';
import { bindDuties } from './bind.ts';
import { readDuties } from './file.ts';
import { dutiesOfPlan } from './plan-duties.ts';

describe('what a plan makes units owe', async () => {
  const { db } = await freshDatabase();
  await withXicheng(db);
  const adopt = async (year: number) =>
    adoptDraft(db, OFFICE, XICHENG, {
      draftId: await draftOf(db, threeChapters(year)),
      adoptedOn: `${year}-01-04`,
      effectiveOn: `${year}-01-01`,
      acceptUncertain: true,
    });
  await adopt(2021);
  const folder = await mkdtemp(join(tmpdir(), 'duties-'));
  const path = join(folder, 'duties.yaml');
  const known = {
    units: new Set(['housing-construction-commission', 'street-offices']),
    indicators: new Set<string>(),
  };
  const bind = async (yaml: string) => {
    await writeFile(path, yaml);
    return bindDuties(db, XICHENG, { year: 2021, path, file: await readDuties(path, known) });
  };
  const PARTS = `
"3.1":
  - { part: dustfall, quote: 全区降尘量控制在5.1吨, units: [housing-construction-commission] }
  - { part: bare-land, quote: 各街道建立裸地台账，定期更新。, units: [street-offices] }
`;
  const of = async (year: number, id: string) =>
    (await dutiesOfPlan(db, XICHENG, year)).filter(({ measure }) => measure.id === id);

  it('is the measure whole, owed by its leads, where nothing cuts it; a collective owes by its members', async () => {
    const [whole] = await of(2021, '1.1');
    expect([whole!.part, whole!.units.length, whole!.units.filter(({ street }) => street).length]).toEqual([
      '',
      16,
      15,
    ]);
  });

  it('is cut into parts with owners of their own; the same file again changes nothing', async () => {
    expect([await bind(PARTS), await bind(PARTS)]).toEqual([1, 0]);
    const parts = await of(2021, '3.1');
    expect(parts.map(({ part, units }) => [part, units.map(({ id }) => id)])).toEqual([
      ['dustfall', ['housing-construction-commission']],
      ['bare-land', ['street-offices']],
    ]);
  });

  it('is kept by next year’s plan through the lineage', async () => {
    await adopt(2022);
    expect((await of(2022, '3.1')).map(({ part }) => part)).toEqual(['dustfall', 'bare-land']);
  });

  it('is refused with the remedy when words, units or parts are wrong', async () => {
    const wrong = (yaml: string, zh: string) =>
      expect(bind(yaml)).rejects.toMatchObject({
        code: 'district_invalid',
        sentence: { zh: expect.stringContaining(zh) },
      });
    await wrong(PARTS.replace('裸地台账', '工地台账'), "not the measure's own");
    await wrong(PARTS.replace('[street-offices]', '[street-office]'), 'no unit street-office in units.yaml');
    await wrong(PARTS.replace('bare-land', 'dustfall'), 'stands twice');
    await wrong('"9.9": [{ part: a, quote: 全区降尘量, units: [street-offices] }]', 'no such measure');
  });
});

it('the plan of Xicheng: every quote is the measure’s own words, every owner and indicator is known', async () => {
  const { db } = await freshDatabase();
  const district = await readDistrict('districts/xicheng');
  await withXicheng(db);
  const path = 'districts/xicheng/plan-2021/duties.yaml';
  const file = await readDuties(path, {
    units: new Set(district.units.map(({ id }) => id)),
    indicators: new Set(indicators.all.map(({ id }) => id)),
  });
  await adoptFromDocument(
    { db },
    {
      districtCode: XICHENG,
      name: 'xicheng-2021.docx',
      bytes: await readFile('districts/xicheng/plan-2021/xicheng-2021.docx'),
      effectiveOn: '2021-01-01',
      adoptedOn: '2021-01-01',
      adoptedBy: OFFICE,
      acceptUncertain: true,
    },
  );
  expect(await bindDuties(db, XICHENG, { year: 2021, path, file })).toBe(5);
  const duties = await dutiesOfPlan(db, XICHENG, 2021);
  expect(duties.filter(({ part }) => part !== '').length).toBe(14);
  expect(duties.filter(({ units }) => units.length === 0)).toEqual([]);
  expect(duties.find(({ part }) => part === 'site-inspections')!.units).toHaveLength(15);
});
