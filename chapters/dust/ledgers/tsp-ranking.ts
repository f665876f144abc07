import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveFromEnd } from '../formulas.ts';

/** The city's half-monthly list of streets by TSP (27.1): each street's place among all streets of the city. */
export const tspRanking: LedgerDefinition = {
  id: 'dust.tsp-ranking',
  title: { zh: '街道TSP浓度排名', en: 'Ranking of streets by TSP' },
  entry: { zh: '条排名', en: 'places' },
  about: {
    zh: '市级半月通报中本区各街道粗颗粒物（TSP）是否列入全市后30名及其位次；通报只印后30名，未列入的街道好于第30名。',
    en: "Whether each of our streets is among the city's 30 worst by TSP in the half-monthly bulletin, and at which place; a street that it does not list is better than the 30th.",
  },
  key: ['period', 'street'],
  name: 'period',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: deriveFromEnd,
  columns: [
    c.text('period', '通报期次', 'Bulletin', {
      required: true,
      longest: 30,
      sort: true,
      help: { zh: '如 2021-10上、2021-10下。', en: 'Like 2021-10a, 2021-10b.' },
    }),
    c.date('publishedOn', '期末日期', 'Last day', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '来源单位', 'Entered by', { required: true, filter: true }),
    c.choice(
      'listed',
      '是否列入后30名',
      'Among the 30 worst',
      [
        ['yes', '列入', 'listed'],
        ['no', '未列入', 'not listed'],
      ],
      { required: true, filter: true },
    ),
    c.integer('place', '后30名中位次', 'Place from the worst', '位', {
      least: 1,
      most: 30,
      sort: true,
      help: { zh: '按通报原样：倒序，1为最差，并列位次照录。', en: 'As printed: 1 is the worst; shared places stay.' },
    }),
    c.decimal('value', 'TSP浓度', 'TSP', '微克/立方米', {
      most: 10_000,
      decimals: 0,
      sort: true,
      help: { zh: '通报列出本街道浓度时填写。', en: 'Where the bulletin prints it.' },
    }),
    c.integer('fromEnd', '倒数位次', 'Place from the end', '位', {
      derived: true,
      least: 1,
      most: 31,
      sort: true,
      filter: true,
      help: { zh: '未列入后30名的记31（至少）。', en: '31, at least, for a street that is not listed.' },
    }),
    c.remark(),
  ],
  contradictions: [
    contradiction('listedWithoutPlace', '列入后30名但无位次', 'listed without a place', [
      { column: 'listed', is: 'equal', than: 'yes' },
      { column: 'place', is: 'empty' },
    ]),
    contradiction('placeWithoutList', '未列入后30名却有位次', 'a place though not listed', [
      { column: 'listed', is: 'equal', than: 'no' },
      { column: 'place', is: 'given' },
    ]),
  ],
};
