import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Per warning and listed place: told, confirmed, checked (31.1). */
export const confirmations: LedgerDefinition = {
  id: 'response.confirmations',
  title: { zh: '应急响应落实台账', en: 'Responses confirmed' },
  entry: { zh: '条落实', en: 'confirmations' },
  about: {
    zh: '每次预警中清单单位的通知、确认和现场核查结果。',
    en: 'For each warning and listed place: told, confirmed, checked, with the result.',
  },
  key: ['warning', 'place'],
  name: 'place',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    c.entry('warning', '预警编号', 'Warning', 'response.warnings', { required: true, sort: true }),
    c.entry('place', '清单编号', 'Listed place', 'response.emergency-list', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
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
    c.date('startedOn', '预警启动', 'Warning starts', { required: true, sort: true }),
    c.date('confirmedOn', '确认日期', 'Confirmed on', { sort: true }),
    c.choice(
      'inTime',
      '是否按时确认',
      'In time',
      [
        ['yes', '按时', 'in time'],
        ['late', '超时', 'late'],
        ['none', '未确认', 'not at all'],
      ],
      { required: true, filter: true },
    ),
    c.date('checkedOn', '现场核查', 'Checked on'),
    c.choice(
      'result',
      '核查结果',
      'Result',
      [
        ['kept', '落实', 'kept'],
        ['broken', '未落实', 'broken'],
        ['unchecked', '未核查', 'not checked'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
};
