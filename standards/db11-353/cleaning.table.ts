import type { BothLanguages, Cited } from '#standards/editions';

export type CleaningCheck = Cited & {
  readonly id: string;
  readonly clause: string;
  readonly what: BothLanguages;
  /** what is counted or measured, and its unit; null = judged by eye */
  readonly unit: string | null;
};

const ROW = {
  inForce: { from: '2021-10-01' },
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const;

/** What DB11/T 353-2021 has checked about the cleaning of a road; the figures of its tables could not be read. */
export const CLEANING_CHECKS: readonly CleaningCheck[] = [
  {
    ...ROW,
    id: 'look',
    clause: '7.1',
    what: { zh: '感观质量：路面、人行道、树坑、雨水口等目测整洁', en: 'how the road looks' },
    unit: null,
    citation: 'DB11/T 353-2021 cl. 7.1 (title)',
  },
  {
    ...ROW,
    id: 'quantity',
    clause: '7.2',
    what: { zh: '定量质量：路面尘土残存量等', en: 'quantities: dust residue and others' },
    unit: 'g/m²',
    citation: 'DB11/T 353-2021 cl. 7.2 (title)',
  },
  {
    ...ROW,
    id: 'work',
    clause: '8.2',
    what: { zh: '作业现场检查', en: 'check of the work on the road' },
    unit: null,
    citation: 'DB11/T 353-2021 cl. 8.2 (title)',
  },
  {
    ...ROW,
    id: 'records',
    clause: '8.3',
    what: { zh: '作业信息检查：业务台账与作业记录（第 6 章）', en: 'check of ledgers and work records (cl. 6)' },
    unit: null,
    citation: 'DB11/T 353-2021 cl. 6, 8.3 (titles)',
  },
  {
    ...ROW,
    id: 'residue',
    clause: '8.4',
    what: { zh: '路面尘土残存量检测', en: 'measuring the dust residue' },
    unit: 'g/m²',
    citation: 'DB11/T 353-2021 cl. 8.4, annexes A and B (titles)',
  },
];
