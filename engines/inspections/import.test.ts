import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { LedgerBooks } from '#engines/ledgers';
import { fixedClock } from '#platform/clock';
import { actorOf } from '#platform/permissions';
import { bufferSource } from '#platform/sheets';
import { freshDatabase } from '../../tests/database.ts';
import type { InspectionKind } from './definition.ts';
import { importVisits } from './import.ts';
import { countInspections, listInspections } from './list.ts';

const roadside: InspectionKind = {
  id: 'test.roadside',
  title: { zh: '路检', en: 'Roadside' },
  counts: { zh: '辆次', en: 'vehicles' },
  about: { zh: '测试。', en: 'Test.' },
  of: 'place',
  mendDays: 3,
  checklist: [
    { id: 'smoke', title: { zh: '无黑烟', en: 'no smoke' }, severity: 'serious' },
    { id: 'urea', title: { zh: '尿素正常', en: 'urea' }, severity: 'minor' },
  ],
  columns: [{ id: 'plate', title: { zh: '车牌号', en: 'Plate' }, type: 'plate', required: true }],
};
const ROWS = [{ role: 'inspector', action: 'inspection.make', scope: 'all' as const }];

describe('visits out of a file', async () => {
  const { db } = await freshDatabase();
  const deps = {
    db,
    districtCode: '110102',
    clock: fixedClock('2021-11-08'),
    kinds: [roadside],
    books: new LedgerBooks([]),
  };
  const inspector = actorOf({ accountId: randomUUID(), name: '李检', grants: [{ role: 'inspector' }] }, ROWS);
  const give = (text: string, dryRun = false) =>
    importVisits(deps, inspector, 'test.roadside', bufferSource('路检.csv', Buffer.from(text)), { dryRun });
  const HEAD = '检查日期,检查时刻,地点,街道,车牌号,问题,罚款\n';
  beforeAll(async () => {
    await storeDistrict(db, await readDistrict('districts/xicheng'));
  });

  it('are tried without keeping anything, each wrong row told with its column', async () => {
    const text = `${HEAD}2021-10-08,09:30,西直门桥,新街口,京A12345,,\n昨天,,西直门桥,新街口,京A12346,,\n2021-10-08,,西直门桥,新街囗,车牌,,百元\n`;
    const report = await give(text, true);
    expect(report).toMatchObject({ rows: 3, created: 1, faulty: 2, dryRun: true });
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [3, '检查日期'],
      [4, '街道'],
      [4, '罚款'],
      [4, '车牌号'],
    ]);
    expect((await countInspections(db, {})).count).toBe(0);
  });

  it('are kept with their findings by the names of the check-list, and once however often they are given', async () => {
    const text = `${HEAD}2021-10-08,23:10,西直门桥,新街口,京A12345,无黑烟、尿素正常,200\n2021-10-09,,菜市口,椿树,京A12346,,\n`;
    expect(await give(text)).toMatchObject({ created: 2, known: 0 });
    expect(await give(`${text}2021-10-10,,菜市口,椿树,京A12347,,\n`)).toMatchObject({ created: 1, known: 2 });
    const [, , first] = (await listInspections(db, {})).rows;
    expect(first).toMatchObject({ name: '西直门桥', findings: 2, at_night: true, penalty: '200' });
  });

  it('are refused without their two columns, and rows with an item that the list does not have', async () => {
    await expect(give('车牌号\n京A1\n')).rejects.toMatchObject({ code: 'import_mapping_incomplete' });
    const report = await give(`${HEAD}2021-10-11,,菜市口,椿树,京A12348,无黑烟、没有这项,\n`);
    expect(report).toMatchObject({ created: 0, faulty: 1 });
  });

  it('34,000 of them come in at once', async () => {
    const rows = Array.from(
      { length: 34_000 },
      (_, i) => `2021-09-${String((i % 30) + 1).padStart(2, '0')},,广安门桥${i},广安门外,京A${String(10_000 + i)},,\n`,
    );
    expect(await give(HEAD + rows.join(''))).toMatchObject({ created: 34_000, faulty: 0 });
  }, 60_000);
});
