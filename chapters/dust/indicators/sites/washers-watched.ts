import { fromEvidence } from '#engines/indicators';

/** Wheel washers under video (26.2). */
export const washersWatched = fromEvidence({
  id: 'dust.washers-watched',
  title: { zh: '洗轮机视频监控率', en: 'Wheel washers under video' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: { zh: '在用洗轮机中已有视频监控的比例。', en: 'Of the washers in place, those under video.' },
  words: ['洗轮机视频监控'],
  counts: { zh: '台洗轮机', en: 'washers' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.washers' }, on: 'videoSince', until: 'removedOn', over: 'stock' },
    in: { of: { ledger: 'dust.washers' }, on: 'installedOn', until: 'removedOn', over: 'stock' },
  },
});
