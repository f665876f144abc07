import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Wheel washers at the exits of sites (26.2). */
export const washers: LedgerDefinition = {
  id: 'dust.washers',
  title: { zh: '工地洗轮机台账', en: 'Wheel washers of sites' },
  entry: { zh: '台洗轮机', en: 'washers' },
  about: {
    zh: '工地出口的洗轮机：形式、沉淀池、运行状态和视频监控，与车牌识别、准运许可一起构成渣土车闭环管理。',
    en: 'Wheel washers at exits: kind, basins, state and video; with plate reading and permits they close the loop of muck trucks.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'point',
  refreshDays: 31,
  columns: [
    c.text('number', '设备编号', 'Number', { required: true, longest: 60, sort: true }),
    c.entry('site', '施工许可证或登记号', 'Site', 'dust.sites', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '行业主管部门', 'Trade authority', { required: true, filter: true }),
    c.text('gate', '出口', 'Exit', { longest: 40 }),
    c.choice(
      'kind',
      '形式',
      'Kind',
      [
        ['automatic', '全自动洗轮机', 'automatic', '自动洗车机', '洗轮机'],
        ['basin', '洗车池加高压冲洗', 'basin and jet'],
        ['jet', '高压冲洗枪', 'jet only'],
      ],
      { required: true, filter: true },
    ),
    c.date('installedOn', '安装日期', 'Installed', { required: true, sort: true }),
    c.date('removedOn', '拆除日期', 'Removed'),
    c.choice(
      'state',
      '状态',
      'State',
      [
        ['working', '正常', 'working', '正常运行'],
        ['broken', '故障', 'broken', '损坏'],
        ['idle', '停用', 'not in use'],
      ],
      { required: true, filter: true },
    ),
    c.date('videoSince', '视频监控启用', 'Video since', { sort: true }),
    c.yes('basins', '三级沉淀池', 'Three settling basins', { filter: true }),
    c.date('checkedOn', '最近检查日期', 'Last checked', { sort: true }),
    c.remark(),
  ],
  complete: ['gate', 'checkedOn'],
  contradictions: [
    contradiction('videoBeforeInstalled', '视频启用早于安装', 'video before it was installed', [
      { column: 'videoSince', is: 'before', than: { column: 'installedOn' } },
    ]),
    contradiction('removedBeforeInstalled', '拆除早于安装', 'removed before it was installed', [
      { column: 'removedOn', is: 'before', than: { column: 'installedOn' } },
    ]),
  ],
};
