import type { StandardDescription } from '#standards/editions';
import { GRADE_EDITIONS, REQUIRED_CUTS } from './grades.table.ts';

export const STANDARD = {
  folder: 'enterprise-sheet',
  document: '一厂一策',
  title: { zh: '重污染天气企业应急减排清单与绩效分级', en: 'Enterprise sheets of the emergency list, and grades' },
  editions: [
    ...REQUIRED_CUTS.map((row) => ({ ...row, edition: `${row.level} ≥ ${row.sharePercent} %` })),
    ...GRADE_EDITIONS.map((row) => ({ ...row, edition: `grades of ${row.edition}, ${row.industries} industries` })),
  ],
  clauses: [
    {
      clause: 'grades',
      what: { zh: '绩效分级及各级应尽义务', en: 'grades, and what each has to do' },
      by: ['gradesOn', 'GRADE_EDITIONS'],
      confidence: 'L',
    },
    {
      clause: 'sheet',
      what: { zh: '清单内容的校验', en: 'checking what a sheet says' },
      by: ['checkSheet', 'creditCodeValid'],
      confidence: 'L',
    },
    {
      clause: 'cut',
      what: {
        zh: '企业各级减排量与全区占比（10%、20%、30%）',
        en: 'the cut of a firm, and the district’s share (10, 20, 30 %)',
      },
      by: ['firmCut', 'districtCut', 'REQUIRED_CUTS'],
      confidence: 'M',
    },
  ],
  settings: [],
  gaps: [
    {
      zh: '各行业绩效分级指标未录入；减排比例不按等级规定，以企业清单为准。',
      en: 'The criteria of the industries are not entered; no percentage follows from a grade: the sheet rules.',
    },
  ],
} as const satisfies StandardDescription;
