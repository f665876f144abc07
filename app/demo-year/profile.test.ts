import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readYearProfile } from './profile.ts';

describe('a profile of the demonstration’s year', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lantian-year-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await cp('districts/xicheng/demo/year.yaml', join(folder, 'demo/year.yaml'), { recursive: true });
  const written = async (text: string) => {
    await writeFile(join(folder, 'demo/dust.yaml'), text);
    return readYearProfile(folder);
  };

  it('is nothing where a district has none', async () => {
    expect(await readYearProfile(join(folder, 'demo'))).toBeNull();
  });

  it('says how a ledger is filled in a few lines', async () => {
    const profile = await written('ledgers:\n  dust.sites:\n    rows: 3\n    when: startedOn\n');
    expect(profile?.ledgers['dust.sites']).toMatchObject({ rows: 3, when: 'startedOn', columns: {} });
  });

  it.each([
    ['a word that is none of the format', 'ledgers:\n  dust.sites:\n    row: 3\n', 'ledgers/dust.sites'],
    ['a month too many', `ledgers:\n  a.b:\n    months: [${'1, '.repeat(12)}1]\n`, 'ledgers/a.b/months'],
    ['a day that is none', 'ledgers:\n  a.b:\n    from: "2021-02-30"\n', 'ledgers/a.b/from'],
    ['a share above one', 'ledgers:\n  a.b:\n    columns: { c: { yes: 1.2 } }\n', 'ledgers/a.b/columns/c/yes'],
    ['visits by nobody', 'inspections:\n  a.b: { rows: { "2021": 3 } }\n', 'inspections/a.b/units'],
    ['text that is no YAML', 'ledgers: [', ''],
  ])('with %s is refused with its file, its place and the guide', async (_, text, at) => {
    const refused = written(text);
    await expect(refused).rejects.toMatchObject({ code: 'district_invalid', context: { at } });
    await expect(refused).rejects.toMatchObject({
      sentence: { zh: expect.stringMatching(/dust\.yaml.*simulate-a-year\.md/) },
    });
  });
});
