import { fromEvidence, type Tally } from '#engines/indicators';

const refused: Tally['exclude'] = [
  {
    id: 'refused',
    title: { zh: '不予补贴', en: 'refused' },
    when: [{ column: 'subsidyStage', is: 'equal', than: 'refused' }],
  },
];

/** Of the subsidies that were received for charging sites, the share that has been paid. */
export const chargingSubsidiesPaid = fromEvidence({
  id: 'vehicles.charging-subsidies-paid',
  title: { zh: '充换电补贴拨付率', en: 'Charging subsidies paid' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '已受理的充换电设施补贴中已拨付的比例，不予补贴的不计入。',
    en: 'Of the subsidies received, the share that has been paid; those refused do not count.',
  },
  words: ['补贴拨付'],
  counts: { zh: '件补贴', en: 'subsidies' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'vehicles.charging-sites' }, on: 'paidOn', over: 'stock', exclude: refused },
    in: { of: { ledger: 'vehicles.charging-sites' }, on: 'appliedOn', over: 'stock', exclude: refused },
  },
});
