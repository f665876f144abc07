import type { BothLanguages, Cited } from '#standards/editions';

export type FirmGrade = 'A' | 'B' | 'C' | 'D' | 'leading' | 'non-leading' | 'ungraded';
/** decides itself · few measures · whatever its sheet lists */
export type Duty = 'self' | 'few' | 'listed';

export type GradeEdition = Cited & {
  readonly edition: string;
  /** industries that are graded */
  readonly industries: number;
  readonly grades: Readonly<Partial<Record<FirmGrade, { readonly duty: Duty; readonly name: BothLanguages }>>>;
};

const A = { duty: 'self', name: { zh: 'A级', en: 'grade A' } } as const;
const B = { duty: 'few', name: { zh: 'B级', en: 'grade B' } } as const;
const C = { duty: 'listed', name: { zh: 'C级', en: 'grade C' } } as const;
const D = { duty: 'listed', name: { zh: 'D级', en: 'grade D' } } as const;
const UNGRADED = { duty: 'listed', name: { zh: '未评级', en: 'not graded' } } as const;

export const GRADE_EDITIONS: readonly GradeEdition[] = [
  {
    edition: '2019',
    industries: 15,
    inForce: { from: '2019-07-01', until: '2020-06-28' },
    citation: '环办大气函〔2019〕648号, as reported: 15 industries, grades A, B, C; days of force not certain',
    checkedOn: '2026-11-25',
    confidence: 'M',
    grades: { A, B, C, ungraded: UNGRADED },
  },
  {
    edition: '2020',
    industries: 39,
    inForce: { from: '2020-06-29' },
    citation: '环办大气函〔2020〕340号 (39 industries, A to D, 引领性 and 非引领性) by general knowledge',
    checkedOn: '2026-11-25',
    confidence: 'L',
    grades: {
      A,
      B,
      C,
      D,
      leading: { duty: 'self', name: { zh: '引领性企业', en: 'leading firm' } },
      'non-leading': { duty: 'listed', name: { zh: '非引领性企业', en: 'not a leading firm' } },
      ungraded: UNGRADED,
    },
  },
];

export type RequiredCut = Cited & {
  readonly level: 'yellow' | 'orange' | 'red';
  /** least share of all emissions of the place, % of each of SO₂, NOₓ, PM and VOCs */
  readonly sharePercent: string;
};

const SHARES = {
  inForce: { from: '2018-09-01' },
  citation:
    '环办大气函〔2018〕875号、〔2019〕648号; 天津市重污染天气应急预案 prints the same shares; first day not certain',
  checkedOn: '2026-11-25',
  confidence: 'M',
} as const;

export const REQUIRED_CUTS: readonly RequiredCut[] = [
  { ...SHARES, level: 'yellow', sharePercent: '10' },
  { ...SHARES, level: 'orange', sharePercent: '20' },
  { ...SHARES, level: 'red', sharePercent: '30' },
];

/** Decimals of kilograms and shares on paper. */
export const DECIMALS = { kilograms: 2, share: 1 } as const;
