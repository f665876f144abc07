import { fromEvidence } from '#engines/indicators';

/** Heating area retrofitted of what is planned for the year (18.1). */
export const heatingDone = fromEvidence({
  id: 'energy.heating-done',
  title: { zh: '供热节能项目完成率', en: 'Heating projects done' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已完成项目的面积占在账项目面积的比例。',
    en: 'Area of the projects done, of all on the books.',
  },
  words: ['供热节能项目'],
  counts: { zh: '个项目', en: 'projects' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'energy.heating-projects' }, on: 'doneOn', over: 'stock', amount: 'area' },
    in: { of: { ledger: 'energy.heating-projects' }, on: 'keptSince', over: 'stock', amount: 'area' },
  },
});
