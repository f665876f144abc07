import type { Cited } from '#standards/editions';

export type Edition = '2005' | '2017' | '2025';
export type EditionRow = Cited & {
  readonly name: string;
  /** bits 7–2 of Flag */
  readonly versionBits: number;
  /** bytes of the data area between the marks */
  readonly longestArea: number;
  /** characters of MN */
  readonly mnLength: number;
  /** where the QN of a request stands in its answer */
  readonly answerQn: 'header' | 'area';
  /** whether data packets carry a QN, so that a data answer can name one */
  readonly uploadsCarryQn: boolean;
};

/** Bytes of a data segment in every edition (§6.3.1). */
export const LONGEST_SEGMENT = 1024;

/** The editions of HJ 212 that devices speak, oldest first. */
export const EDITIONS = {
  '2005': {
    name: 'HJ/T 212-2005 污染源在线自动监控（监测）系统数据传输标准',
    versionBits: 0,
    longestArea: 960,
    mnLength: 14,
    answerQn: 'area',
    uploadsCarryQn: false,
    inForce: { from: '2006-02-01', until: '2017-04-30' },
    citation: 'HJ/T 212-2005 §6.3; days of force by general knowledge',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
  '2017': {
    name: 'HJ 212-2017 污染物在线监控（监测）系统数据传输标准',
    versionBits: 1,
    longestArea: 950,
    mnLength: 24,
    answerQn: 'header',
    uploadsCarryQn: true,
    inForce: { from: '2017-05-01', until: '2025-12-31' },
    citation: 'HJ 212-2017 §6.3, tables 2 and 3',
    checkedOn: '2026-11-25',
    confidence: 'H',
  },
  '2025': {
    name: 'HJ 212-2025 污染物自动监测监控系统数据传输技术要求',
    versionBits: 2,
    longestArea: 950,
    mnLength: 24,
    answerQn: 'header',
    uploadsCarryQn: true,
    inForce: { from: '2026-01-01' },
    citation: 'HJ 212-2025 §6.3.3 table 3 and annex A, as implementers quote them; length of the data area as in 2017',
    checkedOn: '2026-11-25',
    confidence: 'M',
  },
} as const satisfies Record<Edition, EditionRow>;

/** The edition that the version bits of a Flag name; null for bits that no edition has. */
export const editionOfFlag = (flag: number): Edition | null => {
  const bits = flag >> 2;
  return bits === 0 ? '2005' : bits === 1 ? '2017' : bits === 2 ? '2025' : null;
};
