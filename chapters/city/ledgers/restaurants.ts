import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Restaurants with their purifiers and fume meters (27.5). */
export const restaurants: LedgerDefinition = {
  id: 'city.restaurants',
  title: { zh: '餐饮服务单位台账', en: 'Restaurants' },
  entry: { zh: '家餐饮', en: 'restaurants' },
  about: {
    zh: '餐饮服务单位的规模、排烟位置、油烟净化器和在线监测，清洗与检查记录由此关联。',
    en: 'Restaurants: size, outlet, purifier and on-line meter; cleanings and visits refer to them.',
  },
  key: ['licence'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 92,
  object: { kind: 'enterprise', by: 'licence' },
  columns: [
    c.text('licence', '食品经营许可证号', 'Food licence', { required: true, longest: 40 }),
    c.text('name', '店名', 'Name', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('address', '地址', 'Address', { required: true }),
    c.creditCode('code', '统一社会信用代码', 'Credit code'),
    c.choice(
      'size',
      '规模',
      'Size',
      [
        ['small', '小型', 'small'],
        ['medium', '中型', 'medium'],
        ['large', '大型', 'large'],
      ],
      { required: true, filter: true, help: { zh: '按 DB11/1488 基准灶头数。', en: 'By stoves, DB11/1488.' } },
    ),
    c.integer('stoves', '基准灶头数', 'Stoves', '个', { most: 200 }),
    c.yes('tower', '位于商业楼宇', 'In a commercial building', { filter: true }),
    c.yes('purifier', '油烟净化器', 'Purifier', { required: true, filter: true }),
    c.text('purifierModel', '净化器型号', 'Purifier model', { longest: 80 }),
    c.yes('meter', '在线监测', 'On-line meter', { filter: true }),
    c.date('meterSince', '在线监测启用', 'Meter since', { sort: true }),
    c.date('upgradedOn', '升级改造完成', 'Upgraded on', { sort: true }),
    c.date('openedOn', '开业日期', 'Opened', { required: true, sort: true }),
    c.date('closedOn', '停业日期', 'Closed'),
    c.remark(),
  ],
  complete: ['code', 'stoves', 'purifierModel', 'place'],
  contradictions: [
    contradiction('modelWithoutPurifier', '无净化器却有型号', 'a model without a purifier', [
      { column: 'purifierModel', is: 'given' },
      { column: 'purifier', is: 'equal', than: false },
    ]),
  ],
};
