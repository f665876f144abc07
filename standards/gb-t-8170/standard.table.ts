import type { StandardDescription } from '#standards/editions';

export const STANDARD = {
  folder: 'gb-t-8170',
  document: 'GB/T 8170',
  title: { zh: '数值修约规则与极限数值的表示和判定', en: 'Rules of rounding, and judgment of limiting values' },
  editions: [
    {
      edition: 'GB/T 8170-2008',
      inForce: { from: '2009-01-01' },
      citation: 'GB/T 8170-2008 cl. 3.2, 3.3; figures of published bulletins reproduce',
      checkedOn: '2026-11-23',
      confidence: 'H',
    },
  ],
  clauses: [
    {
      clause: 'cl. 3.2',
      what: { zh: '四舍六入五成双', en: 'to the nearest, an exact half to the even neighbour' },
      by: ['roundHalfEven', 'roundExact', 'meanRound', 'ratioPercent', 'divideHalfEven'],
    },
    {
      clause: 'cl. 3.3',
      what: { zh: '不得连续修约：以精确值一次修约', en: 'never twice: one step, from the exact value' },
      by: ['exact', 'roundExact', 'meanScaled'],
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '0.2、0.5 单位修约（条款 3.4）没有标准用到，未实现。',
      en: 'Rounding to 0.2 and 0.5 of a unit (cl. 3.4) is used by no standard here and not implemented.',
    },
  ],
} as const satisfies StandardDescription;
