import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Alarms of on-line monitoring, stations not stable or not accurate, and what was done (7.1). */
export const vapourAlarms: LedgerDefinition = {
  id: 'voc.vapour-alarms',
  title: { zh: '油气回收报警处置台账', en: 'Vapour alarms handled' },
  entry: { zh: '条报警', en: 'alarms' },
  about: {
    zh: '在线监控系统报警、未稳定运行和数据不准确的加油站，按报警类型处置闭环。',
    en: 'Alarms of the on-line systems, stations not running steadily or with doubtful data; each handled and closed.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '报警编号', 'Number', { required: true, longest: 60, sort: true }),
    c.entry('station', '加油站编号', 'Station', 'voc.gas-stations', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '处置单位', 'Handled by', { required: true, filter: true }),
    c.date('raisedOn', '报警日期', 'Raised on', { required: true, sort: true }),
    c.choice(
      'kind',
      '类型',
      'Kind',
      [
        ['ratio', '气液比报警', 'A/L ratio'],
        ['leak', '密闭性', 'leak'],
        ['pressure', '零压', 'zero pressure'],
        ['concentration', '油气浓度', 'vapour concentration'],
        ['unstable', '未稳定运行', 'not steady'],
        ['inaccurate', '数据不准确', 'not accurate'],
      ],
      { required: true, filter: true },
    ),
    c.text('nozzle', '油枪', 'Nozzle', { longest: 20 }),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['open', '待处置', 'open'],
        ['mended', '已整改', 'mended'],
        ['fined', '立案处罚', 'fined'],
        ['void', '误报', 'false alarm'],
      ],
      { required: true, filter: true },
    ),
    c.date('handledOn', '处置日期', 'Handled on', { sort: true }),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 10_000_000 }),
    c.remark(),
  ],
  complete: ['nozzle'],
  contradictions: [
    contradiction('wrongOrder', '处置早于报警', 'handled before it was raised', [
      { column: 'handledOn', is: 'before', than: { column: 'raisedOn' } },
    ]),
  ],
};
