import { column as c, type LedgerDefinition } from '#engines/ledgers';
import { deriveVerdict, FAMILY_CHOICES } from '../limits.ts';

/** Raw materials of an enterprise, each checked against the VOC limit of its class (3.1). */
export const materials: LedgerDefinition = {
  id: 'voc.materials',
  title: { zh: '企业原辅材料台账', en: 'Raw materials' },
  entry: { zh: '批原辅材料', en: 'batches' },
  about: {
    zh: '企业使用的胶粘剂、清洗剂、涂料、油墨：产品类别、批次、VOCs含量与限值比对、供应商和检测报告。类别按标准逐级填写，用“/”分隔。',
    en: 'Glues, cleaners, paints and inks that enterprises use: class, batch, VOC content against its limit, supplier, certificate.',
  },
  key: ['enterprise', 'batch'],
  name: 'product',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  derive: deriveVerdict,
  columns: [
    c.entry('enterprise', '企业统一社会信用代码', 'Enterprise', 'voc.enterprises', { required: true }),
    c.text('product', '产品名称', 'Product', { required: true, sort: true }),
    c.text('batch', '批号', 'Batch', { required: true, longest: 60 }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    {
      id: 'family',
      title: { zh: '产品大类', en: 'Family' },
      type: 'choice',
      required: true,
      filter: true,
      choices: FAMILY_CHOICES.map(({ id, title }) => ({ id, title })),
    },
    c.text('productClass', '产品类别', 'Class', {
      required: true,
      help: {
        zh: '如：水性油墨/凹印油墨/吸收性承印物。',
        en: 'As the standard divides it, widest first, with slashes.',
      },
    }),
    c.decimal('content', 'VOCs含量', 'VOC content', '', { required: true, most: 2000, decimals: 3 }),
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
        ['declared', '供应商申明', 'declared'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('density', '密度', 'Density', 'kg/L', { most: 10, decimals: 3 }),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['delivered', '供货状态', 'as delivered'],
        ['application', '施工状态', 'as applied'],
      ],
      {},
    ),
    c.date('madeOn', '生产日期', 'Made on'),
    c.date('usedOn', '入账日期', 'Entered on', { required: true, sort: true }),
    c.decimal('amount', '用量', 'Amount', '千克', { required: true, most: 1_000_000, sort: true }),
    c.text('supplier', '供应商', 'Supplier'),
    c.text('certificate', '检测报告编号', 'Certificate', { longest: 60 }),
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
    c.remark(),
  ],
  complete: ['supplier', 'certificate', 'madeOn'],
};
