import type { InspectionKind } from '#engines/inspections';

/** Materials ledgers, treatment and permits of enterprises with VOCs (3.1, 5.2, 9.1). */
export const materialCheck: InspectionKind = {
  id: 'voc.material-check',
  title: { zh: '涉VOCs企业检查', en: 'VOC enterprise check' },
  counts: { zh: '次企业检查', en: 'enterprise checks' },
  about: {
    zh: '对涉VOCs企业原辅材料台账、治理设施和排污许可的执法检查。',
    en: 'Materials ledgers, treatment and permits of enterprises with VOCs.',
  },
  of: { ledgers: ['voc.enterprises'] },
  mendDays: 15,
  checklist: [
    {
      id: 'ledger',
      title: { zh: '建立原辅材料台账并保存三年', en: 'Materials ledger kept three years' },
      severity: 'minor',
      basis: '大气污染防治法第四十六条',
    },
    {
      id: 'content',
      title: { zh: '使用产品VOCs含量符合限值', en: 'Products within their VOC limits' },
      severity: 'serious',
      basis: '大气污染防治法第四十四条',
    },
    {
      id: 'closed',
      title: { zh: '含VOCs物料密闭储存、输送', en: 'Materials stored and moved closed' },
      severity: 'serious',
      basis: 'GB 37822-2019',
    },
    {
      id: 'captured',
      title: { zh: '废气收集到位', en: 'Waste gas captured' },
      severity: 'serious',
      basis: '大气污染防治法第四十五条',
    },
    {
      id: 'running',
      title: { zh: '治理设施与生产同步运行', en: 'Treatment runs with production' },
      severity: 'serious',
      basis: '大气污染防治法第二十条',
    },
    { id: 'carbon', title: { zh: '活性炭按期更换', en: 'Carbon changed in time' }, severity: 'minor' },
    {
      id: 'permit',
      title: { zh: '持证且按证排污', en: 'Permit held and kept' },
      severity: 'serious',
      basis: '排污许可管理条例',
    },
    { id: 'reports', title: { zh: '执行报告按期提交', en: 'Permit reports in time' }, severity: 'minor' },
  ],
};
