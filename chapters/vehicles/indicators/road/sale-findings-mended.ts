import { fromEvidence } from '#engines/indicators';

const checks = { of: { inspections: ['vehicles.sale-check'] }, over: 'stock' } as const;

/** Of the checks at sale that found something, the share in which all is mended. */
export const saleFindingsMended = fromEvidence({
  id: 'vehicles.sale-findings-mended',
  title: { zh: '销售环节问题整改率', en: 'Findings at sale that are mended' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '销售环节检查发现问题的，全部问题整改完毕的比例。',
    en: 'Of the checks at sale that found something, the share in which all of it is mended.',
  },
  words: ['销售环节整改'],
  counts: { zh: '次检查', en: 'checks' },
  how: {
    verb: 'share',
    // only what was found is mended
    of: { ...checks, on: 'mendedOn' },
    in: { ...checks, on: 'visitedOn', where: [{ column: 'result', is: 'equal', than: 'findings' }] },
  },
});
