import type { InspectionKind } from '#engines/inspections';

/** Coal used or sold by businesses and households (21.1). */
export const coalCheck: InspectionKind = {
  id: 'energy.coal-check',
  title: { zh: '散煤检查', en: 'Coal check' },
  counts: { zh: '次散煤检查', en: 'coal checks' },
  about: {
    zh: '对经营单位和住户使用、销售散煤的检查。',
    en: 'Coal used or sold by businesses and households.',
  },
  of: 'place',
  mendDays: 7,
  checklist: [
    {
      id: 'used',
      title: { zh: '未使用散煤', en: 'No loose coal used' },
      severity: 'serious',
      basis: '北京市大气污染防治条例第五十九条',
    },
    {
      id: 'sold',
      title: { zh: '未销售散煤', en: 'No coal sold' },
      severity: 'serious',
      basis: '北京市大气污染防治条例第六十条',
    },
    { id: 'stored', title: { zh: '无存煤', en: 'No coal stored' }, severity: 'minor' },
    { id: 'heating', title: { zh: '清洁取暖设备正常', en: 'Clean heating works' }, severity: 'minor' },
    { id: 'told', title: { zh: '已告知禁煤规定', en: 'Told of the ban' }, severity: 'minor' },
  ],
  columns: [
    {
      id: 'target',
      title: { zh: '检查对象', en: 'Visited' },
      type: 'choice',
      choices: [
        { id: 'business', title: { zh: '经营单位', en: 'business' } },
        { id: 'household', title: { zh: '住户', en: 'household' } },
      ],
    },
  ],
};
