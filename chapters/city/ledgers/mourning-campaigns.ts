import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Campaigns for civil, low-carbon mourning (28.2). */
export const mourningCampaigns: LedgerDefinition = {
  id: 'city.mourning-campaigns',
  title: { zh: '文明祭祀宣传活动台账', en: 'Mourning campaigns' },
  entry: { zh: '次活动', en: 'campaigns' },
  about: {
    zh: '清明、中元、寒衣等时节倡导文明、低碳、绿色祭祀的宣传和服务活动。',
    en: 'Campaigns for civil, low-carbon mourning at the festivals of the dead.',
  },
  key: ['number'],
  name: 'title',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.text('title', '活动名称', 'Title', { required: true, sort: true }),
    c.date('heldOn', '活动日期', 'Held on', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'season',
      '时节',
      'Season',
      [
        ['qingming', '清明', 'Qingming'],
        ['zhongyuan', '中元', 'Zhongyuan'],
        ['hanyi', '寒衣', 'Hanyi'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'kind',
      '形式',
      'Kind',
      [
        ['publicity', '宣传', 'publicity'],
        ['service', '集中祭祀服务', 'service'],
        ['patrol', '劝导巡查', 'patrol'],
      ],
      { required: true, filter: true },
    ),
    c.integer('people', '覆盖人数', 'People', '人', { most: 1_000_000 }),
    c.remark(),
  ],
  complete: ['people'],
};
