import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Tonnes of bulk goods by mode and month (32.1). */
export const freight: LedgerDefinition = {
  id: 'response.freight',
  title: { zh: '大宗货物运输结构台账', en: 'Freight by mode' },
  entry: { zh: '条统计', en: 'figures' },
  about: {
    zh: '大宗货物分月、分方式运输量，计算铁路运输比例。',
    en: 'Bulk goods by month and mode; the share by rail follows from it.',
  },
  key: ['month', 'goods', 'mode'],
  name: 'month',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.month('month', '月份', 'Month', { required: true, sort: true, filter: true }),
    c.choice(
      'goods',
      '货类',
      'Goods',
      [
        ['building', '砂石建材', 'building material'],
        ['parcels', '邮件快件', 'post'],
        ['fuel', '成品油', 'fuel'],
        ['waste', '渣土垃圾', 'waste'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'mode',
      '运输方式',
      'Mode',
      [
        ['rail', '铁路', 'rail'],
        ['road', '公路', 'road'],
        ['road-nev', '新能源公路', 'electric road'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '填报单位', 'Entered by', { required: true, filter: true }),
    c.decimal('tonnes', '运输量', 'Tonnes', '吨', { required: true, most: 100_000_000, sort: true }),
    c.remark(),
  ],
};
