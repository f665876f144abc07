import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Energy retrofits of buildings and ultra-low-energy buildings (19.1). */
export const buildingProjects: LedgerDefinition = {
  id: 'energy.building-projects',
  title: { zh: '建筑节能项目台账', en: 'Building projects' },
  entry: { zh: '个项目', en: 'projects' },
  about: {
    zh: '非节能居住建筑和公共建筑节能改造、超低能耗建筑示范：面积、资金奖励和进度。',
    en: 'Energy retrofits of old housing and public buildings, ultra-low-energy buildings: area, incentives and progress.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  object: { kind: 'building', by: 'number' },
  columns: [
    c.text('number', '项目编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '项目名称', 'Project', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.text('owner', '产权单位', 'Owner'),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['housing', '居住建筑改造', 'housing retrofit'],
        ['public', '公共建筑改造', 'public building retrofit'],
        ['ultra-low', '超低能耗建筑', 'ultra-low-energy building'],
        ['green', '绿色化改造', 'green retrofit'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('area', '建筑面积', 'Floor space', '平方米', { required: true, most: 10_000_000, sort: true }),
    c.decimal('incentive', '奖励资金', 'Incentive', '万元', { most: 1_000_000 }),
    c.date('incentivePaidOn', '资金拨付', 'Paid on'),
    c.date('plannedOn', '计划完成', 'Planned', { required: true, sort: true }),
    c.date('startedOn', '开工日期', 'Started'),
    c.date('doneOn', '完成日期', 'Done', { sort: true }),
    c.remark(),
  ],
  complete: ['owner', 'startedOn'],
  contradictions: [
    contradiction('wrongOrder', '完成早于开工', 'done before it started', [
      { column: 'doneOn', is: 'before', than: { column: 'startedOn' } },
    ]),
  ],
};
