import type { DescribedSetting, StandardDescription } from '#standards/editions';
import { APPLIES, RATE_SETTINGS, REQUIREMENTS, type RequirementName } from './requirements.table.ts';

const EN: Partial<Record<RequirementName, string>> = {
  hoodSpeed: 'least speed at a hood, m/s',
  movingMonths: 'months between checks of pumps, compressors, agitators, valves',
  fixedMonths: 'months between checks of flanges and other joints',
  firstRepairDays: 'days to the first attempt at a leak',
  repairDays: 'days to its repair',
  leakVolatile: 'leak definition, gas and volatile liquid, µmol/mol',
  leakVolatileKeyRegion: 'leak definition, gas and volatile liquid, key regions, µmol/mol',
  leakOther: 'leak definition, other liquid, µmol/mol',
  leakOtherKeyRegion: 'leak definition, other liquid, key regions, µmol/mol',
};
const uncertain: DescribedSetting[] = (Object.keys(EN) as RequirementName[]).map((name) => ({
  name,
  default: `${REQUIREMENTS[name].value} ${REQUIREMENTS[name].unit}`,
  what: { zh: REQUIREMENTS[name].zh, en: EN[name] ?? name },
  confidence: REQUIREMENTS[name].confidence,
}));
const CITED = {
  citation: 'GB 37822-2019 4.1、4.2（bzxz.net 168271 转述）',
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const;

/** What is carried out of the standard for fugitive VOC, and the three rates. */
export const STANDARD = {
  folder: 'gb-37822',
  document: 'GB 37822',
  title: { zh: '挥发性有机物无组织排放控制标准', en: 'Standard for fugitive emission of volatile organic compounds' },
  editions: [
    { edition: 'GB37822-2019 新建 new', inForce: APPLIES.new, ...CITED },
    { edition: 'GB37822-2019 现有 existing', inForce: APPLIES.existing, ...CITED },
  ],
  clauses: [
    {
      clause: '三率',
      what: {
        zh: '收集率、同步运行率、去除率（无公开数值定义，按通行公式）',
        en: 'collection, synchronous running, removal, by the usual formulas',
      },
      by: ['collectionRate', 'synchronousRunning', 'synchronousRate', 'removalRate', 'removalOver'],
      confidence: 'L',
    },
    {
      clause: '10.3.2',
      what: { zh: 'NMHC 初始排放速率与处理效率', en: 'initial rate of NMHC and removal' },
      by: ['treatmentVerdict', 'initialRate'],
      confidence: 'M',
    },
    {
      clause: '10.2.2',
      what: { zh: '排风罩控制风速', en: 'speed at a hood' },
      by: ['hoodFastEnough'],
      confidence: 'L',
    },
    {
      clause: '8',
      what: {
        zh: '泄漏检测与修复（LDAR）：适用、认定、间隔、修复期限',
        en: 'leak detection and repair: who, what leaks, how often, by when',
      },
      by: ['ldarRequired', 'leaks', 'nextCheck', 'repairState'],
      confidence: 'L',
    },
  ],
  settings: [
    ...uncertain,
    {
      name: 'leastPairedPercent',
      default: `${RATE_SETTINGS.leastPairedPercent} %`,
      what: {
        zh: '时段去除率所需进出口同时有值的小时占比',
        en: 'share of hours with both sides that a removal over a period needs',
      },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '储罐、装卸、敞开液面、厂区内监控点限值（附录 A）未录入。',
      en: 'Storage tanks, loading, open surfaces and the limits inside the plant (annex A) are not entered.',
    },
  ],
} as const satisfies StandardDescription;
