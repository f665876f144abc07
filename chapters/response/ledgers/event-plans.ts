import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Air-quality guarantees for great events (30.2). */
export const eventPlans: LedgerDefinition = {
  id: 'response.event-plans',
  title: { zh: '重大活动空气质量保障台账', en: 'Event guarantees' },
  entry: { zh: '项保障', en: 'guarantees' },
  about: {
    zh: '重大活动空气质量保障方案：时间、措施、落实和总结。',
    en: 'Plans that guarantee the air for great events: when, what, carried out, looked back on.',
  },
  key: ['number'],
  name: 'title',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.text('title', '活动名称', 'Event', { required: true, sort: true }),
    c.unit('unit', '牵头单位', 'Led by', { required: true, filter: true }),
    c.date('from', '保障开始', 'From', { required: true, sort: true }),
    c.date('until', '保障结束', 'Until', { required: true }),
    c.date('planIssuedOn', '方案印发', 'Plan issued', { sort: true }),
    c.integer('checks', '保障检查', 'Checks', '次', { most: 100_000 }),
    c.date('reviewedOn', '总结日期', 'Looked back on'),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['planned', '计划', 'planned'],
        ['done', '完成', 'done'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['checks'],
  contradictions: [
    contradiction('wrongOrder', '结束早于开始', 'it ends before it begins', [
      { column: 'until', is: 'before', than: { column: 'from' } },
    ]),
  ],
};
