import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Filling stations and whether their vapour recovery is monitored (7.1, 7.2). */
export const gasStations: LedgerDefinition = {
  id: 'voc.gas-stations',
  title: { zh: '加油站台账', en: 'Filling stations' },
  entry: { zh: '座加油站', en: 'stations' },
  about: {
    zh: '加油站油气回收在线监控安装联网、年检测、夜间优惠措施。',
    en: 'Filling stations: on-line monitoring of vapour recovery, yearly test, discounts at night.',
  },
  key: ['code'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 92,
  object: { kind: 'enterprise', by: 'code' },
  columns: [
    c.text('code', '加油站编号', 'Number', { required: true, longest: 40 }),
    c.text('name', '加油站名称', 'Name', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('company', '所属公司', 'Company'),
    c.unit('unit', '监管单位', 'Authority', { required: true, filter: true }),
    c.integer('nozzles', '汽油枪数', 'Petrol nozzles', '支', { most: 200 }),
    c.decimal('sales', '年汽油销售量', 'Petrol a year', '吨', { most: 100_000, sort: true }),
    c.yes('online', '安装在线监控', 'On-line monitoring', { required: true, filter: true }),
    c.date('onlineSince', '在线监控联网', 'On line since', { sort: true }),
    c.date('testedOn', '本年检测', 'Tested this year', { sort: true }),
    c.choice(
      'testResult',
      '检测结论',
      'Result',
      [
        ['pass', '合格', 'passes'],
        ['fail', '不合格', 'fails'],
        ['none', '未检测', 'not tested'],
      ],
      { required: true, filter: true },
    ),
    c.date('nightDiscountSince', '夜间优惠公告', 'Night discount since', { sort: true }),
    c.date('openedOn', '投用日期', 'Opened', { required: true }),
    c.date('closedOn', '停用日期', 'Closed'),
    c.remark(),
  ],
  complete: ['nozzles', 'sales', 'place'],
};
