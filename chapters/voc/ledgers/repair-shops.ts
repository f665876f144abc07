import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Vehicle-repair shops with paint booths and their upgrade (6.2). */
export const repairShops: LedgerDefinition = {
  id: 'voc.repair-shops',
  title: { zh: '汽修企业台账', en: 'Repair shops' },
  entry: { zh: '家汽修企业', en: 'shops' },
  about: {
    zh: '汽车维修企业的喷烤漆房、治理设施、提质升级完成情况和集中钣喷试点。',
    en: 'Repair shops: booths, treatment, whether upgraded, whether they send work to a central paint shop.',
  },
  key: ['licence'],
  name: 'name',
  keeper: 'street',
  place: 'point',
  refreshDays: 184,
  object: { kind: 'enterprise', by: 'licence' },
  columns: [
    c.text('licence', '经营备案号', 'Licence', { required: true, longest: 60 }),
    c.text('name', '企业名称', 'Name', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('address', '地址', 'Address'),
    c.creditCode('code', '统一社会信用代码', 'Credit code'),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.choice(
      'class',
      '维修类别',
      'Class',
      [
        ['first', '一类', 'first'],
        ['second', '二类', 'second'],
        ['third', '三类', 'third'],
      ],
      { required: true, filter: true },
    ),
    c.integer('booths', '喷烤漆房', 'Booths', '间', { most: 50 }),
    c.yes('waterPaint', '使用水性漆', 'Water-borne paint', { filter: true }),
    c.choice(
      'treatment',
      '治理工艺',
      'Treatment',
      [
        ['none', '无', 'none'],
        ['carbon', '活性炭', 'carbon'],
        ['carbon-catalytic', '活性炭+催化燃烧', 'carbon and catalytic'],
        ['other', '其他', 'other'],
      ],
      { required: true, filter: true },
    ),
    c.date('dueOn', '升级时限', 'Due', { required: true }),
    c.date('upgradedOn', '升级完成', 'Upgraded on', { sort: true }),
    c.yes('central', '委托集中钣喷', 'Sends to a central shop', { filter: true }),
    c.date('openedOn', '备案日期', 'Registered', { required: true, sort: true }),
    c.date('closedOn', '停业日期', 'Closed'),
    c.remark(),
  ],
  complete: ['booths', 'address', 'place'],
};
