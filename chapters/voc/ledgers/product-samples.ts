import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveVerdict, FAMILY_CHOICES } from '../limits.ts';

/** Samples of products with VOCs in production, sale and use (3.2, 4.1). */
export const productSamples: LedgerDefinition = {
  id: 'voc.product-samples',
  title: { zh: '含VOCs产品抽检台账', en: 'Product samples' },
  entry: { zh: '组样品', en: 'samples' },
  about: {
    zh: '胶粘剂、涂料、油墨等含VOCs产品在生产、流通和工程使用环节的抽检：检测结果与限值比对，不合格处理。',
    en: 'Samples of glues, paints and inks in production, sale and on building sites: result against the limit, what followed.',
  },
  key: ['number'],
  name: 'product',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: deriveVerdict,
  columns: [
    c.text('number', '样品编号', 'Sample', { required: true, longest: 60 }),
    c.text('product', '产品名称', 'Product', { required: true, sort: true }),
    c.choice(
      'link',
      '环节',
      'Where in the chain',
      [
        ['production', '生产', 'production'],
        ['sale', '流通', 'sale'],
        ['use', '工程使用', 'use'],
      ],
      { required: true, filter: true },
    ),
    c.entry('project', '政府投资工程编号', 'Government-funded project', 'voc.funded-projects'),
    c.text('place', '抽样地点', 'Place', { required: true }),
    c.unit('unit', '抽检单位', 'Sampled by', { required: true, filter: true }),
    c.date('sampledOn', '抽样日期', 'Sampled on', { required: true, sort: true }),
    c.text('lab', '检测机构', 'Laboratory'),
    c.date('reportedOn', '报告日期', 'Reported on', { sort: true }),
    {
      id: 'family',
      title: { zh: '产品大类', en: 'Family' },
      type: 'choice',
      required: true,
      filter: true,
      choices: FAMILY_CHOICES.map(({ id, title }) => ({ id, title })),
    },
    c.text('productClass', '产品类别', 'Class', { required: true }),
    c.decimal('content', 'VOCs含量', 'VOC content', '', { most: 2000, decimals: 3 }),
    c.choice(
      'unitOf',
      '含量单位',
      'Its unit',
      [
        ['g-l', 'g/L', 'g/L'],
        ['g-kg', 'g/kg', 'g/kg'],
        ['percent', '质量百分比', 'per cent by mass', '%'],
      ],
      { required: true },
    ),
    c.choice(
      'origin',
      '含量来源',
      'From',
      [
        ['measured', '检测', 'measured'],
        ['declared', '申明', 'declared'],
      ],
      { required: true },
    ),
    c.decimal('density', '密度', 'Density', 'kg/L', { most: 10, decimals: 3 }),
    c.choice(
      'result',
      '检测结论',
      'Result',
      [
        ['pass', '合格', 'passes'],
        ['fail', '不合格', 'fails'],
        ['pending', '待出结果', 'pending'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'verdict',
      '与限值比对',
      'Against its limit',
      [
        ['complies', '符合', 'complies'],
        ['exceeds', '超限值', 'exceeds'],
        ['open', '无法判定', 'open'],
      ],
      { derived: true, filter: true },
    ),
    c.text('limit', '限值', 'Limit', { derived: true }),
    c.date('handledOn', '不合格处理', 'Failure handled on'),
    c.remark(),
  ],
  complete: ['lab', 'reportedOn'],
  contradictions: [
    contradiction('passesButExceeds', '结论合格但超过限值', 'passes, yet exceeds its limit', [
      { column: 'result', is: 'equal', than: 'pass' },
      { column: 'verdict', is: 'equal', than: 'exceeds' },
    ]),
  ],
};
