import type { InspectionKind } from '#engines/inspections';

/** Booths, treatment and paint of repair shops (6.2). */
export const repairCheck: InspectionKind = {
  id: 'voc.repair-check',
  title: { zh: '汽修企业检查', en: 'Repair-shop check' },
  counts: { zh: '次汽修检查', en: 'shop checks' },
  about: {
    zh: '对汽修企业喷烤漆房、治理设施和涂料使用的检查。',
    en: 'Booths, treatment and paint of repair shops.',
  },
  of: { ledgers: ['voc.repair-shops'] },
  mendDays: 15,
  checklist: [
    {
      id: 'booth',
      title: { zh: '喷漆在密闭喷烤漆房内进行', en: 'Painting in closed booths' },
      severity: 'serious',
      basis: '大气污染防治法第四十五条',
    },
    { id: 'treatment', title: { zh: '治理设施正常运行', en: 'Treatment runs' }, severity: 'serious' },
    { id: 'paint', title: { zh: '涂料VOCs含量符合限值', en: 'Paint within its limit' }, severity: 'serious' },
    { id: 'waste', title: { zh: '危废规范贮存', en: 'Hazardous waste stored as ruled' }, severity: 'minor' },
    { id: 'carbon', title: { zh: '活性炭更换记录', en: 'Carbon records' }, severity: 'minor' },
  ],
};
