import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Projects by which NOx and VOCs are cut, with tonnes (22.1, 10.1). */
export const reductionProjects: LedgerDefinition = {
  id: 'energy.reduction-projects',
  title: { zh: '总量减排项目台账', en: 'Emission cuts' },
  entry: { zh: '个项目', en: 'projects' },
  about: {
    zh: '氮氧化物和VOCs总量减排项目：减排量、核算依据和核定状态，与市级下达的减排任务比较。',
    en: 'Projects that cut NOx and VOCs: tonnes, on what account, whether verified; compared with what the city assigns.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  columns: [
    c.text('number', '项目编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '项目名称', 'Project', { required: true, sort: true }),
    c.choice(
      'pollutant',
      '污染物',
      'Pollutant',
      [
        ['nox', '氮氧化物', 'NOx', 'NOx'],
        ['vocs', 'VOCs', 'VOCs', '挥发性有机物'],
      ],
      { required: true, filter: true },
    ),
    c.unit('unit', '责任单位', 'Answers for it', { required: true, filter: true }),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['boiler', '锅炉改造', 'boilers'],
        ['vehicles', '车辆淘汰更新', 'vehicles'],
        ['solvent', '源头替代', 'substitution'],
        ['treatment', '末端治理', 'treatment'],
        ['repair', '汽修治理', 'repair shops'],
        ['catering', '餐饮治理', 'catering'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('tonnes', '减排量', 'Cut', '吨', { required: true, most: 100_000, decimals: 3, sort: true }),
    c.date('doneOn', '完成日期', 'Done on', { sort: true }),
    c.choice(
      'state',
      '核定状态',
      'State',
      [
        ['claimed', '申报', 'claimed'],
        ['verified', '核定', 'verified'],
        ['rejected', '不予认定', 'rejected'],
      ],
      { required: true, filter: true },
    ),
    c.date('verifiedOn', '核定日期', 'Verified on', { sort: true }),
    c.text('account', '核算依据', 'Account', { longest: 300 }),
    c.remark(),
  ],
  complete: ['account'],
  contradictions: [
    contradiction('verifiedWithoutDay', '已核定但无核定日期', 'verified without a day', [
      { column: 'state', is: 'equal', than: 'verified' },
      { column: 'verifiedOn', is: 'empty' },
    ]),
  ],
};
