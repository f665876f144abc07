import { describe, expect, it } from 'vitest';
import type { LivingTable, MeasureRow } from '#app/api';
import { addressOf, filterOf } from './address.ts';
import { filterTable, isFiltered, lampCounts, measuresOf, NO_FILTER } from './filter.ts';
import { tableLines } from './rows.ts';

const measure = (id: string, over: Partial<MeasureRow>): MeasureRow => ({
  id,
  position: 1,
  chapterNo: 1,
  taskNo: Number(id.split('.')[0]),
  no: Number(id.split('.')[1]),
  text: '开展抽检',
  deadline: { kind: 'by_date', raw: '年底前', date: '2021-12-31', months: null },
  duties: [],
  targets: [],
  lamp: 'no_data',
  why: { zh: '', en: '' },
  pace: null,
  daysLeft: null,
  indicators: [],
  ...over,
});
const streetOffices = {
  unitId: 'street-offices',
  name: '各街道办事处',
  role: 'lead' as const,
  members: [{ unitId: 'street-office-110102001', name: '西长安街街道办事处' }],
};
const ecology = { unitId: 'ecology', name: '区生态环境局', role: 'support' as const, members: null };
const table: LivingTable = {
  year: 2021,
  title: '行动计划',
  versionNo: 1,
  adoptedOn: '2021-04-01',
  asOf: '2021-11-08',
  lamps: {},
  chapters: [
    {
      no: 1,
      title: '一、空气质量目标',
      lamps: {},
      tasks: [{ no: 1, title: '目标任务', measures: [measure('1.1', { lamp: 'on_track', duties: [streetOffices] })] }],
    },
    {
      no: 2,
      title: '二、VOCs专项治理',
      lamps: {},
      tasks: [
        {
          no: 3,
          title: '源头替代',
          measures: [
            measure('3.1', { duties: [ecology], text: '严格落实VOCs含量限值' }),
            measure('3.2', { lamp: 'behind', duties: [ecology] }),
          ],
        },
      ],
    },
  ],
};
const streets = new Map([['110102001', 'street-office-110102001']]);
const ids = (filter: Partial<typeof NO_FILTER>) =>
  measuresOf(filterTable(table, { ...NO_FILTER, ...filter }, streets)).map((m) => m.id);

describe('the table as issued', () => {
  it('puts a chapter across and merges number and task over the task’s measures', () => {
    expect(tableLines(table.chapters).map((l) => (l.kind === 'chapter' ? l.chapter.title : l.taskSpan))).toEqual([
      '一、空气质量目标',
      1,
      '二、VOCs专项治理',
      2,
      0,
    ]);
  });

  it('merges only what is shown when a filter takes rows out of a task', () => {
    const lines = tableLines(filterTable(table, { ...NO_FILTER, lamps: ['behind'] }, streets));
    expect(lines.map((l) => (l.kind === 'measure' ? [l.measure.id, l.taskSpan] : l.shown))).toEqual([1, ['3.2', 1]]);
  });
});

describe('filtering', () => {
  it('by a street finds the measures of its office and of the collective it belongs to', () => {
    expect(ids({ street: '110102001' })).toEqual(['1.1']);
    expect(ids({ unit: 'street-office-110102001', role: 'lead' })).toEqual(['1.1']);
    expect(ids({ unit: 'street-office-110102001', role: 'support' })).toEqual([]);
  });

  it('by words wants all of them, in wording, title or unit, whatever the case', () => {
    expect(ids({ words: 'vocs 限值' })).toEqual(['3.1']);
    expect(ids({ words: '生态环境局' })).toEqual(['3.1', '3.2']);
    expect(ids({ words: '不存在' })).toEqual([]);
  });

  it('counts each lamp as a click on it would show', () => {
    const counts = lampCounts(table, { ...NO_FILTER, chapters: [2], lamps: ['done'] }, streets);
    expect(counts).toMatchObject({ behind: 1, no_data: 1, on_track: 0, done: 0 });
  });

  it('goes into the address and comes back the same', () => {
    const filter = {
      ...NO_FILTER,
      chapters: [2, 4],
      lamps: ['behind' as const],
      words: '加油站',
      role: 'lead' as const,
    };
    expect(filterOf(addressOf(filter))).toEqual(filter);
    expect(isFiltered(filterOf({ lamp: 'green', deadline: 'tomorrow' }))).toBe(false);
  });
});
