import type { InspectionKind } from '#engines/inspections';

/** New vehicles and machines checked where they are sold (14.2). */
export const saleCheck: InspectionKind = {
  id: 'vehicles.sale-check',
  title: { zh: '新车和新机械销售达标检查', en: 'Conformity check at sale' },
  counts: { zh: '次检查', en: 'checks' },
  about: {
    zh: '生态环境、市场监管、科信部门在销售单位检查新生产机动车（国六b）和非道路移动机械的环保达标情况。',
    en: 'Where new vehicles (National VIb) and machines are sold, environment, market and industry authorities check that they conform.',
  },
  of: 'place',
  monthlyQuota: 8,
  mendDays: 15,
  columns: [
    { id: 'seller', title: { zh: '销售单位', en: 'Seller' }, type: 'text', required: true, sort: true },
    { id: 'sellerCode', title: { zh: '销售单位统一社会信用代码', en: "Seller's credit code" }, type: 'credit_code' },
    {
      id: 'goods',
      title: { zh: '检查对象', en: 'What was checked' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'light', title: { zh: '轻型汽车', en: 'light vehicles' } },
        { id: 'heavy', title: { zh: '重型汽车', en: 'heavy vehicles' } },
        { id: 'motorcycle', title: { zh: '摩托车', en: 'motorcycles' } },
        { id: 'machine', title: { zh: '非道路移动机械', en: 'non-road machines' } },
      ],
    },
    { id: 'models', title: { zh: '抽查车型（机型）', en: 'Models' }, type: 'text', required: true },
    {
      id: 'units',
      title: { zh: '抽查台数', en: 'How many' },
      type: 'integer',
      unit: '台',
      least: 1,
      most: 500,
      required: true,
    },
    {
      id: 'stage',
      title: { zh: '执行阶段', en: 'Stage' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'china-6b', title: { zh: '国六b', en: 'China 6b' } },
        { id: 'china-6a', title: { zh: '国六a', en: 'China 6a' } },
        { id: 'machine-3', title: { zh: '非道路国三', en: 'non-road stage 3' } },
        { id: 'machine-4', title: { zh: '非道路国四', en: 'non-road stage 4' } },
      ],
    },
    { id: 'laboratory', title: { zh: '送检机构', en: 'Laboratory' }, type: 'text' },
    { id: 'decision', title: { zh: '案件或处罚编号', en: 'Case or decision' }, type: 'text', longest: 60 },
  ],
  checklist: [
    {
      id: 'stage',
      title: { zh: '所售车型（机型）符合现行排放阶段', en: 'models meet the stage in force' },
      severity: 'serious',
      basis: '大气污染防治法第五十一条',
      mendDays: 7,
    },
    {
      id: 'disclosure',
      title: { zh: '随车清单与环保信息公开一致', en: 'its list agrees with the published information' },
      severity: 'serious',
      basis: '大气污染防治法第五十二条；GB 18352.6-2016',
    },
    {
      id: 'parts',
      title: {
        zh: '催化器、颗粒捕集器、EGR等关键部件与清单一致',
        en: 'catalyst, filter and EGR are those of the list',
      },
      severity: 'serious',
      basis: '大气污染防治法第五十二条',
    },
    {
      id: 'obd',
      title: { zh: '车载诊断系统功能正常', en: 'OBD works' },
      severity: 'serious',
      basis: 'GB 18352.6-2016',
    },
    {
      id: 'label',
      title: { zh: '机械环保标签和铭牌齐全', en: 'label and plate of a machine are there' },
      severity: 'minor',
      basis: 'GB 20891-2014',
    },
    {
      id: 'records',
      title: { zh: '进销台账可查', en: 'records of purchase and sale are kept' },
      severity: 'minor',
    },
  ],
};
