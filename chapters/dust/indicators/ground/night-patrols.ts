import { fromEvidence } from '#engines/indicators';

/** Patrols at night (27.2). */
export const nightPatrols = fromEvidence({
  id: 'dust.night-patrols',
  title: { zh: '夜间扬尘巡查次数', en: 'Night patrols' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'patrols' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年22时至次日6时开展的扬尘巡查次数。',
    en: 'Patrols between 22:00 and 6:00 this year.',
  },
  words: ['夜间巡查'],
  counts: { zh: '次巡查', en: 'patrols' },
  how: {
    verb: 'count',
    of: {
      of: { inspections: ['dust.night-patrol', 'dust.site-visit'] },
      on: 'visitedOn',
      over: 'year',
      where: [{ column: 'atNight', is: 'equal', than: true }],
    },
  },
});
