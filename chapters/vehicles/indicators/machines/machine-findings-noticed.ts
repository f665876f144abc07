import { fromEvidence } from '#engines/indicators';

const found = { of: { ledger: 'vehicles.machine-credit' }, over: 'stock' } as const;

/** Of what was found with machines, the share that was passed on. */
export const machineFindingsNoticed = fromEvidence({
  id: 'vehicles.machine-findings-noticed',
  title: { zh: '机械查处结果通报率', en: 'Findings with machines passed on' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '查处的机械违规中，已向行业主管部门通报的比例。',
    en: 'Of what was found with machines, the share that was passed on to the trade authority.',
  },
  words: ['查处结果通报'],
  counts: { zh: '条违规记录', en: 'records' },
  how: { verb: 'share', of: { ...found, on: 'noticedOn' }, in: { ...found, on: 'foundOn' } },
});
