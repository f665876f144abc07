import { fromEvidence } from '#engines/indicators';

/** Cases about tracks and spills within 100 m of an exit that are not dealt with yet (26.3). */
export const exitSpills = fromEvidence({
  id: 'dust.exit-spills',
  title: { zh: '出口100米遗撒未处理', en: 'Spills at exits not dealt with' },
  unit: '处',
  spokenUnit: { zh: '处', en: 'places' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '工地出口两侧100米车印、遗撒案件中，截至当日尚未作出处理决定的件数，含往年遗留。',
    en: 'Cases about tracks and spills within 100 m of an exit that are not decided yet, those of earlier years too.',
  },
  words: ['车印及渣土遗撒点'],
  counts: { zh: '件执法', en: 'cases' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'dust.enforcement' },
      on: 'foundOn',
      until: 'decidedOn',
      over: 'stock',
      where: [{ column: 'reason', is: 'equal', than: 'exit' }],
    },
  },
});
