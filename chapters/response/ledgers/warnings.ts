import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Days after a warning ended in which it has to be evaluated: the district's own rule. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** Evaluated in time or not, and the day from which that is known: when it was evaluated, else when it was due. */
export const deriveEvaluated: NonNullable<LedgerDefinition['derive']> = ({ endsOn, evaluatedOn }) => {
  if (typeof endsOn !== 'string') return {};
  const dueOn = new Date(Date.parse(endsOn) + DAYS * DAY_MS).toISOString().slice(0, 10);
  if (typeof evaluatedOn !== 'string') return { evaluated: 'open', judgedOn: dueOn };
  return evaluatedOn <= dueOn ? { evaluated: 'yes', judgedOn: evaluatedOn } : { evaluated: 'late', judgedOn: dueOn };
};

/** Heavy-pollution warnings that the city ordered and the district carried out (31.1). */
export const warnings: LedgerDefinition = {
  id: 'response.warnings',
  title: { zh: '空气重污染预警台账', en: 'Heavy-pollution warnings' },
  entry: { zh: '次预警', en: 'warnings' },
  about: {
    zh: '每次空气重污染预警的指令、级别、起止时间、调整和事后评估；应急响应落实台账按预警编号对应。',
    en: 'Each warning: the order, its level, when it began and ended, changes, the evaluation afterwards; responses refer to its number.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: deriveEvaluated,
  columns: [
    c.text('number', '预警编号', 'Number', { required: true, longest: 40, sort: true }),
    c.text('order', '指令文号', 'Order', { longest: 80 }),
    c.unit('unit', '组织单位', 'Led by', { required: true, filter: true }),
    c.choice(
      'level',
      '预警级别',
      'Level',
      [
        ['yellow', '黄色', 'yellow'],
        ['orange', '橙色', 'orange'],
        ['red', '红色', 'red'],
      ],
      { required: true, filter: true },
    ),
    c.choice('changedFrom', '由何级别调整', 'Changed from', [
      ['yellow', '黄色', 'yellow'],
      ['orange', '橙色', 'orange'],
      ['red', '红色', 'red'],
    ]),
    c.date('issuedOn', '发布日期', 'Issued on', { required: true, sort: true }),
    c.time('issuedAt', '发布时刻', 'Issued at'),
    c.date('startsOn', '启动日期', 'Starts on', { required: true, sort: true }),
    c.time('startsAt', '启动时刻', 'Starts at'),
    c.date('endsOn', '解除日期', 'Ends on', { sort: true }),
    c.time('endsAt', '解除时刻', 'Ends at'),
    c.date('toldOn', '转发各单位日期', 'Units told on', { sort: true }),
    c.date('evaluatedOn', '事后评估日期', 'Evaluated on', { sort: true }),
    c.decimal('peakCut', '评估削峰比例', 'Peak cut', '%', { most: 100, decimals: 1 }),
    c.choice(
      'evaluated',
      '评估情况',
      'Evaluation',
      [
        ['yes', '按时评估', 'in time'],
        ['late', '评估超期', 'late'],
        ['open', '未评估', 'none yet'],
      ],
      { derived: true, filter: true },
    ),
    c.date('judgedOn', '评估完成或到期', 'Evaluated or due on', { derived: true, sort: true }),
    c.remark(),
  ],
  complete: ['order', 'issuedAt', 'startsAt'],
  contradictions: [
    contradiction('endsBeforeItStarts', '解除早于启动', 'ends before it starts', [
      { column: 'endsOn', is: 'before', than: { column: 'startsOn' } },
    ]),
    contradiction('startsBeforeIssued', '启动早于发布', 'starts before it is issued', [
      { column: 'startsOn', is: 'before', than: { column: 'issuedOn' } },
    ]),
    contradiction('evaluatedBeforeItEnds', '评估早于解除', 'evaluated before it ends', [
      { column: 'evaluatedOn', is: 'before', than: { column: 'endsOn' } },
    ]),
  ],
};
