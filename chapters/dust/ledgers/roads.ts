import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Roads by class, alleys included: what is swept how, and where residue is measured (25.1, 25.2, 27.3). */
export const roads: LedgerDefinition = {
  id: 'dust.roads',
  title: { zh: '道路清扫保洁台账', en: 'Roads and their cleaning' },
  entry: { zh: '条道路', en: 'roads' },
  about: {
    zh: '城市道路、背街小巷和胡同的等级、长宽、清扫保洁等级与作业单位，是尘土残存量检测范围的分母。',
    en: 'Roads, back streets and alleys: class, length, width, cleaning grade and who sweeps; the denominator of where residue is measured.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'line',
  refreshDays: 184,
  object: { kind: 'road', by: 'number' },
  columns: [
    c.text('number', '道路编号', 'Number', { required: true, longest: 40, aliases: ['编号'] }),
    c.text('name', '道路名称', 'Road', { required: true, sort: true }),
    c.text('from', '起点', 'From'),
    c.text('to', '止点', 'To'),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'class',
      '道路等级',
      'Class',
      [
        ['expressway', '快速路', 'expressway'],
        ['trunk', '主干路', 'trunk road'],
        ['secondary', '次干路', 'secondary road'],
        ['branch', '支路', 'branch road'],
        ['back', '背街小巷', 'back street'],
        ['alley', '胡同', 'alley'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('length', '长度', 'Length', '米', { required: true, most: 100_000, sort: true }),
    c.decimal('width', '宽度', 'Width', '米', { most: 200 }),
    c.choice(
      'grade',
      '清扫保洁等级',
      'Cleaning grade',
      [
        ['special', '特级', 'special'],
        ['first', '一级', 'first'],
        ['second', '二级', 'second'],
        ['third', '三级', 'third'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '作业单位', 'Swept by', { required: true, filter: true }),
    c.yes('machine', '机械化清扫', 'Swept by machine', { required: true, filter: true }),
    c.date('machineSince', '机械化起始', 'By machine since'),
    c.date('listedOn', '入账日期', 'On the books since', { required: true }),
    c.remark(),
  ],
  complete: ['width', 'from', 'to', 'place'],
  contradictions: [
    contradiction('sinceWithoutMachine', '未机械化但填了起始日期', 'a machine date without a machine', [
      { column: 'machineSince', is: 'given' },
      { column: 'machine', is: 'equal', than: false },
    ]),
  ],
};
