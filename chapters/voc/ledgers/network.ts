import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Stations of the dense VOC network, per street (2.1). */
export const network: LedgerDefinition = {
  id: 'voc.network',
  title: { zh: 'VOCs高密度监测网台账', en: 'Dense VOC network' },
  entry: { zh: '个点位', en: 'stations' },
  about: {
    zh: '覆盖各街道的VOCs高密度监测点位、设备、联网和停用日期。',
    en: 'Stations of the dense VOC network: where, what, since when on line.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  columns: [
    c.text('number', '点位编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '点位名称', 'Name', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '运维单位', 'Run by', { required: true, filter: true }),
    c.choice(
      'kind',
      '设备类型',
      'Kind',
      [
        ['pid', 'PID微站', 'PID'],
        ['fid', 'FID', 'FID'],
        ['gc', '在线色谱', 'gas chromatograph'],
        ['ftir', '红外', 'FTIR'],
      ],
      { required: true, filter: true },
    ),
    c.date('installedOn', '安装日期', 'Installed', { required: true, sort: true }),
    c.date('onlineSince', '联网日期', 'On line since'),
    c.date('removedOn', '拆除日期', 'Removed'),
    c.remark(),
  ],
  complete: ['onlineSince', 'place'],
};
