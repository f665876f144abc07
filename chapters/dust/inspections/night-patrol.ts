import type { InspectionKind } from '#engines/inspections';

/** Between 22:00 and 6:00: earthwork, muck transport, spills and open-air grilling (27.2). */
export const nightPatrol: InspectionKind = {
  id: 'dust.night-patrol',
  title: { zh: '夜间扬尘巡查', en: 'Night patrol' },
  counts: { zh: '次夜查', en: 'night patrols' },
  about: {
    zh: '22时至次日6时对工地土方作业、渣土运输、道路遗撒和露天烧烤的夜间巡查。',
    en: 'Between 22:00 and 6:00: earthwork, muck transport, spills and open-air grilling.',
  },
  of: 'place',
  atNight: true,
  mendDays: 2,
  checklist: [
    {
      id: 'earthwork',
      title: { zh: '夜间土方作业有许可且湿法施工', en: 'Night earthwork permitted and kept wet' },
      severity: 'serious',
      basis: '北京市大气污染防治条例第八十二条',
    },
    {
      id: 'transport',
      title: { zh: '渣土运输密闭、证件齐全', en: 'Muck sealed and permitted' },
      severity: 'serious',
      basis: '北京市建筑垃圾处置管理规定',
    },
    { id: 'washed', title: { zh: '出场车辆冲洗干净', en: 'Vehicles leave clean' }, severity: 'serious' },
    {
      id: 'spills',
      title: { zh: '周边道路无遗撒、扬尘', en: 'No spills or dust on the roads around' },
      severity: 'minor',
    },
    {
      id: 'storage',
      title: { zh: '物料、土堆苫盖', en: 'Heaps covered' },
      severity: 'minor',
      basis: '大气污染防治法第七十二条',
    },
    {
      id: 'grill',
      title: { zh: '无露天烧烤、露天焚烧', en: 'No open-air grilling or burning' },
      severity: 'minor',
      basis: '大气污染防治法第八十一条',
    },
  ],
};
