import { fromEvidence } from '#engines/indicators';

/** Of the repairs, the share whose record is uploaded. */
export const repairsUploaded = fromEvidence({
  id: 'vehicles.repairs-uploaded',
  title: { zh: '维修记录上传率', en: 'Repairs whose record is uploaded' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '已完成的排放超标维修中，维修记录已上传交通部门的比例。',
    en: 'Of the repairs of over-limit vehicles, the share whose record was uploaded to the transport authority.',
  },
  words: ['上传率'],
  counts: { zh: '条检验维修链', en: 'chains' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'vehicles.tests' }, on: 'uploadedOn', over: 'stock' },
    in: { of: { ledger: 'vehicles.tests' }, on: 'repairedOn', over: 'stock' },
  },
});
