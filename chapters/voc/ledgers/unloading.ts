import { column as c, type LedgerDefinition } from '#engines/ledgers';
import { derivePeak } from '../limits.ts';

/** Tanker unloading in summer, off peak or not (7.2). */
export const unloading: LedgerDefinition = {
  id: 'voc.unloading',
  title: { zh: '夏季装卸油台账', en: 'Summer unloading' },
  entry: { zh: '次卸油', en: 'unloadings' },
  about: {
    zh: '6至9月加油站、储油库装卸油时刻，10时至18时为应避开的高温时段。',
    en: 'When tankers unload from June to September; 10:00 to 18:00 is to be avoided.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: derivePeak,
  columns: [
    c.text('number', '记录编号', 'Number', { required: true, longest: 60, sort: true }),
    c.entry('station', '加油站编号', 'Station', 'voc.gas-stations', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '监管单位', 'Authority', { required: true, filter: true }),
    c.date('unloadedOn', '卸油日期', 'Unloaded on', { required: true, sort: true }),
    c.time('startedAt', '开始时刻', 'From', { required: true }),
    c.decimal('tonnes', '卸油量', 'Tonnes', '吨', { most: 1000 }),
    c.yes('offPeak', '避开高温时段', 'Off peak', { derived: true, filter: true }),
    c.yes('inSeason', '在错峰季节内', 'In the season', { derived: true, filter: true }),
    c.remark(),
  ],
  complete: ['tonnes'],
};
