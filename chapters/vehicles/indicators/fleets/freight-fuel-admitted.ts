import { fromEvidence } from '#engines/indicators';

/** Operators of road freight admitted although they have petrol or diesel vehicles. */
export const freightFuelAdmitted = fromEvidence({
  id: 'vehicles.freight-fuel-admitted',
  title: { zh: '准予的汽柴油货运业户', en: 'Freight operators admitted with petrol or diesel vehicles' },
  unit: '户',
  spokenUnit: { zh: '户', en: 'operators' },
  better: 'lower',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年准予新设立、迁入或增加车辆的道路货运业户中，车辆含汽油或柴油的户数；应为零。',
    en: 'Operators of road freight that were admitted in the year, to set up, move in or add vehicles, with petrol or diesel vehicles among them; there should be none.',
  },
  words: ['道路货物运输业户'],
  counts: { zh: '件申请', en: 'applications' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'vehicles.freight-operators' },
      on: 'decidedOn',
      over: 'year',
      where: [
        { column: 'decision', is: 'equal', than: 'admitted' },
        { column: 'power', is: 'equal', than: 'petrol-diesel' },
        { column: 'kind', is: 'one_of', of: ['set-up', 'move-in', 'add-vehicles'] },
      ],
    },
  },
});
