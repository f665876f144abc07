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
const AT_LABEL = new RegExp(`^[\\s（(【\\[]*(?:${LABELS.map((l) => l.pattern).join('|')})\\s*[：:]`);
const BRACKET = /[（(【[]((?:[^（）()【】[\]]|[（(][^（）()]*[）)])*)[）)】\]]/g;

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

/** What a bracket at the end says: with labels, or in the manner of 甲牵头，乙、丙配合 and 甲、乙按职责分工负责. */
export function bracketFields(inside: string): Partial<Record<Role, string>> | undefined {
  const labelled = labelledFields(inside);
  if (labelled) return labelled;
  const spoken =
    /^(.{2,200}?)(?:共同)?(牵头负责|牵头组织|牵头|按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?负责|分别负责|负责落实|负责|主责)(?:[，,；;、]?(.{2,200}?)(?:等)?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:配合|参与|协助|落实|负责))?$/.exec(
      inside.trim().replace(/[。；;]$/, ''),
    );
  if (!spoken || /[。；]/.test(inside)) return undefined;
  return { lead: spoken[1]!, ...(spoken[3] ? { support: spoken[3] } : {}) };
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
    if (!fields) continue;
    const end = bracket.index + bracket[0].length;
    const stop = /^\s*[。；;]/.exec(text.slice(end));
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
