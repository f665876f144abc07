import { fromEvidence } from '#engines/indicators';

/** Of the documents that the plan orders about tour coaches, those issued in the year. */
export const tourDocumentsIssued = fromEvidence({
  id: 'vehicles.tour-documents-issued',
  title: { zh: '旅游客车方案印发数', en: 'Tour-coach documents issued' },
  unit: '份',
  spokenUnit: { zh: '份', en: 'documents' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年印发的旅游车集中停放布局、观光巴士线路规划和旅游大客车管理方案，同一事项计一份。',
    en: 'Of the layout of coach parking, the sightseeing routes and the management plan for tour coaches, those issued in the year; each matter counts once.',
  },
  words: ['旅游大客车管理'],
  counts: { zh: '份文件', en: 'documents' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'city.documents' },
      on: 'issuedOn',
      over: 'year',
      where: [
        { column: 'stage', is: 'equal', than: 'issued' },
        { column: 'topic', is: 'one_of', of: ['tour-coach-parking', 'sightseeing-routes', 'tour-coach-management'] },
      ],
      distinct: 'topic',
    },
  },
});
