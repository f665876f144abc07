import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Heat pumps and photovoltaics built in the district (20.1). */
export const renewables: LedgerDefinition = {
  id: 'energy.renewables',
  title: { zh: '可再生能源项目台账', en: 'Renewable energy' },
  entry: { zh: '个项目', en: 'projects' },
  about: {
    zh: '热泵、光伏等可再生能源项目的装机、供热面积和并网投运日期。',
    en: 'Heat pumps and photovoltaics: capacity, area heated, when they began to run.',
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
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['pv', '光伏', 'photovoltaics'],
        ['air-pump', '空气源热泵', 'air-source heat pump'],
        ['ground-pump', '地源热泵', 'ground-source heat pump'],
        ['waste-heat', '余热热泵', 'waste-heat pump'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('capacity', '装机容量', 'Capacity', '千瓦', { required: true, most: 1_000_000, sort: true }),
    c.decimal('area', '供热面积', 'Area heated', '平方米', { most: 10_000_000 }),
    c.decimal('subsidy', '补贴', 'Subsidy', '万元', { most: 1_000_000 }),
    c.date('plannedOn', '计划投运', 'Planned', { required: true, sort: true }),
    c.date('runsSince', '投运日期', 'Runs since', { sort: true }),
    c.remark(),
  ],
  complete: ['area'],
};
