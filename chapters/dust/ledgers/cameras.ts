import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Cameras of sites on the district's video platform (26.1). */
export const cameras: LedgerDefinition = {
  id: 'dust.cameras',
  title: { zh: '工地视频监控台账', en: 'Cameras of sites' },
  entry: { zh: '路视频', en: 'cameras' },
  about: {
    zh: '施工工地和场站扬尘视频：安装位置、接入平台、在线率和与行业部门、街道的共享。',
    en: 'Cameras of sites and yards: where, since when on the platform, how much of the time on line, shared with whom.',
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
    c.choice(
      'sees',
      '监控位置',
      'Sees',
      [
        ['exit', '出入口', 'exit'],
        ['washer', '洗轮机', 'wheel washer'],
        ['earthwork', '作业面', 'work area'],
        ['overview', '制高点', 'overview'],
      ],
      { required: true, filter: true },
    ),
    c.date('installedOn', '安装日期', 'Installed', { required: true, sort: true }),
    c.date('connectedOn', '接入平台日期', 'On the platform since', { sort: true }),
    c.date('removedOn', '拆除日期', 'Removed'),
    c.decimal('online', '近30天在线率', 'On line, last 30 days', '%', { most: 100, decimals: 1, sort: true }),
    c.yes('shared', '与街道共享', 'Shared with the street', { filter: true }),
    c.yes('plates', '车牌识别', 'Reads plates', { filter: true }),
    c.remark(),
  ],
  complete: ['online', 'shared'],
  contradictions: [
    contradiction('connectedBeforeInstalled', '接入早于安装', 'on the platform before it was installed', [
      { column: 'connectedOn', is: 'before', than: { column: 'installedOn' } },
    ]),
    contradiction('onlineWithoutPlatform', '未接入平台却有在线率', 'on line, but not on the platform', [
      { column: 'online', is: 'given' },
      { column: 'connectedOn', is: 'empty' },
    ]),
  ],
};
