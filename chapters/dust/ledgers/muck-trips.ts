import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Doubtful muck trips (26.2): what plate reading, washers and the truck platform together do not let pass. */
export const muckTrips: LedgerDefinition = {
  id: 'dust.muck-trips',
  title: { zh: '渣土运输问题线索台账', en: 'Doubtful muck trips' },
  entry: { zh: '条线索', en: 'leads' },
  about: {
    zh: '工地出口车牌识别、洗轮机状态与准运许可、运输路线、消纳场所比对出的问题，查处后闭环。',
    en: 'What does not fit between plates read at exits, washers, permits, routes and disposal sites; each is handled and closed.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '线索编号', 'Number', { required: true, longest: 60, sort: true }),
    c.date('foundOn', '发现日期', 'Found on', { required: true, sort: true }),
    c.time('foundAt', '发现时刻', 'At'),
    c.plate('plate', '车牌号', 'Plate', { required: true, filter: true }),
    c.entry('site', '出土工地', 'Site', 'dust.sites'),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '查处单位', 'Handled by', { required: true, filter: true }),
    c.choice(
      'found',
      '问题',
      'What',
      [
        ['unsealed', '未密闭运输', 'not sealed'],
        ['spill', '道路泄漏遗撒', 'spilled'],
        ['unwashed', '未冲洗出场', 'left unwashed'],
        ['no-permit', '无准运许可', 'no permit'],
        ['off-route', '偏离核定路线', 'off its route'],
        ['unknown-dump', '去向不明', 'destination unknown'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'by',
      '发现方式',
      'Found by',
      [
        ['plate', '车牌识别', 'plate reading'],
        ['washer', '洗轮机视频', 'washer video'],
        ['platform', '渣土车平台', 'truck platform'],
        ['patrol', '路面巡查', 'patrol'],
        ['report', '群众举报', 'report'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['open', '待查处', 'open'],
        ['handled', '已查处', 'handled'],
        ['void', '经核不属实', 'void'],
      ],
      { required: true, filter: true },
    ),
    c.date('handledOn', '查处日期', 'Handled on', { sort: true }),
    c.decimal('penalty', '罚款', 'Penalty', '元', { most: 10_000_000 }),
    c.yes('company', '同时处理企业', 'Company dealt with as well'),
    c.remark(),
  ],
  complete: ['foundAt', 'place'],
  contradictions: [
    contradiction('handledWithoutDay', '已查处但未填日期', 'handled, but without a day', [
      { column: 'state', is: 'equal', than: 'handled' },
      { column: 'handledOn', is: 'empty' },
    ]),
    contradiction('handledBeforeFound', '查处早于发现', 'handled before it was found', [
      { column: 'handledOn', is: 'before', than: { column: 'foundOn' } },
    ]),
  ],
};
