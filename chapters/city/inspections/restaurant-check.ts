import type { InspectionKind } from '#engines/inspections';

/** Purifiers, records of cleaning and emissions of restaurants (27.5). */
export const restaurantCheck: InspectionKind = {
  id: 'city.restaurant-check',
  title: { zh: '餐饮油烟检查', en: 'Restaurant check' },
  counts: { zh: '次餐饮检查', en: 'restaurant checks' },
  about: {
    zh: '对餐饮单位油烟净化、清洗台账和排放的检查。',
    en: 'Purifiers, records of cleaning and emissions of restaurants.',
  },
  of: { ledgers: ['city.restaurants'] },
  mendDays: 10,
  checklist: [
    {
      id: 'purifier',
      title: { zh: '安装油烟净化设施并正常使用', en: 'Purifier there and in use' },
      severity: 'serious',
      basis: '大气污染防治法第八十一条',
    },
    {
      id: 'cleaned',
      title: { zh: '按规定清洗并有记录', en: 'Cleaned as ruled and written down' },
      severity: 'minor',
      basis: 'DB11/1488-2018',
    },
    { id: 'outlet', title: { zh: '排口位置符合要求', en: 'Outlet where it may be' }, severity: 'minor' },
    { id: 'smell', title: { zh: '无明显油烟异味', en: 'No marked smell' }, severity: 'minor' },
    { id: 'meter', title: { zh: '在线监测正常', en: 'On-line meter runs' }, severity: 'minor' },
    {
      id: 'grill',
      title: { zh: '无露天烧烤', en: 'No open-air grilling' },
      severity: 'serious',
      basis: '大气污染防治法第八十一条',
    },
  ],
};
