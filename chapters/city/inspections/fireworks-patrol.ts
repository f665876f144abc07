import type { InspectionKind } from '#engines/inspections';

/** Shops, communities and public places in the season of the ban (28.1). */
export const fireworksPatrol: InspectionKind = {
  id: 'city.fireworks-patrol',
  title: { zh: '烟花爆竹巡查', en: 'Fireworks patrol' },
  counts: { zh: '次烟花巡查', en: 'patrols' },
  about: {
    zh: '禁放禁售时节对销售点、社区和公共场所的巡查。',
    en: 'Shops, communities and public places in the season of the ban.',
  },
  of: 'place',
  mendDays: 1,
  checklist: [
    { id: 'sale', title: { zh: '无销售', en: 'None sold' }, severity: 'serious', basis: '北京市烟花爆竹安全管理规定' },
    { id: 'storage', title: { zh: '无储存', en: 'None stored' }, severity: 'serious' },
    { id: 'fired', title: { zh: '无燃放痕迹', en: 'No signs of firing' }, severity: 'minor' },
    { id: 'notice', title: { zh: '禁放告示到位', en: 'Notices up' }, severity: 'minor' },
  ],
};
