import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Cleanings of purifiers of restaurants (27.5). */
export const purifierCleanings: LedgerDefinition = {
  id: 'city.purifier-cleanings',
  title: { zh: '油烟净化器清洗台账', en: 'Purifier cleanings' },
  entry: { zh: '次清洗', en: 'cleanings' },
  about: {
    zh: '餐饮单位油烟净化设备的清洗记录：日期、清洗单位、前后照片编号。',
    en: 'When the purifier of a restaurant was cleaned, by whom.',
  },
  key: ['number'],
  name: 'restaurant',
  keeper: 'street',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '记录编号', 'Number', { required: true, longest: 60 }),
    c.entry('restaurant', '食品经营许可证号', 'Restaurant', 'city.restaurants', { required: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.date('cleanedOn', '清洗日期', 'Cleaned on', { required: true, sort: true }),
    c.text('by', '清洗单位', 'Cleaned by', { sort: true }),
    c.choice(
      'part',
      '清洗部位',
      'Part',
      [
        ['purifier', '净化器', 'purifier'],
        ['hood', '集烟罩', 'hood'],
        ['duct', '烟道', 'duct'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['by'],
};
