import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Enforcement cases of the year: law, penalty, hand-over, exposure (9.1). */
export const cases: LedgerDefinition = {
  id: 'voc.cases',
  title: { zh: '大气环境执法案件台账', en: 'Enforcement cases' },
  entry: { zh: '件案件', en: 'cases' },
  about: {
    zh: '贯穿全年的大气环境执法案件：线索来源、法律依据、处罚、行刑衔接和曝光。',
    en: 'Cases about the air: where the lead came from, law, penalty, hand-over to the police, exposure.',
  },
  key: ['number'],
  name: 'party',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '案件编号', 'Case', { required: true, longest: 60 }),
    c.text('party', '当事人', 'Party', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '执法单位', 'Enforced by', { required: true, filter: true }),
    c.date('filedOn', '立案日期', 'Filed on', { required: true, sort: true }),
    c.choice(
      'lead',
      '线索来源',
      'Lead',
      [
        ['grid', '热点网格', 'hot-spot grid'],
        ['online', '在线监控', 'on-line monitoring'],
        ['video', '视频监控', 'video'],
        ['joint', '联合执法', 'joint operation'],
        ['check', '日常检查', 'check'],
        ['report', '举报', 'report'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'reason',
      '案由',
      'Why',
      [
        ['no-permit', '无证排污', 'no permit'],
        ['against-permit', '不按证排污', 'against the permit'],
        ['no-treatment', '未使用治理设施', 'treatment off'],
        ['materials', '原辅材料不符', 'materials'],
        ['fumes', '油烟', 'fumes'],
        ['dust', '扬尘', 'dust'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.text('basis', '法律依据', 'Law', { longest: 200 }),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 100_000_000, sort: true }),
    c.date('closedOn', '结案日期', 'Closed on', { sort: true }),
    c.date('handedOverOn', '移送公安', 'Handed to the police'),
    c.date('exposedOn', '曝光日期', 'Exposed on'),
    c.remark(),
  ],
  complete: ['basis'],
  contradictions: [
    contradiction('wrongOrder', '结案早于立案', 'closed before it was filed', [
      { column: 'closedOn', is: 'before', than: { column: 'filedOn' } },
    ]),
  ],
};
