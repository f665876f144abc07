import type { InspectionKind } from '#engines/inspections';

/** Small works, road openings and lines put under ground: by sections and enclosed (26.4). */
export const linearWorks: InspectionKind = {
  id: 'dust.linear-works',
  title: { zh: '线性和小微工程检查', en: 'Linear and small works' },
  counts: { zh: '次工程检查', en: 'visits to works' },
  about: {
    zh: '对小微工程、占掘路和架空线入地等线性工程的分段、封闭施工检查。',
    en: 'Small works, road openings and lines put under ground: by sections and enclosed.',
  },
  of: { ledgers: ['dust.small-works', 'dust.overhead-lines', 'dust.demolition'] },
  mendDays: 3,
  checklist: [
    { id: 'sections', title: { zh: '分段施工、随挖随填', en: 'By sections, filled as they go' }, severity: 'serious' },
    {
      id: 'enclosed',
      title: { zh: '围挡封闭', en: 'Enclosed' },
      severity: 'serious',
      basis: '大气污染防治法第六十九条',
    },
    {
      id: 'covered',
      title: { zh: '土方、砂石苫盖', en: 'Earth and sand covered' },
      severity: 'serious',
      basis: '大气污染防治法第七十二条',
    },
    {
      id: 'wet',
      title: { zh: '切割、破碎、拆除湿法作业', en: 'Cutting, breaking, demolition kept wet' },
      severity: 'serious',
    },
    {
      id: 'restored',
      title: { zh: '完工当日清场、恢复路面', en: 'Cleared and restored on the last day' },
      severity: 'minor',
    },
    { id: 'notice', title: { zh: '公示牌齐全', en: 'Notice board complete' }, severity: 'minor' },
  ],
};
