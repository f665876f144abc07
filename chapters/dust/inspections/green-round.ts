import type { InspectionKind } from '#engines/inspections';

/** Rounds of the greening bureau: bare soil in parks and green land, and how upkeep is done (24.1). */
export const greenRound: InspectionKind = {
  id: 'dust.green-round',
  title: { zh: '园林绿地扬尘督导检查', en: 'Inspection round in green land' },
  counts: { zh: '次督导检查', en: 'rounds' },
  about: {
    zh: '园林部门对公园、绿地裸露地面治理和养护作业的督导检查。',
    en: 'Rounds of the greening bureau: bare soil in parks and green land, and how upkeep is done.',
  },
  of: { ledgers: ['dust.green-plots'] },
  mendDays: 7,
  checklist: [
    {
      id: 'covered',
      title: { zh: '裸露地面已覆盖或种植', en: 'Bare soil covered or planted' },
      severity: 'serious',
      basis: '大气污染防治法第七十二条',
    },
    {
      id: 'zones',
      title: { zh: '建设分区域施工、随挖随盖', en: 'Works by zones, covered as they go' },
      severity: 'serious',
    },
    { id: 'planting', title: { zh: '林下植被按计划种植', en: 'Planting under trees on plan' }, severity: 'minor' },
    { id: 'upkeep', title: { zh: '修剪、耙平等养护无扬尘', en: 'Upkeep without dust' }, severity: 'minor' },
    { id: 'soil', title: { zh: '余土、落叶及时清运', en: 'Soil and leaves carried away' }, severity: 'minor' },
    {
      id: 'blowers',
      title: { zh: '吹风机作业洒水、避开大风', en: 'Blowers with water and not in wind' },
      severity: 'minor',
    },
  ],
};
