import { fromEvidence } from '#engines/indicators';

/** Reports of fireworks that were handled (28.1). */
export const fireworksHandled = fromEvidence({
  id: 'city.fireworks-handled',
  title: { zh: '烟花爆竹线索办结率', en: 'Fireworks reports handled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年办结的烟花爆竹线索占发现线索的比例。',
    en: 'Reports of fireworks handled this year, of those that came in.',
  },
  words: ['烟花爆竹办结'],
  counts: { zh: '条线索', en: 'reports' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'city.fireworks-reports' }, on: 'handledOn', sameYear: 'foundOn', over: 'year' },
    in: { of: { ledger: 'city.fireworks-reports' }, on: 'foundOn', over: 'year' },
  },
});
