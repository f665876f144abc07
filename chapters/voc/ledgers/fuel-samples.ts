import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Samples of fuel, urea and cleaners in production, sale and use (8.1). */
export const fuelSamples: LedgerDefinition = {
  id: 'voc.fuel-samples',
  title: { zh: '油品质量抽检台账', en: 'Fuel samples' },
  entry: { zh: '批样品', en: 'samples' },
  about: {
    zh: '车用油品、氮氧化物还原剂（尿素）、清净剂和机械用油的抽检结果与处理。',
    en: 'Fuel, urea, cleaners and machine fuel: results of samples and what followed.',
  },
  key: ['number'],
  name: 'place',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '样品编号', 'Sample', { required: true, longest: 60 }),
    c.choice(
      'product',
      '产品',
      'Product',
      [
        ['petrol', '汽油', 'petrol'],
        ['diesel', '柴油', 'diesel'],
        ['urea', '尿素', 'urea'],
        ['cleaner', '清净剂', 'detergent'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'link',
      '环节',
      'Where',
      [
        ['production', '生产', 'production'],
        ['sale', '销售', 'sale'],
        ['use', '使用', 'use'],
      ],
      { required: true, filter: true },
    ),
    c.text('place', '抽样单位', 'Sampled at', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '抽检单位', 'Sampled by', { required: true, filter: true }),
    c.date('sampledOn', '抽样日期', 'Sampled on', { required: true, sort: true }),
    c.choice(
      'result',
      '结论',
      'Result',
      [
        ['pass', '合格', 'passes'],
        ['fail', '不合格', 'fails'],
        ['pending', '待出结果', 'pending'],
      ],
      { required: true, filter: true },
    ),
    c.text('failing', '不合格项', 'Failing in', { longest: 100 }),
    c.date('handledOn', '处理日期', 'Handled on'),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 10_000_000 }),
    c.remark(),
  ],
  complete: ['failing'],
};
