import type { StandardDescription } from '#standards/editions';

export const STANDARD = {
  folder: 'ranking',
  document: '环办〔2014〕64号',
  title: { zh: '排名：按公布数字并列排名', en: 'Ranking: places on the printed figure' },
  editions: [
    {
      edition: '2014',
      inForce: { from: '2013-01-01' },
      citation: '环办〔2014〕64号 and its revision of 2018; places of the lists that Beijing publishes reproduce',
      checkedOn: '2026-11-23',
      confidence: 'H',
    },
  ],
  clauses: [
    {
      clause: 'published lists',
      what: {
        zh: '标准竞争排名（1、2、2、4），以修约后的数字为准',
        en: 'competition ranking (1, 2, 2, 4) on rounded figures',
      },
      by: ['competitionRank'],
    },
    {
      clause: 'published lists',
      what: { zh: '倒序前 N 名', en: 'the N worst, the worst first' },
      by: ['worstN'],
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '公布的倒序名单如何处理第 N 名并列未见规定，并列者全部列入。',
      en: 'How the published lists cut a tie at place N is not stated; the tie is taken in whole.',
    },
  ],
} as const satisfies StandardDescription;
