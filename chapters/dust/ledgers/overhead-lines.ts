import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Overhead lines put under ground 架空线入地: one of the four ledgers of every street (24.2), and linear works (26.4). */
export const overheadLines: LedgerDefinition = {
  id: 'dust.overhead-lines',
  title: { zh: '架空线入地台账', en: 'Overhead lines put under ground' },
  entry: { zh: '条路段', en: 'stretches' },
  about: {
    zh: '街道四类台账之一：架空线入地工程的路段、分段施工、围挡和恢复。',
    en: "One of the streets' four ledgers: stretches where overhead lines are put under ground, their sections, fences and restoration.",
  },
  key: ['number'],
  name: 'road',
  keeper: 'street',
  place: 'line',
  refreshDays: 14,
  columns: [
    c.text('number', '登记号', 'Number', { required: true, longest: 60, aliases: ['编号'] }),
    c.text('road', '路段', 'Stretch', { required: true, sort: true, aliases: ['道路名称'] }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.decimal('length', '长度', 'Length', '米', { required: true, most: 100_000, sort: true }),
    c.integer('sections', '分段数', 'Sections', '段', { required: true, most: 500 }),
    c.integer('sectionsDone', '已完成段数', 'Sections done', '段', { most: 500 }),
    c.unit('authority', '主管部门', 'Authority', { filter: true }),
    c.text('contractor', '施工单位', 'Contractor'),
    c.yes('fenced', '围挡封闭', 'Fenced', { filter: true }),
    c.date('beginsOn', '开工日期', 'Begins', { required: true, sort: true }),
    c.date('plannedEnd', '计划完工', 'Planned end'),
    c.date('endedOn', '路面恢复', 'Restored', { sort: true }),
    c.remark(),
  ],
  complete: ['contractor', 'plannedEnd', 'fenced', 'place'],
  contradictions: [
    contradiction('moreDoneThanThere', '已完成段数多于分段数', 'more sections done than there are', [
      { column: 'sectionsDone', is: 'more', than: { column: 'sections' } },
    ]),
    contradiction('endsBeforeItBegins', '恢复早于开工', 'restored before it begins', [
      { column: 'endedOn', is: 'before', than: { column: 'beginsOn' } },
    ]),
  ],
};
