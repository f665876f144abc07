import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Muck trucks with their permits (26.2); their emission stage is 27.4's. */
export const muckTrucks: LedgerDefinition = {
  id: 'dust.muck-trucks',
  title: { zh: '渣土车辆台账', en: 'Muck trucks' },
  entry: { zh: '辆渣土车', en: 'muck trucks' },
  about: {
    zh: '在本区从事建筑垃圾运输的车辆：准运许可、排放阶段、密闭装置和接入渣土车管理平台的情况。',
    en: 'Vehicles that carry muck in the district: permit, emission stage, cover, and whether they are on the truck platform.',
  },
  key: ['plate'],
  name: 'plate',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  object: { kind: 'vehicle', by: 'plate' },
  columns: [
    c.plate('plate', '车牌号', 'Plate', { required: true, sort: true }),
    c.text('company', '运输企业', 'Company', { required: true, sort: true }),
    c.creditCode('companyCode', '企业统一社会信用代码', "Company's credit code"),
    c.choice(
      'stage',
      '排放阶段',
      'Stage',
      [
        ['china-4', '国四', 'China 4', '国Ⅳ'],
        ['china-5', '国五', 'China 5', '国Ⅴ'],
        ['china-6', '国六', 'China 6', '国Ⅵ', '国六a', '国六b'],
        ['electric', '纯电动', 'electric'],
        ['hydrogen', '氢燃料', 'hydrogen'],
      ],
      { required: true, filter: true },
    ),
    c.text('permit', '准运许可证号', 'Permit', { longest: 60 }),
    c.date('permitFrom', '许可起始', 'Permit from', { required: true, sort: true }),
    c.date('permitUntil', '许可截止', 'Permit until', { sort: true }),
    c.date('leftOn', '退出日期', 'Left'),
    c.yes('sealed', '全密闭装置', 'Sealed', { required: true, filter: true }),
    c.yes('platform', '接入渣土车平台', 'On the platform', { required: true, filter: true }),
    c.date('platformSince', '接入日期', 'On it since'),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.integer('violations', '本年违规次数', 'Violations this year', '次', { most: 1000, sort: true }),
    c.remark(),
  ],
  complete: ['permit', 'permitUntil'],
  contradictions: [
    contradiction('permitEndsBeforeItBegins', '许可截止早于起始', 'the permit ends before it begins', [
      { column: 'permitUntil', is: 'before', than: { column: 'permitFrom' } },
    ]),
  ],
};
