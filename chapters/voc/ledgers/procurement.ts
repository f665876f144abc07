import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Procurement notices and their low-VOC clauses (4.1). */
export const procurement: LedgerDefinition = {
  id: 'voc.procurement',
  title: { zh: '政府采购低VOCs条款台账', en: 'Low-VOC clauses in procurement' },
  entry: { zh: '份公告', en: 'notices' },
  about: {
    zh: '政府采购公告中低VOCs含量产品条款的写入情况。',
    en: 'Whether procurement notices ask for products low in VOCs.',
  },
  key: ['number'],
  name: 'title',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '公告编号', 'Notice', { required: true, longest: 60 }),
    c.text('title', '采购项目', 'Title', { required: true, sort: true }),
    c.unit('unit', '采购人', 'Bought by', { required: true, filter: true }),
    c.date('publishedOn', '公告日期', 'Published on', { required: true, sort: true }),
    c.choice(
      'goods',
      '采购内容',
      'Goods',
      [
        ['furniture', '家具', 'furniture'],
        ['printing', '印刷服务', 'printing'],
        ['works', '工程', 'works'],
        ['repair', '车辆维修', 'vehicle repair'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.yes('clause', '写入低VOCs条款', 'Has the clause', { required: true, filter: true }),
    c.decimal('amount', '采购金额', 'Amount', '万元', { most: 10_000_000 }),
    c.remark(),
  ],
  complete: ['amount'],
};
