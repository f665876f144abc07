import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** VOC treatment facilities and their three rates 三率 (5.2). */
export const facilities: LedgerDefinition = {
  id: 'voc.facilities',
  title: { zh: 'VOCs治理设施三率台账', en: 'VOC facilities and their three rates' },
  entry: { zh: '次核查', en: 'assessments' },
  about: {
    zh: 'VOCs治理设施的废气收集率、同步运行率和去除率核查结果。',
    en: 'Capture, synchronous run and removal of VOC facilities, as assessed.',
  },
  key: ['number'],
  name: 'facility',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '核查编号', 'Number', { required: true, longest: 60 }),
    c.entry('enterprise', '企业统一社会信用代码', 'Enterprise', 'voc.enterprises', { required: true }),
    c.text('facility', '治理设施', 'Facility', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'process',
      '治理工艺',
      'Process',
      [
        ['carbon', '活性炭吸附', 'carbon'],
        ['catalytic', '催化燃烧', 'catalytic oxidation'],
        ['rto', '蓄热燃烧', 'thermal oxidation'],
        ['uv', '光氧化', 'UV'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.date('assessedOn', '核查日期', 'Assessed on', { required: true, sort: true }),
    c.decimal('capture', '废气收集率', 'Capture', '%', { required: true, most: 100, decimals: 1, sort: true }),
    c.decimal('running', '同步运行率', 'Synchronous run', '%', { required: true, most: 100, decimals: 1, sort: true }),
    c.decimal('removal', '去除率', 'Removal', '%', { required: true, most: 100, decimals: 1, sort: true }),
    c.date('carbonChangedOn', '活性炭更换', 'Carbon changed'),
    c.choice(
      'state',
      '结论',
      'Result',
      [
        ['good', '达标', 'good'],
        ['mend', '需整改', 'to be mended'],
        ['mended', '已整改', 'mended'],
      ],
      { required: true, filter: true },
    ),
    c.date('mendedOn', '整改完成', 'Mended on'),
    c.remark(),
  ],
  complete: ['carbonChangedOn'],
};
