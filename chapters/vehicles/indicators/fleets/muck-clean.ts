import { fromEvidence } from '#engines/indicators';

const trucks = { of: { ledger: 'dust.muck-trucks' }, on: 'permitFrom', over: 'stock', until: 'leftOn' } as const;

/** Electric and hydrogen muck trucks in use. */
export const muckClean = fromEvidence({
  id: 'vehicles.muck-clean',
  title: { zh: '纯电动和氢燃料渣土车', en: 'Clean muck trucks' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '在册的纯电动和氢燃料电池渣土车，即示范运营车辆。',
    en: 'Battery-electric and hydrogen muck trucks in use: those of the pilot.',
  },
  words: ['渣土车示范'],
  counts: { zh: '辆渣土车', en: 'muck trucks' },
  how: { verb: 'count', of: { ...trucks, where: [{ column: 'stage', is: 'one_of', of: ['electric', 'hydrogen'] }] } },
});
