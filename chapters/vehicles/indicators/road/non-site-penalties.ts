import { fromEvidence, type Tally } from '#engines/indicators';

const where: Tally['where'] = [{ column: 'cause', is: 'one_of', of: ['over-limit', 'black-smoke'] }];
const imposed = { of: { ledger: 'vehicles.penalties' }, on: 'decidedOn', over: 'year' } as const;

/** Of the penalties for excess emissions, the share imposed by remote evidence. */
export const nonSitePenalties = fromEvidence({
  id: 'vehicles.non-site-penalties',
  title: { zh: '排放超标非现场处罚比例', en: 'Penalties by remote evidence' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年对排放超标和冒黑烟车辆的处罚中，以非现场方式作出的比例。',
    en: 'Of the penalties for emissions above the limit and for visible smoke in the year, the share imposed by remote evidence.',
  },
  words: ['非现场执法处罚比例'],
  counts: { zh: '起处罚', en: 'penalties' },
  how: {
    verb: 'share',
    of: { ...imposed, where: [...where, { column: 'mode', is: 'equal', than: 'non-site' }] },
    in: { ...imposed, where },
  },
});
