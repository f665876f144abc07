import { fromEvidence } from '#engines/indicators';

/** Floor space retrofitted of what is planned for the year (19.1). */
export const buildingDone = fromEvidence({
  id: 'energy.building-done',
  title: { zh: '建筑节能改造完成率', en: 'Building projects done' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已完成项目的面积占在账项目面积的比例。',
    en: 'Area of the projects done, of all on the books.',
  },
  words: ['建筑节能改造'],
  counts: { zh: '个项目', en: 'projects' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'energy.building-projects' }, on: 'doneOn', over: 'stock', amount: 'area' },
    in: { of: { ledger: 'energy.building-projects' }, on: 'keptSince', over: 'stock', amount: 'area' },
  },
});
