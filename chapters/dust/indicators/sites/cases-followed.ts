import { fromEvidence } from '#engines/indicators';

/** Pushed dust cases after which the trade authority acted (26.3). */
export const casesFollowed = fromEvidence({
  id: 'dust.cases-followed',
  title: { zh: '扬尘案件后续措施落实率', en: 'Dust cases followed up' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年推送行业主管部门的扬尘案件中，已采取通报、约谈、扣分、限制评优和招投标或降级资质的比例，自采取措施之日起计入。',
    en: 'Of the dust cases pushed to the trade authority this year, those followed by a notice, a talk, a deduction, bid limits or a lower grade, from the day of that on.',
  },
  words: ['通报、约谈、扣分'],
  counts: { zh: '件执法', en: 'cases' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.enforcement' },
      on: 'followedOn',
      sameYear: 'pushedOn',
      over: 'year',
      where: [{ column: 'consequence', is: 'not_equal', than: 'none' }],
    },
    in: { of: { ledger: 'dust.enforcement' }, on: 'pushedOn', over: 'year' },
  },
});
