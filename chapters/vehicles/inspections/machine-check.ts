import type { InspectionKind } from '#engines/inspections';

/** A machine checked where it works: its code, its emissions, its fuel (16.1, 16.2). */
export const machineCheck: InspectionKind = {
  id: 'vehicles.machine-check',
  title: { zh: '非道路移动机械检查', en: 'Check of a machine' },
  counts: { zh: '台次检查', en: 'checks' },
  about: {
    zh: '生态环境部门在使用地检查非道路移动机械的编码登记、排放和油品，结果向行业主管部门通报。',
    en: 'The environment bureau checks machines where they work: code, emissions, fuel. Results go to the trade authority.',
  },
  of: { ledgers: ['vehicles.machinery'] },
  members: { from: 'enteredOn', until: 'leftOn' },
  every: { months: 6 },
  monthlyQuota: 60,
  mendDays: 10,
  columns: [
    {
      id: 'absorption',
      title: { zh: '光吸收系数', en: 'Light absorption' },
      type: 'decimal',
      unit: 'm⁻¹',
      decimals: 2,
      least: 0,
      most: 20,
      help: { zh: '按 GB 36886-2018 测量。', en: 'Measured by GB 36886-2018.' },
    },
    {
      id: 'ringelmann',
      title: { zh: '林格曼黑度', en: 'Ringelmann number' },
      type: 'decimal',
      unit: '级',
      decimals: 1,
      least: 0,
      most: 5,
    },
    { id: 'fuelSample', title: { zh: '油样编号', en: 'Fuel sample' }, type: 'text', longest: 40 },
    { id: 'decision', title: { zh: '处罚决定书编号', en: 'Decision' }, type: 'text', longest: 60 },
  ],
  checklist: [
    {
      id: 'coded',
      title: { zh: '已编码登记，铭牌、号码和登记信息一致', en: 'coded, and plate, code and register agree' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
      mendDays: 5,
    },
    {
      id: 'limit',
      title: { zh: '排放达标，没有冒黑烟', en: 'within the limit, no black smoke' },
      severity: 'serious',
      basis: '大气污染防治法第五十一条、第五十六条；GB 36886-2018',
    },
    {
      id: 'zone',
      title: { zh: '没有在禁用区内使用高排放机械', en: 'no high emitter in a forbidden zone' },
      severity: 'serious',
      basis: '大气污染防治法第六十一条',
      mendDays: 1,
    },
    {
      id: 'devices',
      title: { zh: '污染控制装置正常使用', en: 'emission control works' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'fuel',
      title: { zh: '使用合格油品，有购油票据', en: 'proper fuel, with receipts' },
      severity: 'minor',
    },
    {
      id: 'entry',
      title: { zh: '工地进出场登记完整', en: 'its coming and going is written down' },
      severity: 'minor',
    },
  ],
};
