import { fromEvidence } from '#engines/indicators';

/** The four ledgers of every street looked at in time (24.2). */
export const ledgersFresh = fromEvidence({
  id: 'dust.ledgers-fresh',
  title: { zh: '四类台账按期更新率', en: 'Four ledgers refreshed in time' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '裸地（31天）、小微工程、拆迁拆违、架空线入地（14天）台账中，在更新周期内有登记、修改或复核的条目占在账条目的比例。',
    en: 'Entries of the ledgers of bare land (31 days), small works, demolition and overhead lines (14 days) that were entered, changed or looked at within their time, of all that are kept.',
  },
  words: ['台账更新率'],
  counts: { zh: '条台账', en: 'entries' },
  how: {
    verb: 'share',
    of: {
      of: {
        refreshes: [
          { ledger: 'dust.bare-land', days: 31 },
          { ledger: 'dust.small-works', days: 14 },
          { ledger: 'dust.demolition', days: 14 },
          { ledger: 'dust.overhead-lines', days: 14 },
        ],
      },
      on: 'refreshedOn',
      until: 'staleOn',
      over: 'stock',
    },
    in: {
      of: { ledgers: ['dust.bare-land', 'dust.small-works', 'dust.demolition', 'dust.overhead-lines'] },
      on: 'keptSince',
      over: 'stock',
    },
  },
});
