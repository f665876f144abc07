import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Energy used by sector and quarter (17.1), against the cap that the city assigns. */
export const consumption: LedgerDefinition = {
  id: 'energy.consumption',
  title: { zh: '能源消费季度统计', en: 'Energy by quarter' },
  entry: { zh: '条统计', en: 'figures' },
  about: {
    zh: '分季度、分领域的能源消费量（吨标准煤），由发展改革委按统计口径录入，与市级下达的总量控制目标比较。',
    en: 'Energy by quarter and sector in tonnes of coal equivalent, as the statistics have it; compared with the cap that the city assigns.',
  },
  key: ['quarter', 'sector'],
  name: 'quarter',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('quarter', '季度', 'Quarter', {
      required: true,
      longest: 20,
      sort: true,
      help: { zh: '如 2021Q1。', en: 'Like 2021Q1.' },
    }),
    c.date('endsOn', '季度末日', 'Last day', { required: true, sort: true }),
    c.choice(
      'sector',
      '领域',
      'Sector',
      [
        ['industry', '工业', 'industry'],
        ['building', '公共建筑', 'public buildings'],
        ['household', '居民生活', 'households'],
        ['transport', '交通', 'transport'],
        ['heating', '集中供热', 'district heating'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '填报单位', 'Entered by', { required: true, filter: true }),
    c.decimal('amount', '能源消费量', 'Energy used', '吨标准煤', { required: true, most: 10_000_000, sort: true }),
    c.decimal('electricity', '其中电力', 'Of it electricity', '万千瓦时', { most: 10_000_000 }),
    c.decimal('gas', '其中天然气', 'Of it gas', '万立方米', { most: 1_000_000 }),
    c.choice(
      'state',
      '数据状态',
      'State',
      [
        ['preliminary', '初步', 'preliminary'],
        ['final', '核定', 'final'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['electricity', 'gas'],
};
