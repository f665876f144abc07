import { fromEvidence } from '#engines/indicators';

const due = {
  of: { ledger: 'vehicles.machine-credit' },
  over: 'stock',
  where: [{ column: 'creditDue', is: 'equal', than: true }],
} as const;

/** Of what belongs in credit records, the share that is entered. */
export const machineCreditEntered = fromEvidence({
  id: 'vehicles.machine-credit-entered',
  title: { zh: '机械违规信用记入率', en: 'Findings entered in credit records' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '应记入信用信息记录的机械违规中，已经记入的比例。',
    en: 'Of what belongs in the credit record of a builder or contractor, the share that is entered.',
  },
  words: ['信用记入'],
  counts: { zh: '条违规记录', en: 'records' },
  how: { verb: 'share', of: { ...due, on: 'creditOn' }, in: { ...due, on: 'foundOn' } },
});
