import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';
import { deriveResidue } from '../formulas.ts';

/** Road dust residue 道路尘土残存量 (g/m²) measured on a road; never mixed with road dust load 道路尘负荷. */
export const residueSamples: LedgerDefinition = {
  id: 'dust.residue-samples',
  title: { zh: '道路尘土残存量检测', en: 'Road dust residue' },
  entry: { zh: '个样', en: 'samples' },
  about: {
    zh: '按路段采样称重得到的道路尘土残存量（克/平方米），与走航的道路尘负荷不是同一个量，不能混用。',
    en: 'Dust on a road by weighing what was swept from a measured area (g/m²); not the road dust load of mobile measurements.',
  },
  key: ['number'],
  name: 'roadName',
  keeper: 'unit',
  place: 'point',
  refreshDays: null,
  derive: deriveResidue,
  columns: [
    c.text('number', '样品编号', 'Sample', { required: true, longest: 60 }),
    c.entry('road', '道路编号', 'Road', 'dust.roads', { required: true }),
    c.text('roadName', '道路名称', 'Name of the road', { required: true, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.choice(
      'class',
      '道路等级',
      'Class',
      [
        ['expressway', '快速路', 'expressway'],
        ['trunk', '主干路', 'trunk road'],
        ['secondary', '次干路', 'secondary road'],
        ['branch', '支路', 'branch road'],
        ['back', '背街小巷', 'back street'],
        ['alley', '胡同', 'alley'],
      ],
      { required: true, filter: true },
    ),
    c.date('sampledOn', '采样日期', 'Sampled on', { required: true, sort: true }),
    c.time('sampledAt', '采样时刻', 'At'),
    c.decimal('area', '采样面积', 'Area', '平方米', { required: true, most: 1000 }),
    c.decimal('mass', '尘土质量', 'Mass', '克', { required: true, most: 100_000, decimals: 2 }),
    c.decimal('residue', '尘土残存量', 'Residue', '克/平方米', {
      derived: true,
      most: 10_000,
      decimals: 2,
      sort: true,
      filter: true,
    }),
    c.unit('unit', '检测单位', 'Measured by', { required: true, filter: true }),
    c.date('publishedOn', '结果发布日期', 'Published on'),
    c.choice(
      'weather',
      '天气',
      'Weather',
      [
        ['dry', '晴', 'dry'],
        ['wet', '雨后', 'after rain'],
        ['windy', '大风', 'windy'],
      ],
      { filter: true },
    ),
    c.remark(),
  ],
  complete: ['sampledAt', 'publishedOn', 'place'],
  contradictions: [
    contradiction('heavierThanItsMass', '残存量大于尘土质量', 'more per square metre than there is in all', [
      { column: 'residue', is: 'more', than: { column: 'mass' } },
    ]),
  ],
};
