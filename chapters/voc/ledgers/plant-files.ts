import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** One-plant-one-policy files with evaluation before and after (5.1). */
export const plantFiles: LedgerDefinition = {
  id: 'voc.plant-files',
  title: { zh: '“一厂一策”治理档案', en: 'One-plant-one-policy files' },
  entry: { zh: '份档案', en: 'files' },
  about: {
    zh: '重点行业企业“一厂一策”精细化治理：方案、实施、前后对比评估。',
    en: 'One-plant-one-policy: plan, works, and what was emitted before and after.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  columns: [
    c.text('number', '档案编号', 'Number', { required: true, longest: 60 }),
    c.entry('enterprise', '企业统一社会信用代码', 'Enterprise', 'voc.enterprises', { required: true }),
    c.text('name', '企业名称', 'Name', { required: true, sort: true }),
    c.unit('unit', '组织单位', 'Organised by', { required: true, filter: true }),
    c.date('plannedOn', '方案编制', 'Planned on', { required: true, sort: true }),
    c.date('treatedOn', '治理完成', 'Treated on', { sort: true }),
    c.date('evaluatedOn', '效果评估', 'Evaluated on', { sort: true }),
    c.decimal('before', '治理前排放', 'Before', '千克/月', { most: 1_000_000, decimals: 2 }),
    c.decimal('after', '治理后排放', 'After', '千克/月', { most: 1_000_000, decimals: 2 }),
    c.text('works', '治理内容', 'Works', { longest: 300 }),
    c.remark(),
  ],
  complete: ['works'],
  contradictions: [
    contradiction('worseAfter', '治理后排放高于治理前', 'more after than before', [
      { column: 'after', is: 'more', than: { column: 'before' } },
    ]),
    contradiction('wrongOrder', '评估早于治理完成', 'evaluated before it was treated', [
      { column: 'evaluatedOn', is: 'before', than: { column: 'treatedOn' } },
    ]),
  ],
};
