import { fromEvidence } from '#engines/indicators';

/** Mean residue of all roads sampled this year (27.3, 25.1). */
export const residueMean = fromEvidence({
  id: 'dust.residue-mean',
  title: { zh: '道路尘土残存量均值', en: 'Mean road dust residue' },
  unit: '克/平方米',
  spokenUnit: { zh: '克/平方米', en: 'g/m²' },
  better: 'lower',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年全部道路（含背街小巷、胡同）样品残存量的平均值；雨后样品不计入。',
    en: 'Mean of all samples of the year, back streets and alleys included; samples after rain are left out.',
  },
  words: ['道路尘土残存量'],
  counts: { zh: '个样', en: 'samples' },
  how: {
    verb: 'mean',
    of: {
      of: { ledger: 'dust.residue-samples' },
      on: 'sampledOn',
      over: 'year',
      amount: 'residue',
      exclude: [
        {
          id: 'rain',
          title: { zh: '雨后采样', en: 'taken after rain' },
          when: [{ column: 'weather', is: 'equal', than: 'wet' }],
        },
      ],
    },
  },
});
