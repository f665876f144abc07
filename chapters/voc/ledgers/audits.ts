import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Mandatory clean-production audits of key emitters, by stage (5.1). */
export const audits: LedgerDefinition = {
  id: 'voc.audits',
  title: { zh: '强制性清洁生产审核台账', en: 'Clean-production audits' },
  entry: { zh: '项审核', en: 'audits' },
  about: {
    zh: '重点企业强制性清洁生产审核的启动、评估、验收进度和方案投资。',
    en: 'Mandatory audits of key emitters: begun, assessed, accepted; what their measures cost and cut.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  columns: [
    c.text('number', '审核编号', 'Number', { required: true, longest: 60 }),
    c.entry('enterprise', '企业统一社会信用代码', 'Enterprise', 'voc.enterprises', { required: true }),
    c.text('name', '企业名称', 'Name', { required: true, sort: true }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.choice(
      'stage',
      '阶段',
      'Stage',
      [
        ['ordered', '列入名单', 'ordered'],
        ['running', '审核中', 'running'],
        ['assessed', '已评估', 'assessed'],
        ['accepted', '已验收', 'accepted'],
      ],
      { required: true, filter: true },
    ),
    c.date('orderedOn', '列入日期', 'Ordered on', { required: true, sort: true }),
    c.date('dueOn', '完成时限', 'Due', { required: true }),
    c.date('assessedOn', '评估日期', 'Assessed on'),
    c.date('acceptedOn', '验收日期', 'Accepted on', { sort: true }),
    c.decimal('investment', '方案投资', 'Cost', '万元', { most: 1_000_000 }),
    c.decimal('cut', '减排VOCs', 'VOCs cut', '吨', { most: 10_000, decimals: 3 }),
    c.remark(),
  ],
  complete: ['investment', 'cut'],
};
