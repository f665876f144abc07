import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Dust enforcement of all bureaus in one ledger (26.3), with the push to the trade authority and what followed. */
export const enforcement: LedgerDefinition = {
  id: 'dust.enforcement',
  title: { zh: '扬尘执法台账', en: 'Dust enforcement' },
  entry: { zh: '件执法', en: 'cases' },
  about: {
    zh: '城管执法、生态环境、住建和街道的扬尘执法汇总：案由、罚款、推送行业主管部门的日期，以及通报、约谈、扣分、限制评优和招投标、降级资质等后续措施。',
    en: 'The dust cases of all bureaus and streets: why, how much, when the trade authority was told, and what followed: notice, talk, deduction, bid limits, lower grade.',
  },
  key: ['number'],
  name: 'party',
  keeper: 'unit',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '案件编号', 'Case', { required: true, longest: 60 }),
    c.date('foundOn', '发现日期', 'Found on', { required: true, sort: true }),
    c.unit('unit', '执法单位', 'Enforced by', { required: true, filter: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('party', '当事人', 'Party', { required: true, sort: true }),
    c.entry('site', '涉事工地', 'Site', 'dust.sites'),
    c.choice(
      'reason',
      '案由',
      'Why',
      [
        ['uncovered', '未苫盖', 'uncovered'],
        ['dry', '未湿法作业', 'not kept wet'],
        ['unwashed', '车辆带泥上路', 'mud on the road'],
        ['exit', '出口100米遗撒', 'spills at the exit'],
        ['unpaved', '道路未硬化', 'not paved'],
        ['spill', '运输遗撒', 'spilled in transport'],
        ['storage', '物料堆放', 'open storage'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.text('basis', '法律依据', 'Law', { longest: 200 }),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 10_000_000, sort: true }),
    c.date('decidedOn', '处罚决定日期', 'Decided on'),
    c.unit('authority', '行业主管部门', 'Trade authority', { filter: true }),
    c.date('pushedOn', '推送行业主管部门', 'Pushed to it on', { sort: true }),
    c.choice(
      'consequence',
      '后续措施',
      'What followed',
      [
        ['none', '暂无', 'none yet'],
        ['notice', '通报', 'notice'],
        ['talk', '约谈', 'talk'],
        ['deduction', '扣分', 'deduction'],
        ['bids', '限制评优和招投标', 'bid limits'],
        ['grade', '降级资质', 'lower grade'],
      ],
      { required: true, filter: true },
    ),
    c.date('followedOn', '后续措施日期', 'Followed on', { sort: true }),
    c.date('exposedOn', '曝光日期', 'Exposed on'),
    c.remark(),
  ],
  complete: ['basis', 'decidedOn', 'authority'],
  contradictions: [
    contradiction('pushedBeforeFound', '推送早于发现', 'pushed before it was found', [
      { column: 'pushedOn', is: 'before', than: { column: 'foundOn' } },
    ]),
    contradiction('followedWithoutDay', '已采取后续措施但未填日期', 'it was followed, but without a day', [
      { column: 'consequence', is: 'not_equal', than: 'none' },
      { column: 'followedOn', is: 'empty' },
    ]),
    contradiction('followedByNothing', '填了后续措施日期但措施为暂无', 'a day, but nothing that followed', [
      { column: 'consequence', is: 'equal', than: 'none' },
      { column: 'followedOn', is: 'given' },
    ]),
    contradiction('followedBeforePushed', '后续措施早于推送', 'it was followed before it was pushed', [
      { column: 'followedOn', is: 'before', than: { column: 'pushedOn' } },
    ]),
    contradiction('penaltyWithoutDecision', '有罚款但无决定日期', 'a penalty without a decision', [
      { column: 'penalty', is: 'more', than: 0 },
      { column: 'decidedOn', is: 'empty' },
    ]),
  ],
};
