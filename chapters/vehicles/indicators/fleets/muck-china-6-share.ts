import { fromEvidence } from '#engines/indicators';

const trucks = { of: { ledger: 'dust.muck-trucks' }, on: 'permitFrom', over: 'stock', until: 'leftOn' } as const;

/** Of the muck trucks in use, the share of stage 6 or clean. */
export const muckChina6Share = fromEvidence({
  id: 'vehicles.muck-china-6-share',
  title: { zh: '国六和新能源渣土车比例', en: 'Muck trucks of stage 6 or clean' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '在册渣土车中排放阶段为国六和纯电动、氢燃料的比例。',
    en: 'Of the muck trucks in use, the share of emission stage 6, battery electric or hydrogen.',
  },
  words: ['渣土车辆'],
  counts: { zh: '辆渣土车', en: 'muck trucks' },
  how: {
    verb: 'share',
    of: { ...trucks, where: [{ column: 'stage', is: 'one_of', of: ['china-6', 'electric', 'hydrogen'] }] },
    in: trucks,
  },
});
