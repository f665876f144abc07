import type { InspectionKind } from '#engines/inspections';

/** Quality of cleaning on roads, back streets and alleys (25.1, 25.2). */
export const alleyCleaning: InspectionKind = {
  id: 'dust.alley-cleaning',
  title: { zh: '道路清扫保洁检查', en: 'Cleaning check' },
  counts: { zh: '次保洁检查', en: 'cleaning checks' },
  about: {
    zh: '对道路、背街小巷和胡同清扫保洁质量的检查。',
    en: 'Quality of cleaning on roads, back streets and alleys.',
  },
  of: { ledgers: ['dust.roads'] },
  mendDays: 1,
  checklist: [
    { id: 'swept', title: { zh: '路面干净、见本色', en: 'Surface clean' }, severity: 'minor' },
    {
      id: 'kerb',
      title: { zh: '道牙、树坑、便道无积尘', en: 'No dust at kerbs, tree pits and pavements' },
      severity: 'minor',
    },
    { id: 'washed', title: { zh: '按等级冲刷、洗地', en: 'Washed as its grade asks' }, severity: 'minor' },
    { id: 'spill', title: { zh: '无遗撒、无积存渣土', en: 'No spills or heaps' }, severity: 'serious' },
    {
      id: 'machine',
      title: { zh: '机械作业按规程（喷水、低速）', en: 'Machines as ruled (water, slow)' },
      severity: 'minor',
    },
    { id: 'grid', title: { zh: '雨箅、隔离带清洁', en: 'Grids and dividers clean' }, severity: 'minor' },
  ],
  columns: [
    {
      id: 'score',
      title: { zh: '评分', en: 'Score' },
      type: 'integer',
      unit: '分',
      least: 0,
      most: 100,
    },
  ],
};
