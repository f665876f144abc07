import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Policies, plans and work programmes that the plan orders to be written, with their stages. */
export const documents: LedgerDefinition = {
  id: 'city.documents',
  title: { zh: '政策文件台账', en: 'Policy documents' },
  entry: { zh: '份文件', en: 'documents' },
  about: {
    zh: '计划要求研究制定的方案、规划、办法和工作要点：起草、征求意见、印发各阶段和时限。',
    en: 'Programmes, layouts and rules that the plan orders to be written: drafted, consulted, issued, and when they are due.',
  },
  key: ['number'],
  name: 'title',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.text('title', '文件名称', 'Title', { required: true, sort: true, longest: 300 }),
    c.choice(
      'topic',
      '事项',
      'Topic',
      [
        ['tour-coach-parking', '旅游车集中停放布局', 'tour-coach parking'],
        ['sightseeing-routes', '观光巴士线路', 'sightseeing routes'],
        ['tour-coach-management', '旅游大客车管理方案', 'tour-coach management'],
        ['transit-policies', '公共交通和用车强度政策', 'transit policies'],
        ['charging', '充换电建设', 'charging'],
        ['energy-key-points', '节能工作要点', 'energy key points'],
        ['price', '差别电价', 'differential electricity price'],
        ['cleaning-assessment', '清扫保洁考核', 'assessment of cleaning'],
        ['emergency-plan', '重污染应急预案', 'emergency plan'],
        ['freight-structure', '运输结构调整', 'freight structure'],
        ['regional', '区域联防联控', 'regional control'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '起草单位', 'Drafted by', { required: true, filter: true }),
    c.choice(
      'stage',
      '阶段',
      'Stage',
      [
        ['drafting', '起草', 'drafting'],
        ['consulting', '征求意见', 'consulting'],
        ['issued', '已印发', 'issued'],
        ['dropped', '不再制定', 'dropped'],
      ],
      { required: true, filter: true },
    ),
    c.date('startedOn', '启动日期', 'Started', { required: true, sort: true }),
    c.date('dueOn', '完成时限', 'Due', { required: true, sort: true }),
    c.date('consultedOn', '征求意见', 'Consulted on'),
    c.date('issuedOn', '印发日期', 'Issued on', { sort: true }),
    c.text('documentNo', '文号', 'Document number', { longest: 60 }),
    c.remark(),
  ],
  complete: ['consultedOn'],
  contradictions: [
    contradiction('issuedWithoutDay', '已印发但无印发日期', 'issued without a day', [
      { column: 'stage', is: 'equal', than: 'issued' },
      { column: 'issuedOn', is: 'empty' },
    ]),
    contradiction('wrongOrder', '印发早于启动', 'issued before it was started', [
      { column: 'issuedOn', is: 'before', than: { column: 'startedOn' } },
    ]),
  ],
};
