import { beginsLikeUnit, endsLikeUnit, splitSeparators } from '../understand/unit-grammar.ts';
import type { Role } from './columns.table.ts';

/** Fields that were written into a measure's own words, and the words without them. */
export type InlineFields = { text: string; fields: Partial<Record<Role, string>> };

const LABELS: { role: Role; pattern: string }[] = [
  { role: 'coordinator', pattern: '(?:牵头|总牵头)(?:责任)?(?:单位|部门|主体)?' },
  { role: 'support', pattern: '(?:配合|协办|协同|参与|参加|协助|协作)(?:责任)?(?:单位|部门)?' },
  { role: 'lead', pattern: '(?:主责|责任|主办|主要责任|承办|实施|落实|负责)(?:单位|部门|主体)' },
  { role: 'deadline', pattern: '(?:完成|实施)?(?:时限|期限|时间)(?:要求|节点)?' },
];
const LABEL = new RegExp(`(?:${LABELS.map((l) => `(${l.pattern})`).join('|')})\\s*[：:]\\s*`, 'g');
const AT_LABEL = new RegExp(`^[\\s（(【〔\\[]*(?:${LABELS.map((l) => l.pattern).join('|')})\\s*[：:]`);
const BRACKET = /[（(【[〔]((?:[^（）()【】[\]〔〕]|[（(][^（）()]*[）)])*)[）)】\]〕]/g;

/** Whether a line does nothing but name units or a deadline: 主责单位：… 配合单位：… */
export const isFieldLine = (line: string) => AT_LABEL.test(line);

/** Parts 牵头单位：甲；配合单位：乙 into its fields; undefined when no label opens the text. */
export function labelledFields(text: string): Partial<Record<Role, string>> | undefined {
  const marks = [...text.matchAll(LABEL)];
  if (marks.length === 0 || text.slice(0, marks[0]!.index).replace(/[\s（(【[]/g, '') !== '') return undefined;
  const fields: Partial<Record<Role, string>> = {};
  for (const [i, mark] of marks.entries()) {
    const role = LABELS[mark.slice(1).findIndex((group) => group !== undefined)]!.role;
    const value = text
      .slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length)
      .replace(/[\s；;，,。、）)】\]]+$/, (end) => (/^[）)]/.test(end) ? end.replace(/[；;，,。、\s】\]]+$/, '') : ''));
    fields[role] = fields[role] ? `${fields[role]}、${balanced(value)}` : balanced(value);
  }
  return leadFirst(fields);
}

/** Without a closing bracket that was opened outside. */
function balanced(text: string): string {
  let out = text;
  while (/[）)]$/.test(out) && (out.match(/[（(]/g)?.length ?? 0) < (out.match(/[）)]/g)?.length ?? 0))
    out = out.slice(0, -1);
  return out.trim();
}

/** 牵头 beside 责任 is a third kind; alone it is the lead. */
function leadFirst(fields: Partial<Record<Role, string>>): Partial<Record<Role, string>> {
  if (fields.coordinator === undefined || fields.lead !== undefined) return fields;
  const { coordinator, ...rest } = fields;
  return { ...rest, lead: coordinator };
}

/** Words of duty behind names, and the field that the names are. */
const DUTIES: { role: 'coordinator' | 'lead' | 'support'; pattern: string }[] = [
  { role: 'coordinator', pattern: '(?:共同)?牵头(?:负责|组织|督导|推进|落实|实施)?' },
  {
    role: 'lead',
    pattern:
      '按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别|共同)?(?:负责|落实)|(?:分别|共同|具体)?(?:负责|落实|实施)(?:落实|实施|组织实施)?|组织实施|主责|主办',
  },
  {
    role: 'support',
    pattern: '(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:积极)?(?:配合|参与|参加|协助|协同|协办)(?:落实|实施)?',
  },
];
const DUTY = new RegExp(
  `^([^。；;]{2,200}?)(?:${DUTIES.map((d) => `(${d.pattern})`).join('|')})(?=[，,；;、。]|$)[，,；;、。]*`,
);

/** 甲牵头，乙、丙配合，各镇负责落实: each duty takes the names before it; names after the last duty support. */
export function spokenFields(text: string): Partial<Record<Role, string>> | undefined {
  const fields: Partial<Record<Role, string>> = {};
  let rest = text.trim();
  for (let duty = DUTY.exec(rest); duty; duty = DUTY.exec(rest)) {
    const { role } = DUTIES[duty.slice(2).findIndex((group) => group !== undefined)]!;
    fields[role] = fields[role] ? `${fields[role]}、${duty[1]}` : duty[1]!;
    rest = rest.slice(duty[0].length);
  }
  if (Object.keys(fields).length === 0 || /[。；;]./.test(rest)) return undefined;
  if (rest) fields.support = fields.support ? `${fields.support}、${rest}` : rest;
  return leadFirst(fields);
}

/** A cell of units that names their duties itself: 主责单位：甲 配合单位：乙, or 甲牵头，乙配合. */
export function dividedUnits(cell: string): Partial<Record<Role, string>> | undefined {
  const labelled = labelledFields(cell);
  if (labelled) return labelled;
  const spoken = /牵头|配合|参与|协助/.test(cell) ? spokenFields(cell.replace(/\n/g, '，')) : undefined;
  return spoken && Object.keys(spoken).length > 1 ? spoken : undefined;
}

/** 以下各项均需各区落实，不再列出: what a bracket adds for the rest of the document. */
const HENCEFORTH = /[。；;，,](?:以下|下同|下列|后续)[^）)]*(?:（[^）]*）[^）)]*)*$/;

/** What a bracket at the end says: with labels, in the manner of 甲牵头，乙、丙配合, or nothing but names of bodies. */
export function bracketFields(inside: string): Partial<Record<Role, string>> | undefined {
  const plain = inside
    .trim()
    .replace(HENCEFORTH, '')
    .replace(/[。；;]$/, '');
  return labelledFields(plain) ?? (namesOnly(plain) ? { lead: plain } : undefined) ?? spokenBracket(plain);
}

const spokenBracket = (inside: string) => {
  const fields = spokenFields(inside);
  return fields && Object.values(fields).every((names) => splitSeparators(names).some(endsLikeUnit))
    ? fields
    : undefined;
};

/** 区城管局、各镇街: every piece is a body of a known level; （含分公司） is not. */
function namesOnly(text: string): boolean {
  const names = splitSeparators(text);
  return (
    names.length > 0 &&
    beginsLikeUnit(names[0]!) &&
    names.every((name) => name.length >= 2 && name.length <= 24 && endsLikeUnit(name)) &&
    !/^(?:各|相关|有关|其他)?(?:单位|部门|企业)$/.test(text)
  );
}

/**
 * Cuts units and deadline off the end of a measure's words: brackets at its end and lines of their own.
 * A text with several labelled brackets is several measures, each ending with its own.
 */
export function splitInlineFields(text: string): InlineFields[] {
  const pieces: InlineFields[] = [];
  let from = 0;
  for (const bracket of text.matchAll(BRACKET)) {
    const fields = bracketFields(bracket[1]!);
    const end = bracket.index + bracket[0].length;
    const stop = /^\s*[。；;]/.exec(text.slice(end));
    // names without a label stand at the end of a sentence: 各区（含开发区管委会）要… goes on
    const closes = stop || /^\s*(?:\n|$)/.test(text.slice(end)) || /[。；;]\s*$/.test(text.slice(0, bracket.index));
    if (!fields || !(closes || AT_LABEL.test(bracket[0]))) continue;
    const body = text.slice(from, bracket.index).trim();
    const last = pieces.at(-1);
    if (body === '' && last) Object.assign(last.fields, fields);
    else pieces.push({ text: body + (stop && !/[。；;！]$/.test(body) ? stop[0].trim() : ''), fields });
    from = end + (stop?.[0].length ?? 0);
  }
  const rest = text.slice(from).trim();
  if (rest === '') return pieces;
  const tail = splitFieldLines(rest);
  const last = pieces.at(-1);
  if (tail.text === '' && last) Object.assign(last.fields, tail.fields);
  else pieces.push(tail);
  return pieces;
}

function splitFieldLines(text: string): InlineFields {
  const fields: Partial<Record<Role, string>> = {};
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const found = isFieldLine(line) ? labelledFields(line.trim().replace(/^[（(【[]/, '')) : undefined;
    if (found) Object.assign(fields, found);
    else kept.push(line);
  }
  // …。责任单位：甲 at the end of the last line
  const lastLine = kept.at(-1) ?? '';
  const inside = /(?<=[。；;\s])(?=(?:牵头|主责|责任|主办)(?:责任)?(?:单位|部门)\s*[：:])/.exec(lastLine);
  if (inside) {
    Object.assign(fields, labelledFields(lastLine.slice(inside.index)));
    kept[kept.length - 1] = lastLine.slice(0, inside.index).trim();
  }
  return { text: kept.join('\n').trim(), fields };
}
