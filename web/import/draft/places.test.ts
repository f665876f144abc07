import { describe, expect, it } from 'vitest';
import type { Draft, ReviewField } from '#app/api';
import { neighbour, openFields, placeOfField } from './places.ts';

const field = (path: string, machine: unknown, uncertain = false): ReviewField => ({
  path,
  machine,
  uncertain: uncertain ? { zh: '请核对', en: 'check' } : null,
  settled: !uncertain,
  by: null,
  at: null,
  reason: null,
});
const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1) => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text,
});
const measure = (key: string, row: number, lead: string[], doubt: string | null) => ({
  key,
  id: key,
  position: row,
  chapterNo: 1,
  taskNo: 5,
  no: row,
  text: `措施${row}`,
  deadline: { kind: 'by_date' as const, raw: '年底前', date: '2021-12-31', months: null },
  duties: [],
  targets: [],
  source: { document: 'plan.docx', table: 0, row, column: 2 },
  uncertain: doubt ? 1 : 0,
  fields: [
    field(`measures/${key}/text`, `措施${row}`, doubt === 'text'),
    field(`measures/${key}/deadline`, { kind: 'by_date', raw: '年底前' }, doubt === 'deadline'),
    field(`measures/${key}/lead`, lead, doubt === 'lead'),
    field(`measures/${key}/support`, [], doubt === 'support'),
  ],
});
const draft: Draft = {
  id: 'd',
  fileName: 'plan.docx',
  title: '计划',
  year: 2021,
  measures: 2,
  uncertain: 2,
  settled: 0,
  createdAt: '2021-01-01T00:00:00Z',
  createdBy: null,
  fileId: 'f',
  document: {
    paragraphs: [],
    tables: [
      {
        rows: 3,
        columns: 6,
        cells: [
          cell(0, 0, '一、目标', 1, 6),
          cell(1, 0, '5', 2),
          cell(1, 1, '加强重点行业\n管理', 2),
          cell(1, 2, '措施1'),
          cell(1, 3, '年底\n前'),
          cell(1, 4, '区生态\n环境局', 2),
          cell(1, 5, '——', 2),
          cell(2, 2, '措施2'),
          cell(2, 3, '年底前'),
        ],
      },
    ],
  },
  warnings: [],
  fields: [field('title', '计划'), field('chapters/1/title', '一、目标'), field('tasks/5/title', '加强重点行业管理')],
  chapters: [
    {
      key: '1',
      no: 1,
      title: '一、目标',
      tasks: [
        {
          key: '5',
          no: 5,
          title: '加强重点行业管理',
          measures: [measure('5.1', 1, ['区生态环境局'], 'deadline'), measure('5.2', 2, ['区生态环境局'], 'lead')],
        },
      ],
    },
  ],
  acts: [],
  amends: null,
};
const at = (path: string) => {
  const place = placeOfField(draft, path);
  return place && [place.cell.row, place.cell.column];
};

describe('where a finding stands in the document', () => {
  it('is the cell of the wording, and the cell of the same row that holds what was read', () => {
    expect(at('measures/5.2/text')).toEqual([2, 2]);
    expect(at('measures/5.1/deadline')).toEqual([1, 3]);
  });

  it('is the merged cell when the units were written once for several measures', () => {
    expect(at('measures/5.2/lead')).toEqual([1, 4]);
    expect(at('measures/5.2/support')).toEqual([1, 5]);
  });

  it('is found for titles of chapters and tasks, broken over lines too', () => {
    expect(at('chapters/1/title')).toEqual([0, 0]);
    expect(at('tasks/5/title')).toEqual([1, 1]);
  });
});

describe('going through what is uncertain', () => {
  it('walks in reading order and around the end', () => {
    expect(openFields(draft).map((f) => f.path)).toEqual(['measures/5.1/deadline', 'measures/5.2/lead']);
    expect(neighbour(draft, undefined, 1)).toBe('measures/5.1/deadline');
    expect(neighbour(draft, 'measures/5.1/deadline', 1)).toBe('measures/5.2/lead');
    expect(neighbour(draft, 'measures/5.2/lead', 1)).toBe('measures/5.1/deadline');
    expect(neighbour(draft, 'measures/5.1/text', -1)).toBe('measures/5.2/lead');
  });
});
