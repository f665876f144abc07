import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Bare soil in parks and green land (24.1): plots treated in autumn and winter. */
export const greenPlots: LedgerDefinition = {
  id: 'dust.green-plots',
  title: { zh: '园林绿地裸露地面台账', en: 'Bare soil in green land' },
  entry: { zh: '块绿地', en: 'plots' },
  about: {
    zh: '公园和绿地中裸露地面的秋冬季生态治理：覆盖方式、分区施工、林下种植和养护，由园林部门维护。',
    en: 'Bare soil in parks and green land: how it is covered in autumn and winter, works by zones, planting under trees, upkeep.',
  },
  key: ['number'],
  name: 'park',
  keeper: 'unit',
  place: 'polygon',
  refreshDays: 31,
  object: { kind: 'plot', by: 'number' },
  columns: [
    c.text('number', '地块编号', 'Plot number', { required: true, longest: 60, aliases: ['编号'] }),
    c.text('park', '公园或绿地', 'Park or green', { required: true, sort: true, aliases: ['绿地名称'] }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '管理单位', 'Kept by', { required: true, filter: true }),
    c.decimal('area', '裸露面积', 'Bare area', '平方米', { required: true, most: 1_000_000, sort: true }),
    c.choice(
      'cover',
      '治理方式',
      'Treatment',
      [
        ['none', '未治理', 'none yet'],
        ['mulch', '有机覆盖物', 'mulch'],
        ['ground-cover', '地被植物', 'ground cover'],
        ['net', '苫盖', 'netted'],
        ['lawn', '补植草坪', 'lawn'],
        ['pave', '透水铺装', 'permeable paving'],
      ],
      { required: true, filter: true },
    ),
    c.date('plannedOn', '计划完成', 'Planned', { required: true, sort: true }),
    c.date('treatedOn', '治理完成', 'Treated on', { sort: true }),
    c.decimal('treatedArea', '已治理面积', 'Area treated', '平方米', { most: 1_000_000 }),
    c.yes('byZones', '分区施工', 'Works by zones'),
    c.remark(),
  ],
  complete: ['place', 'byZones'],
  contradictions: [
    contradiction('treatedWithoutCover', '已填完成日期但未治理', 'treated, but without a treatment', [
      { column: 'treatedOn', is: 'given' },
      { column: 'cover', is: 'equal', than: 'none' },
    ]),
    contradiction('treatedMoreThanThere', '已治理面积大于裸露面积', 'more treated than there is', [
      { column: 'treatedArea', is: 'more', than: { column: 'area' } },
    ]),
  ],
};
