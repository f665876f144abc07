import { fromEvidence } from '#engines/indicators';

/** Key points of saving energy and price policies that were issued (17.1). */
export const savingDocuments = fromEvidence({
  id: 'energy.saving-documents',
  title: { zh: '节能工作文件印发', en: 'Energy-saving documents issued' },
  unit: '份',
  spokenUnit: { zh: '份', en: 'documents' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年印发的节能工作要点、差别电价等文件数。',
    en: 'Documents on energy key points and electricity prices issued this year.',
  },
  words: ['节能工作要点'],
  counts: { zh: '份文件', en: 'documents' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'city.documents' },
      on: 'issuedOn',
      over: 'year',
      where: [{ column: 'topic', is: 'one_of', of: ['energy-key-points', 'price'] }],
    },
  },
});
