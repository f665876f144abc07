import { fromEvidence } from '#engines/indicators';

/** Stations with a discount at night (7.2). */
export const nightDiscounts = fromEvidence({
  id: 'voc.night-discounts',
  title: { zh: '夜间加油优惠加油站比例', en: 'Stations with a night discount' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在营加油站中推出夜间加油优惠的比例。',
    en: 'Filling stations in business with a discount at night.',
  },
  words: ['夜间加油'],
  counts: { zh: '座加油站', en: 'stations' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.gas-stations' }, on: 'nightDiscountSince', over: 'stock', until: 'closedOn' },
    in: { of: { ledger: 'voc.gas-stations' }, on: 'openedOn', over: 'stock', until: 'closedOn' },
  },
});
