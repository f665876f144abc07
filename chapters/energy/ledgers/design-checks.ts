import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** New buildings checked against DB11/891-2020 (19.2). */
export const designChecks: LedgerDefinition = {
  id: 'energy.design-checks',
  title: { zh: '新建建筑节能审查台账', en: 'New buildings checked' },
  entry: { zh: '个项目', en: 'buildings' },
  about: {
    zh: '新建居住建筑施工图和竣工环节对《居住建筑节能设计标准》（DB11/891-2020）的审查结论。',
    en: 'New residential buildings checked against DB11/891-2020 at design and at completion.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.text('number', '审查编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '项目名称', 'Project', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.unit('unit', '审查部门', 'Checked by', { required: true, filter: true }),
    c.choice(
      'stage',
      '环节',
      'Stage',
      [
        ['design', '施工图', 'design'],
        ['completion', '竣工验收', 'completion'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('area', '建筑面积', 'Floor space', '平方米', { required: true, most: 10_000_000 }),
    c.date('checkedOn', '审查日期', 'Checked on', { required: true, sort: true }),
    c.choice(
      'result',
      '结论',
      'Result',
      [
        ['pass', '符合', 'passes'],
        ['fail', '不符合', 'fails'],
        ['mended', '整改后符合', 'passes after mending'],
      ],
      { required: true, filter: true },
    ),
    c.decimal('saving', '设计节能率', 'Designed saving', '%', { most: 100, decimals: 1 }),
    c.remark(),
  ],
  complete: ['saving'],
};
