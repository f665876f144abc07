import { fromEvidence } from '#engines/indicators';

/** Documents that carry out the policies on transit and the use of vehicles. */
export const transitPoliciesIssued = fromEvidence({
  id: 'vehicles.transit-policies-issued',
  title: { zh: '公共交通和用车政策文件印发数', en: 'Transit policies issued' },
  unit: '份',
  spokenUnit: { zh: '份', en: 'documents' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年印发的落实提高公共交通出行比例、纯电动车通行便利、燃油车更换等政策的文件。',
    en: 'Documents issued in the year that carry out the policies on transit, easier passage of electric vehicles and the replacement of fuel vehicles.',
  },
  words: ['公共交通出行比例'],
  counts: { zh: '份文件', en: 'documents' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'city.documents' },
      on: 'issuedOn',
      over: 'year',
      where: [
        { column: 'stage', is: 'equal', than: 'issued' },
        { column: 'topic', is: 'equal', than: 'transit-policies' },
      ],
    },
  },
});
