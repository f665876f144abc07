import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Government-funded building projects: the denominator of sampling in use (4.1). */
export const fundedProjects: LedgerDefinition = {
  id: 'voc.funded-projects',
  title: { zh: '政府投资建设工程台账', en: 'Government-funded projects' },
  entry: { zh: '个工程', en: 'projects' },
  about: {
    zh: '使用胶粘剂、涂料等产品的政府投资建设工程，是使用环节抽检覆盖率的分母。',
    en: 'Government-funded projects that use glues and paints: the denominator of the coverage of sampling.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  columns: [
    c.text('number', '工程编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '工程名称', 'Project', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '行业主管部门', 'Trade authority', { required: true, filter: true }),
    c.text('owner', '建设单位', 'Client'),
    c.text('contractor', '施工单位', 'Contractor'),
    c.decimal('investment', '投资', 'Cost', '万元', { most: 10_000_000, sort: true }),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['building', '房屋建筑', 'building'],
        ['municipal', '市政', 'municipal'],
        ['road', '道路桥梁', 'roads and bridges'],
        ['rail', '铁路', 'railway'],
        ['renovation', '修缮装修', 'renovation'],
      ],
      { required: true, filter: true },
    ),
    c.date('beginsOn', '开工日期', 'Begins', { required: true, sort: true }),
    c.date('endedOn', '竣工日期', 'Ended'),
    c.yes('usesPaint', '涉涂料胶粘剂施工', 'Uses paints or glues', { required: true, filter: true }),
    c.remark(),
  ],
  complete: ['owner', 'contractor', 'investment'],
};
