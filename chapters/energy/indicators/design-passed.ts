import { fromEvidence } from '#engines/indicators';

/** New buildings that pass DB11/891-2020 (19.2). */
export const designPassed = fromEvidence({
  id: 'energy.design-passed',
  title: { zh: '新建建筑节能审查符合率', en: 'New buildings that pass' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年节能审查中符合或整改后符合标准的项目比例。',
    en: 'Of the buildings checked this year, the share that passes, after mending at least.',
  },
  words: ['节能审查'],
  counts: { zh: '个项目', en: 'buildings' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'energy.design-checks' },
      on: 'checkedOn',
      over: 'year',
      where: [{ column: 'result', is: 'one_of', of: ['pass', 'mended'] }],
    },
    in: { of: { ledger: 'energy.design-checks' }, on: 'checkedOn', over: 'year' },
  },
});
