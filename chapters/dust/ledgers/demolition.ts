import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Demolition 拆迁拆违: one of the four ledgers of every street (24.2). */
export const demolition: LedgerDefinition = {
  id: 'dust.demolition',
  title: { zh: '拆迁拆违台账', en: 'Demolition' },
  entry: { zh: '处拆除', en: 'demolitions' },
  about: {
    zh: '街道四类台账之一：拆迁、拆违工程的湿法作业、渣土清运和拆后苫盖绿化。',
    en: "One of the streets' four ledgers: demolition, kept wet; rubble carried away; the ground covered or planted afterwards.",
  },
  key: ['number'],
  name: 'location',
  keeper: 'street',
  place: 'polygon',
  refreshDays: 14,
  object: { kind: 'site', by: 'number' },
  columns: [
    c.text('number', '登记号', 'Number', { required: true, longest: 60, aliases: ['编号'] }),
    c.text('location', '位置', 'Where', { required: true, sort: true, aliases: ['地址'] }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['clearance', '拆迁', 'clearance'],
        ['unlawful', '拆违', 'unlawful building'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('area', '拆除面积', 'Area', '平方米', { required: true, most: 1_000_000, sort: true }),
    c.text('contractor', '拆除单位', 'Contractor'),
    c.unit('authority', '主管部门', 'Authority', { filter: true }),
    c.date('beginsOn', '开始日期', 'Begins', { required: true, sort: true }),
    c.date('endedOn', '拆除完成', 'Pulled down'),
    c.date('clearedOn', '渣土清运完成', 'Rubble cleared', { sort: true }),
    c.decimal('rubble', '渣土量', 'Rubble', '吨', { most: 1_000_000 }),
    c.yes('wet', '湿法作业', 'Kept wet', { required: true, filter: true }),
    c.choice(
      'after',
      '拆后处理',
      'Afterwards',
      [
        ['open', '未处理', 'bare'],
        ['netted', '苫盖', 'netted'],
        ['planted', '绿化', 'planted'],
        ['paved', '硬化', 'paved'],
        ['built', '建设', 'built on'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['contractor', 'place'],
  contradictions: [
    contradiction('clearedBeforeEnded', '渣土清运早于拆除完成', 'cleared before it was down', [
      { column: 'clearedOn', is: 'before', than: { column: 'endedOn' } },
    ]),
  ],
};
