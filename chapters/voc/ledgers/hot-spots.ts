import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** VOC hot spots found, traced and disposed (2.1). */
export const hotSpots: LedgerDefinition = {
  id: 'voc.hot-spots',
  title: { zh: 'VOCs高值区溯源处置台账', en: 'VOC hot spots' },
  entry: { zh: '处高值区', en: 'hot spots' },
  about: {
    zh: '高密度网、走航、卫星识别的VOCs高值区：溯源、处置时限和结果。',
    en: 'Hot spots found by the dense network, mobile runs and satellites: traced to a source, disposed in time.',
  },
  key: ['number'],
  name: 'location',
  keeper: 'street',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.date('foundOn', '发现日期', 'Found on', { required: true, sort: true }),
    c.text('location', '位置', 'Where', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'by',
      '发现方式',
      'Found by',
      [
        ['network', '高密度监测网', 'dense network'],
        ['walk', '走航监测', 'mobile run'],
        ['satellite', '卫星遥感', 'satellite'],
        ['grid', '热点网格', 'hot-spot grid'],
        ['report', '举报', 'report'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('value', 'TVOC峰值', 'Peak of TVOC', 'ppb', { most: 1_000_000, decimals: 1, sort: true }),
    c.text('source', '溯源结果', 'Source'),
    c.date('tracedOn', '溯源完成', 'Traced on'),
    c.date('dueOn', '处置时限', 'Due', { required: true }),
    c.date('disposedOn', '处置完成', 'Disposed on', { sort: true }),
    c.choice(
      'inTime',
      '是否按时',
      'In time',
      [
        ['yes', '按时', 'in time'],
        ['late', '超时', 'late'],
        ['open', '未处置', 'open'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['source', 'place'],
  contradictions: [
    contradiction('wrongOrder', '处置早于发现', 'disposed before it was found', [
      { column: 'disposedOn', is: 'before', than: { column: 'foundOn' } },
    ]),
  ],
};
