import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Places where muck is put down or recycled (26.2), and their own dust control. */
export const disposalSites: LedgerDefinition = {
  id: 'dust.disposal-sites',
  title: { zh: '渣土消纳场所台账', en: 'Muck disposal sites' },
  entry: { zh: '处场所', en: 'places' },
  about: {
    zh: '本区渣土去往的消纳、资源化场所：许可、能力和场内扬尘措施。',
    en: "Where the district's muck goes: permits, capacity and dust control on the place.",
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  columns: [
    c.text('number', '许可编号', 'Permit', { required: true, longest: 60 }),
    c.text('name', '场所名称', 'Name', { required: true, sort: true }),
    c.choice(
      'kind',
      '类别',
      'Kind',
      [
        ['dump', '消纳场', 'dump'],
        ['recycle', '资源化处置', 'recycling'],
        ['transfer', '中转', 'transfer'],
      ],
      { required: true, filter: true },
    ),
    c.text('district', '所在区', 'District', { longest: 30 }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.decimal('capacity', '年处理能力', 'Capacity a year', '万吨', { most: 10_000 }),
    c.yes('paved', '道路硬化', 'Ways paved', { filter: true }),
    c.yes('washer', '洗轮设施', 'Washer', { filter: true }),
    c.yes('sprayed', '喷淋降尘', 'Sprayed', { filter: true }),
    c.date('openedOn', '启用日期', 'Opened', { required: true, sort: true }),
    c.date('closedOn', '停用日期', 'Closed'),
    c.remark(),
  ],
  complete: ['capacity', 'paved', 'washer', 'sprayed'],
};
