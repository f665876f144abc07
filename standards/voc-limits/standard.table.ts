import type { DescribedEdition, StandardDescription } from '#standards/editions';
import { VOC_GAPS, VOC_LIMITS } from './limits.table.ts';
import { VOC_SETTINGS } from './settings.ts';
import { VOC_STANDARDS } from './standards.table.ts';

const rowsOf = (standard: string) => VOC_LIMITS.filter((row) => row.standard === standard);
const editions: DescribedEdition[] = VOC_STANDARDS.map(
  ({ standard, inForce, zh, citation, checkedOn, confidence }) => ({
    edition: standard,
    inForce,
    citation: `《${zh}》${citation}`,
    checkedOn,
    confidence,
  }),
);

/** Which products have a limit here, and for which none could be found. */
export const STANDARD = {
  folder: 'voc-limits',
  document: 'GB 33372 · 38507 · 38508 · 30981 · 24409 · 18581 · 18582 · DB11/3005',
  title: { zh: '产品挥发性有机物含量限值', en: 'Limits of VOC in products' },
  editions: [...editions].sort((a, b) =>
    a.inForce.from < b.inForce.from ? -1 : a.inForce.from > b.inForce.from ? 1 : 0,
  ),
  clauses: [
    ...VOC_STANDARDS.filter(({ standard }) => rowsOf(standard).length > 0).map(({ standard, zh }) => {
      const rows = rowsOf(standard);
      const twice = rows.filter(({ certainty }) => certainty === 'two-sources').length;
      return {
        clause: standard,
        what: {
          zh: `${zh}：${rows.length} 类有限值，其中 ${twice} 类有两处来源`,
          en: `${rows.length} classes with a limit, ${twice} of them from two sources`,
        },
        by: ['VOC_LIMITS', 'findRow', 'classesOf'],
        confidence: 'M' as const,
      };
    }),
    {
      clause: 'GB/T 8170 cl. 4.3',
      what: {
        zh: '台账条目检查：符合、超标（多少）、无法判定（原因）',
        en: 'check of a ledger entry: complies, exceeds by how much, open and why',
      },
      by: ['checkEntry', 'inUnitOf'],
    },
    {
      clause: 'GB 38507 cl. 4',
      what: { zh: '低 VOCs 含量油墨', en: 'inks that are low in VOC' },
      by: ['isLowVoc'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'comparison',
      default: VOC_SETTINGS.comparison,
      what: { zh: '全数值比较法或修约值比较法', en: 'compared as measured, or rounded to the limit first' },
      confidence: 'M',
    },
    {
      name: 'editionBy',
      default: VOC_SETTINGS.editionBy,
      what: { zh: '按生产日期或使用日期选用版本', en: 'the edition of the day of making, or of use' },
      confidence: 'L',
    },
    {
      name: 'oneSourceDecides',
      default: String(VOC_SETTINGS.oneSourceDecides),
      what: { zh: '仅一处来源的限值是否用于判定', en: 'whether a limit from one source decides' },
      confidence: 'L',
    },
    {
      name: 'additionalRows',
      default: String(VOC_SETTINGS.additionalRows.length),
      what: { zh: '区里核对标准文本后补录的限值', en: 'rows that a district has read in the text' },
      confidence: 'H',
    },
  ],
  gaps: VOC_GAPS.map(({ standard, path, why }) => ({
    zh: `${[standard, ...path].join(' ')}：${why}。`,
    en: `${standard}: limit not sourced, an entry of it stays open.`,
  })),
} satisfies StandardDescription;
