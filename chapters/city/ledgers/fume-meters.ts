import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** On-line fume meters of restaurants (27.5). */
export const fumeMeters: LedgerDefinition = {
  id: 'city.fume-meters',
  title: { zh: '油烟在线监测设备台账', en: 'Fume meters' },
  entry: { zh: '台监测设备', en: 'meters' },
  about: {
    zh: '餐饮油烟在线监测设备的安装、联网、在线率、超标和校准情况。',
    en: 'On-line fume meters: installed, connected, how much of the time on line, exceedances, calibration.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place: 'none',
  refreshDays: 31,
  columns: [
    c.text('number', '设备编号', 'Number', { required: true, longest: 60, sort: true }),
    c.entry('restaurant', '食品经营许可证号', 'Restaurant', 'city.restaurants', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.date('installedOn', '安装日期', 'Installed', { required: true, sort: true }),
    c.date('connectedOn', '联网日期', 'Connected on', { sort: true }),
    c.date('removedOn', '拆除日期', 'Removed'),
    c.decimal('online', '近30天在线率', 'On line, last 30 days', '%', { most: 100, decimals: 1, sort: true }),
    c.integer('exceedances', '近30天超标时数', 'Hours above the limit, last 30 days', '小时', {
      most: 720,
      sort: true,
      help: {
        zh: '油烟、颗粒物、非甲烷总烃任一项超过 DB11/1488 限值的小时数。',
        en: 'Any of fume, particles, NMHC above DB11/1488.',
      },
    }),
    c.date('handledOn', '超标处置日期', 'Exceedance handled on', { sort: true }),
    c.date('calibratedOn', '最近校准日期', 'Last calibrated', { sort: true }),
    c.remark(),
  ],
  complete: ['online', 'calibratedOn'],
  contradictions: [
    contradiction('connectedBeforeInstalled', '联网早于安装', 'connected before it was installed', [
      { column: 'connectedOn', is: 'before', than: { column: 'installedOn' } },
    ]),
    contradiction('onlineUnconnected', '未联网却有在线率', 'on line, but not connected', [
      { column: 'online', is: 'given' },
      { column: 'connectedOn', is: 'empty' },
    ]),
  ],
};
