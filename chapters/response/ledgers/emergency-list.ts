import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Enterprises and sites of the emergency list, with grade and measures by level (31.1). */
export const emergencyList: LedgerDefinition = {
  id: 'response.emergency-list',
  title: { zh: '重污染应急减排清单', en: 'Emergency list' },
  entry: { zh: '家单位', en: 'entries' },
  about: {
    zh: '空气重污染应急减排清单（一厂一策）：绩效等级、各级预警的减排措施、公示牌和更新日期。',
    en: 'The emergency list: performance grade, what stops at each level, the notice board, when it was renewed.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 184,
  object: { kind: 'enterprise', by: 'number' },
  columns: [
    c.text('number', '清单编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '单位名称', 'Name', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.creditCode('code', '统一社会信用代码', 'Credit code'),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['enterprise', '工业企业', 'enterprise'],
        ['site', '施工工地', 'site'],
        ['fleet', '运输企业', 'fleet'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'grade',
      '绩效等级',
      'Grade',
      [
        ['a', 'A级', 'A'],
        ['b', 'B级', 'B'],
        ['c', 'C级', 'C'],
        ['d', 'D级', 'D'],
        ['none', '未分级', 'none'],
      ],
      { required: true, filter: true },
    ),
    c.words('yellow', '黄色预警措施', 'Yellow', { longest: 500 }),
    c.words('orange', '橙色预警措施', 'Orange', { longest: 500 }),
    c.words('red', '红色预警措施', 'Red', { longest: 500 }),
    c.date('listedOn', '列入日期', 'Listed', { required: true, sort: true }),
    c.date('renewedOn', '本年更新', 'Renewed this year', { sort: true }),
    c.date('leftOn', '移出日期', 'Left'),
    c.yes('board', '公示牌', 'Notice board', { filter: true }),
    c.remark(),
  ],
  complete: ['yellow', 'orange', 'red'],
};
