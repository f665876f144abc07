import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Mobile measuring runs 走航 (2.1). */
export const walkThroughs: LedgerDefinition = {
  id: 'voc.walk-throughs',
  title: { zh: 'VOCs走航监测台账', en: 'Mobile VOC runs' },
  entry: { zh: '次走航', en: 'runs' },
  about: {
    zh: '走航监测的日期、路线里程、覆盖街道和发现高值点数。',
    en: 'Mobile runs: when, how far, which streets, how many hot spots.',
  },
  key: ['number'],
  name: 'route',
  keeper: 'unit',
  place: 'line',
  refreshDays: null,
  columns: [
    c.text('number', '走航编号', 'Number', { required: true, longest: 60 }),
    c.date('ranOn', '走航日期', 'Run on', { required: true, sort: true }),
    c.text('route', '路线', 'Route', { required: true, sort: true }),
    c.street('street', '主要街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '走航单位', 'Run by', { required: true, filter: true }),
    c.decimal('distance', '里程', 'Distance', '公里', { required: true, most: 1000, decimals: 1 }),
    c.integer('hotSpots', '高值点', 'Hot spots', '个', { most: 1000 }),
    c.remark(),
  ],
  complete: ['hotSpots'],
};
