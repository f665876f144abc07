import type { InspectionKind } from '#engines/inspections';

/** A vehicle beyond its durability mileage: has its catalyst been replaced (13.1). */
export const catalystCheck: InspectionKind = {
  id: 'vehicles.catalyst-check',
  title: { zh: '尾气净化装置更换检查', en: 'Check of a catalyst' },
  counts: { zh: '辆次检查', en: 'checks' },
  about: {
    zh: '对超过环保耐久性里程的出租、租赁、教练和营运轻型汽油车，核对里程和尾气净化装置更换情况；未更换的依法查处。',
    en: 'Of light petrol vehicles in trade beyond their durability mileage: the odometer and the catalyst. Those without a new one are penalised.',
  },
  of: { ledgers: ['vehicles.durability'] },
  members: { from: 'exceededOn', until: 'clearedOn' },
  monthlyQuota: 40,
  mendDays: 15,
  columns: [
    {
      id: 'odometer',
      title: { zh: '现场里程', en: 'Odometer' },
      type: 'integer',
      unit: '公里',
      least: 0,
      most: 3_000_000,
      required: true,
    },
    { id: 'catalystNumber', title: { zh: '净化装置编号', en: 'Number of the catalyst' }, type: 'text', longest: 60 },
    { id: 'decision', title: { zh: '处罚决定书编号', en: 'Decision' }, type: 'text', longest: 60 },
  ],
  checklist: [
    {
      id: 'replaced',
      title: { zh: '超过耐久里程后已更换尾气净化装置', en: 'replaced once beyond the mileage' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'genuine',
      title: { zh: '更换的装置有合格证明且与车型匹配', en: 'the new one is certified and fits the model' },
      severity: 'serious',
    },
    {
      id: 'odometer',
      title: { zh: '里程表没有被改动', en: 'the odometer was not changed' },
      severity: 'serious',
    },
    {
      id: 'tested',
      title: { zh: '检验有效期内且排放合格', en: 'its emission test is valid and passed' },
      severity: 'minor',
      basis: '大气污染防治法第五十三条',
    },
    {
      id: 'file',
      title: { zh: '企业车辆技术档案记有更换日期', en: "the company's file has the day of replacement" },
      severity: 'minor',
    },
  ],
};
