import { type BothLanguages, isDate } from '#standards/editions';
import { compareDecimal, isNumeric } from '#standards/gb-t-8170';
import { creditCodeValid } from './credit-code.ts';
import { gradesOn } from './grades.ts';
import { type EnterpriseSheet, LEVELS, POLLUTANTS, type SheetLevel } from './sheet.ts';

type ProblemCode =
  | 'name-missing'
  | 'credit-code-wrong'
  | 'street-missing'
  | 'industry-missing'
  | 'grade-unknown'
  | 'no-line'
  | 'named-twice'
  | 'unknown-line'
  | 'unknown-point'
  | 'emission-missing'
  | 'emission-wrong'
  | 'percent-wrong'
  | 'no-action'
  | 'milder-than-lower-level'
  | 'no-check'
  | 'power-limit-missing'
  | 'no-transport'
  | 'no-responsible'
  | 'no-board';
/** `where` names the line, point or level concerned. A problem that is no `fault` leaves the sheet usable. */
export type SheetProblem = BothLanguages & {
  readonly code: ProblemCode;
  readonly where: string | null;
  readonly fault: boolean;
};

const TEXTS: Record<ProblemCode, BothLanguages & { readonly fault: boolean }> = {
  'name-missing': { zh: '请填写企业名称', en: 'the firm has no name', fault: true },
  'credit-code-wrong': { zh: '统一社会信用代码有误，请核对', en: 'the credit code is wrong', fault: true },
  'street-missing': { zh: '请填写所在街道', en: 'the street is missing', fault: true },
  'industry-missing': { zh: '请填写所属行业', en: 'the industry is missing', fault: true },
  'grade-unknown': { zh: '该年度没有此绩效等级，请核对', en: 'the grade was not given in this year', fault: true },
  'no-line': { zh: '请至少填写一条生产线', en: 'no production line', fault: true },
  'named-twice': { zh: '编号重复', en: 'the id is used twice', fault: true },
  'unknown-line': { zh: '引用的生产线不存在', en: 'names a line that is not there', fault: true },
  'unknown-point': {
    zh: '引用的排放口不存在或不属于该生产线',
    en: 'names a point that is not of this line',
    fault: true,
  },
  'emission-missing': {
    zh: '缺少日排放量，减排量无法核算',
    en: 'no daily emission: the cut cannot be computed',
    fault: false,
  },
  'emission-wrong': {
    zh: '日排放量应为不小于零的数',
    en: 'a daily emission is a number of at least zero',
    fault: true,
  },
  'percent-wrong': { zh: '限产比例应大于 0 且不超过 100', en: 'a cut is above 0 and at most 100 %', fault: true },
  'no-action': {
    zh: '该等级没有减排措施；仅 A 级、引领性企业可自主减排',
    en: 'no action at this level; only grade A and leading firms decide themselves',
    fault: true,
  },
  'milder-than-lower-level': { zh: '减排力度低于较低等级', en: 'takes away less than the level below', fault: true },
  'no-check': { zh: '有措施的生产线缺少核查方式', en: 'a line with an action has no check', fault: true },
  'power-limit-missing': {
    zh: '按用电核查的，请填写允许的最大功率',
    en: 'a check by power needs the most that the line may draw',
    fault: true,
  },
  'no-transport': { zh: '缺少运输管控要求', en: 'nothing is said about transport', fault: false },
  'no-responsible': { zh: '请填写责任人及电话', en: 'nobody with a telephone answers for it', fault: true },
  'no-board': { zh: '未悬挂公示牌', en: 'no board at the gate', fault: false },
};

const found = (code: ProblemCode, where: string | null = null): SheetProblem => ({ code, where, ...TEXTS[code] });
const twice = (ids: readonly string[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
/** The grades at the end of a sheet's year; a year that is none has none. */
const gradesOf = ({ year }: EnterpriseSheet) => (isDate(`${year}-12-31`) ? gradesOn(`${year}-12-31`) : null);
const blank = (text: string) => text.trim() === '';

function identity(sheet: EnterpriseSheet): SheetProblem[] {
  return [
    ...(blank(sheet.name) ? [found('name-missing')] : []),
    ...(creditCodeValid(sheet.creditCode) ? [] : [found('credit-code-wrong', sheet.creditCode)]),
    ...(blank(sheet.street) ? [found('street-missing')] : []),
    ...(blank(sheet.industry) ? [found('industry-missing')] : []),
    ...(gradesOf(sheet)?.grades[sheet.grade] ? [] : [found('grade-unknown', sheet.grade)]),
    ...(sheet.responsible.some(({ name, phone }) => !blank(name) && !blank(phone)) ? [] : [found('no-responsible')]),
    ...(sheet.board ? [] : [found('no-board')]),
  ];
}

function emissions({ lines, points }: EnterpriseSheet): SheetProblem[] {
  const ids = lines.map(({ id }) => id);
  return [
    ...(lines.length === 0 ? [found('no-line')] : []),
    ...[...twice(ids), ...twice(points.map(({ id }) => id))].map((id) => found('named-twice', id)),
    ...points.filter(({ line }) => !ids.includes(line)).map(({ id }) => found('unknown-line', id)),
    ...points.flatMap(({ id, daily }) =>
      POLLUTANTS.flatMap((pollutant) => {
        const value = daily[pollutant];
        if (value === null) return [found('emission-missing', `${id} ${pollutant}`)];
        return isNumeric(value) && compareDecimal(value, 0) >= 0 ? [] : [found('emission-wrong', `${id} ${pollutant}`)];
      }),
    ),
  ];
}

/** What is taken from a point at a level, %: the largest of the actions that reach it. */
function percentAt({ points, levels }: EnterpriseSheet, level: SheetLevel, id: string): number {
  const line = points.find((point) => point.id === id)?.line;
  const reach = levels[level].actions.filter((one) => one.line === line && (one.point ?? id) === id);
  return Math.max(0, ...reach.map((one) => (one.does === 'stop' ? 100 : Number(one.percent))));
}

function level(sheet: EnterpriseSheet, at: SheetLevel): SheetProblem[] {
  const { actions, checks, transport } = sheet.levels[at];
  const duty = gradesOf(sheet)?.grades[sheet.grade]?.duty ?? 'listed';
  const below = LEVELS[LEVELS.indexOf(at) - 1];
  const where = (what: string) => `${at} ${what}`;
  const lines = new Set(actions.map(({ line }) => line));
  return [
    ...(actions.length === 0 && duty !== 'self' ? [found('no-action', at)] : []),
    ...actions.flatMap((action) => {
      if (!sheet.lines.some(({ id }) => id === action.line)) return [found('unknown-line', where(action.line))];
      const { point, line } = action;
      if (point !== undefined && !sheet.points.some((one) => one.id === point && one.line === line))
        return [found('unknown-point', where(point))];
      if (action.does === 'stop') return [];
      const { percent } = action;
      const fits = isNumeric(percent) && compareDecimal(percent, 0) > 0 && compareDecimal(percent, 100) <= 0;
      return fits ? [] : [found('percent-wrong', where(line))];
    }),
    ...[...lines]
      .filter((line) => !checks.some((one) => one.line === line))
      .map((line) => found('no-check', where(line))),
    ...checks
      .filter(({ by, mostKilowatts }) => by === 'power' && !isNumeric(mostKilowatts))
      .map(({ line }) => found('power-limit-missing', where(line))),
    ...(transport ? [] : [found('no-transport', at)]),
    ...(below
      ? sheet.points
          .filter(({ id }) => percentAt(sheet, at, id) < percentAt(sheet, below, id))
          .map(({ id }) => found('milder-than-lower-level', where(id)))
      : []),
  ];
}

/** What is wrong with a sheet, in the order of the sheet; no fault = it can be put into force. */
export const checkSheet = (sheet: EnterpriseSheet): SheetProblem[] => [
  ...identity(sheet),
  ...emissions(sheet),
  ...LEVELS.flatMap((one) => level(sheet, one)),
];
