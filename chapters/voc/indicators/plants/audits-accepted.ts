import { fromEvidence } from '#engines/indicators';

/** Mandatory audits accepted (5.1). */
export const auditsAccepted = fromEvidence({
  id: 'voc.audits-accepted',
  title: { zh: '强制性清洁生产审核完成率', en: 'Audits accepted' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '列入名单的强制性清洁生产审核中已验收的比例。',
    en: 'Of the audits ordered, those accepted.',
  },
  words: ['清洁生产审核'],
  counts: { zh: '项审核', en: 'audits' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.audits' }, on: 'acceptedOn', over: 'stock' },
    in: { of: { ledger: 'voc.audits' }, on: 'orderedOn', over: 'stock' },
  },
});
