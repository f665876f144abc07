import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Small works 小微工程: one of the four ledgers of every street (24.2), and whom the visits of 26.4 see. */
export const smallWorks: LedgerDefinition = {
  id: 'dust.small-works',
  title: { zh: '小微工程台账', en: 'Small works' },
  entry: { zh: '处小微工程', en: 'works' },
  about: {
    zh: '街道四类台账之一：不办施工许可的装修、修缮、占掘路、绿化等小微工程，开工前登记，完工后销账。',
    en: "One of the streets' four ledgers: fitting-out, repairs, road openings and greening that need no building permit; entered before they begin, struck off when done.",
  },
  key: ['number'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 14,
  object: { kind: 'site', by: 'number' },
  columns: [
    c.text('number', '登记号', 'Number', { required: true, longest: 60, aliases: ['编号'] }),
    c.text('name', '工程名称', 'Work', { required: true, sort: true, aliases: ['项目名称'] }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true, aliases: ['属地'] }),
    c.text('address', '地点', 'Address', { required: true, aliases: ['地址'] }),
    c.choice(
      'kind',
      '工程类别',
      'Kind',
      [
        ['fitting', '门店装修', 'fitting-out'],
        ['repair', '房屋修缮', 'repairs'],
        ['road', '占掘路', 'road opening'],
        ['pipe', '管线', 'pipes'],
        ['green', '绿化', 'greening'],
        ['facade', '外立面', 'façade'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'linear',
      '是否线性工程',
      'Linear works',
      [
        ['yes', '是', 'yes'],
        ['no', '否', 'no'],
      ],
      { required: true, filter: true },
    ),
    c.integer('sections', '分段数', 'Sections', '段', {
      most: 500,
      help: { zh: '线性工程分段施工的段数。', en: 'Into how many sections linear works are divided.' },
    }),
    c.yes('enclosed', '封闭施工', 'Enclosed', { filter: true }),
    c.unit('authority', '行业主管部门', 'Trade authority', { filter: true }),
    c.text('client', '建设单位', 'Client'),
    c.text('contractor', '施工单位', 'Contractor', { required: true }),
    c.text('person', '现场负责人', 'In charge', { longest: 30 }),
    c.decimal('area', '作业面积', 'Area', '平方米', { most: 1_000_000, sort: true }),
    c.date('beginsOn', '开工日期', 'Begins', { required: true, sort: true }),
    c.date('plannedEnd', '计划完工', 'Planned end'),
    c.date('endedOn', '实际完工', 'Ended', { sort: true }),
    c.choice(
      'dust',
      '扬尘措施',
      'Measures',
      [
        ['full', '到位', 'complete'],
        ['part', '部分到位', 'in part'],
        ['none', '未落实', 'none'],
      ],
      { required: true, filter: true },
    ),
    c.remark(),
  ],
  complete: ['client', 'person', 'plannedEnd', 'place'],
  contradictions: [
    contradiction('endsBeforeItBegins', '完工早于开工', 'it ends before it begins', [
      { column: 'endedOn', is: 'before', than: { column: 'beginsOn' } },
    ]),
    contradiction('linearWithoutSections', '线性工程未填分段数', 'linear, but without its sections', [
      { column: 'linear', is: 'equal', than: 'yes' },
      { column: 'sections', is: 'empty' },
    ]),
  ],
};
