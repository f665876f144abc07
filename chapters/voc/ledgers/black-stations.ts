import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Black filling stations and mobile tankers found (8.1). */
export const blackStations: LedgerDefinition = {
  id: 'voc.black-stations',
  title: { zh: '黑加油站点和流动油罐车台账', en: 'Black stations' },
  entry: { zh: '起案件', en: 'cases' },
  about: {
    zh: '无证无照加油站点、流动加油罐车和向工地机械违法售油的发现与查处。',
    en: 'Unlicensed stations, mobile tankers and unlawful sale to machines on sites: found and dealt with.',
  },
  key: ['number'],
  name: 'location',
  keeper: 'unit',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '案件编号', 'Case', { required: true, longest: 60 }),
    c.date('foundOn', '发现日期', 'Found on', { required: true, sort: true }),
    c.text('location', '地点', 'Where', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '查处单位', 'Handled by', { required: true, filter: true }),
    c.choice(
      'kind',
      '类型',
      'Kind',
      [
        ['station', '黑加油站点', 'black station'],
        ['tanker', '流动油罐车', 'mobile tanker'],
        ['site-sale', '向工地机械售油', 'sale to machines on sites'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('seized', '查扣油品', 'Seized', '升', { most: 1_000_000 }),
    c.date('closedOn', '取缔日期', 'Closed down on', { sort: true }),
    c.yes('handedOver', '移送司法', 'Handed to the courts', { filter: true }),
    c.remark(),
  ],
  complete: ['seized'],
};
