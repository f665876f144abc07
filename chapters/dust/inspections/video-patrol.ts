import type { InspectionKind } from '#engines/inspections';

/** Sites looked at on the video platform; what is found is kept as a picture and handed to the street (26.1). */
export const videoPatrol: InspectionKind = {
  id: 'dust.video-patrol',
  title: { zh: '扬尘视频巡查', en: 'Video patrol' },
  counts: { zh: '次视频巡查', en: 'video patrols' },
  about: {
    zh: '通过扬尘视频监管平台对工地远程巡查，发现问题截图并转属地处置。',
    en: 'Sites looked at on the video platform; what is found is kept as a picture and handed to the street.',
  },
  of: { ledgers: ['dust.sites'] },
  mendDays: 1,
  checklist: [
    { id: 'online', title: { zh: '视频画面在线、清晰', en: 'Pictures on line and clear' }, severity: 'minor' },
    {
      id: 'covered',
      title: { zh: '裸土、物料苫盖', en: 'Earth and material covered' },
      severity: 'serious',
      basis: '大气污染防治法第七十二条',
    },
    { id: 'wet', title: { zh: '作业面湿法施工', en: 'Work kept wet' }, severity: 'serious' },
    { id: 'washed', title: { zh: '洗轮机使用、车辆干净', en: 'Washer used, vehicles clean' }, severity: 'serious' },
    { id: 'exit', title: { zh: '出口无带泥上路', en: 'No mud at the exit' }, severity: 'serious' },
  ],
};
