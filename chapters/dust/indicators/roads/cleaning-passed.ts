import { fromEvidence } from '#engines/indicators';

/** Checks of cleaning of alleys and roads that found nothing (25.2). */
export const cleaningPassed = fromEvidence({
  id: 'dust.cleaning-passed',
  title: { zh: '清扫保洁检查合格率', en: 'Cleaning checks passed' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年道路、背街小巷和胡同清扫保洁检查中未发现问题的比例。',
    en: 'Checks of the cleaning of roads, back streets and alleys this year that found nothing wrong.',
  },
  words: ['保洁合格率'],
  counts: { zh: '次检查', en: 'checks' },
  how: {
    verb: 'share',
    of: {
      of: { inspections: ['dust.alley-cleaning'] },
      on: 'visitedOn',
      over: 'year',
      where: [{ column: 'result', is: 'equal', than: 'sound' }],
    },
    in: { of: { inspections: ['dust.alley-cleaning'] }, on: 'visitedOn', over: 'year' },
  },
});
