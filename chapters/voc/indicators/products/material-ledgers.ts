import { fromEvidence } from '#engines/indicators';

/** Enterprises that keep a ledger of their materials (3.1). */
export const materialLedgers = fromEvidence({
  id: 'voc.material-ledgers',
  title: { zh: '企业原辅材料台账建立率', en: 'Enterprises with a materials ledger' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '在产涉VOCs企业中已建立原辅材料台账的比例。',
    en: 'Enterprises with VOCs in business that keep a materials ledger.',
  },
  words: ['原辅材料台账'],
  counts: { zh: '家企业', en: 'enterprises' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.enterprises' }, on: 'ledgerSince', over: 'stock', until: 'closedOn' },
    in: { of: { ledger: 'voc.enterprises' }, on: 'openedOn', over: 'stock', until: 'closedOn' },
  },
});
