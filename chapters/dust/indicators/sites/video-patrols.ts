import { fromEvidence } from '#engines/indicators';

/** Patrols by video (26.1). */
export const videoPatrols = fromEvidence({
  id: 'dust.video-patrols',
  title: { zh: '扬尘视频巡查次数', en: 'Video patrols' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'patrols' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年各行业主管部门和街道通过视频平台开展的巡查次数。',
    en: 'Patrols of trade authorities and streets on the video platform this year.',
  },
  words: ['视频巡查'],
  counts: { zh: '次巡查', en: 'patrols' },
  how: { verb: 'count', of: { of: { inspections: ['dust.video-patrol'] }, on: 'visitedOn', over: 'year' } },
});
