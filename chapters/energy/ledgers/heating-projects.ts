import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Heating retrofits, household metering and heat-pump pilots (18.1). */
export const heatingProjects: LedgerDefinition = {
  id: 'energy.heating-projects',
  title: { zh: '供热节能项目台账', en: 'Heating projects' },
  entry: { zh: '个项目', en: 'projects' },
  about: {
    zh: '供暖系统节能改造、分户计量、智能化控制和热泵试点项目的面积、投资与进度。',
    en: 'Retrofits of heating, household metering, smart control and heat-pump pilots: area, money and progress.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  columns: [
    c.text('number', '项目编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '项目名称', 'Project', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.text('owner', '供热单位', 'Heat supplier'),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['retrofit', '系统节能改造', 'retrofit'],
        ['metering', '分户计量', 'household metering'],
        ['smart', '智能化控制', 'smart control'],
        ['heat-pump', '热泵试点', 'heat-pump pilot'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('area', '供热面积', 'Area', '万平方米', { required: true, most: 10_000, decimals: 3, sort: true }),
    c.decimal('saving', '年节能量', 'Saves a year', '吨标准煤', { most: 1_000_000 }),
    c.decimal('investment', '投资', 'Cost', '万元', { most: 1_000_000 }),
    c.date('plannedOn', '计划完成', 'Planned', { required: true, sort: true }),
    c.date('startedOn', '开工日期', 'Started'),
    c.date('doneOn', '完成日期', 'Done', { sort: true }),
    c.remark(),
  ],
  complete: ['owner', 'saving', 'startedOn'],
  contradictions: [
    contradiction('wrongOrder', '完成早于开工', 'done before it started', [
      { column: 'doneOn', is: 'before', than: { column: 'startedOn' } },
    ]),
  ],
};
