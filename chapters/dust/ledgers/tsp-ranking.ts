import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveFromEnd } from '../formulas.ts';

/** The city's half-monthly list of streets by TSP (27.1): each street's place among all streets of the city. */
export const tspRanking: LedgerDefinition = {
  id: 'dust.tsp-ranking',
  title: { zh: '街道TSP浓度排名', en: 'Ranking of streets by TSP' },
  entry: { zh: '条排名', en: 'places' },
  about: {
    zh: '市级半月通报中各街道粗颗粒物（TSP）浓度及在全市街道（乡镇）中的位次，并列位次按通报原样记录。',
    en: "TSP of each street and its place among all streets of the city, from the city's half-monthly bulletin; ties as printed.",
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
    c.decimal('value', 'TSP浓度', 'TSP', '微克/立方米', { required: true, most: 10_000, decimals: 0, sort: true }),
    c.integer('rank', '全市位次', 'Place in the city', '位', {
      required: true,
      least: 1,
      most: 1000,
      sort: true,
      help: { zh: '浓度由低到高，1为最好。', en: 'From the lowest, 1 is best.' },
    }),
    c.integer('of', '参加排名数', 'Ranked in all', '个', { required: true, least: 1, most: 1000 }),
    c.integer('fromEnd', '倒数位次', 'Place from the end', '位', {
      derived: true,
      least: 1,
      most: 1000,
      sort: true,
      filter: true,
    }),
    c.remark(),
  ],
  contradictions: [
    contradiction('beyondTheEnd', '位次大于参加排名数', 'placed beyond the end of the list', [
      { column: 'rank', is: 'more', than: { column: 'of' } },
    ]),
  ],
};
