import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveLoop } from '../formulas.ts';

/** Loads of muck from a site's exit to the disposal site (26.2). */
export const muckLoads: LedgerDefinition = {
  id: 'dust.muck-loads',
  title: { zh: '渣土运输车次台账', en: 'Muck loads' },
  entry: { zh: '车次', en: 'loads' },
  about: {
    zh: '渣土车每一车次：出场时间、车牌、准运许可、冲洗和密闭、消纳场所和到达时间；由车牌识别、洗轮机视频和渣土车平台的记录导入。',
    en: 'Each load of a muck truck: when it left, plate, permit, washed and sealed, where and when it arrived; imported from plate reading, washer video and the truck platform.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: deriveLoop,
  columns: [
    c.text('number', '电子联单号', 'Way-bill', { required: true, longest: 60, sort: true }),
    c.date('leftOn', '出场日期', 'Left on', { required: true, sort: true }),
    c.time('leftAt', '出场时刻', 'Left at'),
    c.plate('plate', '车牌号', 'Plate', { required: true, filter: true }),
    c.entry('site', '出土工地', 'Site', 'dust.sites', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.text('permit', '准运许可证号', 'Permit', {
      longest: 60,
      help: {
        zh: '该车当日有效的准运许可证号，与渣土车辆台账一致',
        en: "The truck's permit of that day, as in the ledger of trucks",
      },
    }),
    c.yes('sealed', '密闭运输', 'Sealed', { filter: true }),
    c.yes('washed', '冲洗后出场', 'Washed', { filter: true }),
    c.entry('disposal', '消纳场所', 'Disposal site', 'dust.disposal-sites'),
    c.date('arrivedOn', '到达日期', 'Arrived on', { sort: true }),
    c.time('arrivedAt', '到达时刻', 'Arrived at'),
    c.decimal('volume', '方量', 'Volume', '立方米', { most: 60, decimals: 1 }),
    c.choice(
      'by',
      '数据来源',
      'Recorded by',
      [
        ['plate', '车牌识别', 'plate reading'],
        ['platform', '渣土车平台', 'truck platform'],
        ['hand', '人工登记', 'by hand'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'loop',
      '车次环节',
      'Legs of the load',
      [
        ['whole', '完整', 'complete'],
        ['open', '不完整', 'incomplete'],
      ],
      { derived: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['leftAt', 'volume'],
  contradictions: [
    contradiction('arrivedBeforeLeft', '到达早于出场', 'arrived before it left', [
      { column: 'arrivedOn', is: 'before', than: { column: 'leftOn' } },
    ]),
    contradiction('arrivedSooner', '当日到达时刻早于出场时刻', 'arrived at an hour before it left', [
      { column: 'arrivedOn', is: 'equal', than: { column: 'leftOn' } },
      { column: 'arrivedAt', is: 'before', than: { column: 'leftAt' } },
    ]),
    contradiction('arrivedNowhere', '已到达但未填消纳场所', 'arrived, but not where', [
      { column: 'arrivedOn', is: 'given' },
      { column: 'disposal', is: 'empty' },
    ]),
  ],
};
