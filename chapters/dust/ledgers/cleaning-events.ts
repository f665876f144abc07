import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** 周末卫生日 and other actions of cleaning: roofs, yards, alleys (27.3, 25.2). */
export const cleaningEvents: LedgerDefinition = {
  id: 'dust.cleaning-events',
  title: { zh: '周末卫生日活动台账', en: 'Weekend cleaning' },
  entry: { zh: '次活动', en: 'events' },
  about: {
    zh: '各街道结合“周末卫生日”等开展的屋顶、院落、背街小巷清扫：日期、范围、人数和清理量。',
    en: 'What streets clean on weekends: roofs, yards, back streets; when, where, by how many, how much.',
  },
  key: ['number'],
  name: 'location',
  keeper: 'street',
  place: 'point',
  refreshDays: null,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.date('heldOn', '活动日期', 'Held on', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('location', '地点', 'Where', { required: true, sort: true }),
    c.choice(
      'kind',
      '清扫内容',
      'What',
      [
        ['roof', '屋顶', 'roofs'],
        ['yard', '院落', 'yards'],
        ['alley', '背街小巷和胡同', 'alleys'],
        ['facade', '建筑外立面', 'façades'],
        ['greenery', '绿植冲洗', 'greenery'],
      ],
      { required: true, filter: true },
    ),
    c.integer('people', '参加人数', 'People', '人', { most: 100_000 }),
    c.decimal('area', '清扫面积', 'Area', '平方米', { most: 1_000_000, sort: true }),
    c.decimal('removed', '清理垃圾渣土', 'Removed', '吨', { most: 10_000 }),
    c.remark(),
  ],
  complete: ['people', 'area'],
};
