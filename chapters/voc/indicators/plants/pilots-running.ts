import { fromEvidence } from '#engines/indicators';

/** Recovery pilots running (6.1). */
export const pilotsRunning = fromEvidence({
  id: 'voc.pilots-running',
  title: { zh: '溶剂回收和活性炭再生试点', en: 'Recovery pilots running' },
  unit: '个',
  spokenUnit: { zh: '个', en: 'pilots' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '已投入运行的有机溶剂集中回收、活性炭集中再生试点数。',
    en: 'Pilots of solvent recovery and carbon regeneration that run.',
  },
  words: ['试点推广'],
  counts: { zh: '个试点', en: 'pilots' },
  how: { verb: 'count', of: { of: { ledger: 'voc.recovery-pilots' }, on: 'runningSince', over: 'stock' } },
});
