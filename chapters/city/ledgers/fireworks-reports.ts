import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Reports of fireworks sold or set off, and what was done (28.1). */
export const fireworksReports: LedgerDefinition = {
  id: 'city.fireworks-reports',
  title: { zh: '烟花爆竹举报和案件台账', en: 'Fireworks' },
  entry: { zh: '条线索', en: 'reports' },
  about: {
    zh: '销售、储存、燃放烟花爆竹的举报和巡查发现，查处闭环。',
    en: 'Reports and finds of fireworks sold, stored or set off, each handled and closed.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60, sort: true }),
    c.date('foundOn', '发现日期', 'Found on', { required: true, sort: true }),
    c.time('foundAt', '发现时刻', 'At'),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('location', '地点', 'Where', { required: true }),
    c.choice(
      'kind',
      '行为',
      'What',
      [
        ['sale', '销售', 'sold'],
        ['storage', '储存', 'stored'],
        ['setting-off', '燃放', 'set off'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'by',
      '来源',
      'Source',
      [
        ['report', '群众举报', 'report'],
        ['patrol', '巡查', 'patrol'],
        ['video', '视频', 'video'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['open', '办理中', 'open'],
        ['confirmed', '查实处理', 'confirmed'],
        ['void', '不属实', 'void'],
      ],
      { required: true, filter: true },
    ),
    c.date('handledOn', '办结日期', 'Handled on', { sort: true }),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 1_000_000 }),
    c.remark(),
  ],
  complete: ['foundAt'],
  contradictions: [
    contradiction('wrongOrder', '办结早于发现', 'handled before it was found', [
      { column: 'handledOn', is: 'before', than: { column: 'foundOn' } },
    ]),
  ],
};
