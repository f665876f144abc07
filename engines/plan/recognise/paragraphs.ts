import type { DocumentGrid, LooseParagraph } from '../read/grid.ts';
import type { Role } from './columns.table.ts';
import { isFieldLine, labelledFields, splitInlineFields } from './inline-fields.ts';
import { itemOf } from './numerals.ts';
import { Outline } from './outline.ts';
import { blankField, type RawField, type RawMeasure } from './raw.ts';
import { HEADING_LENGTH, leadingTitle } from './titles.ts';

type Fields = Partial<Record<Role, string>>;
/** An enumerated paragraph with the plain ones that follow it. */
type Node = {
  level: number;
  no: number;
  lines: string[];
  fields: Fields;
  source: LooseParagraph['source'];
  children: Node[];
};

const FIELD_ROLES = ['deadline', 'lead', 'support', 'coordinator'] as const;
const GOALS = /目标/;
const AIM = /^(?:到|通过)?(?:20\d{2}年|年底)[^。]*(?:达到|控制在|低于|不低于|不高于|不超过|下降|完成)[^。]*\d/;

/**
 * Reads a plan that is written as paragraphs: 一、 chapters, （一） or 1. tasks and measures, units in brackets at the end
 * of a measure or on lines of their own. What carries units is a measure; a chapter of goals counts without.
 * @returns the outline, and the titles of the chapters that hold neither and were left out
 */
export function readParagraphs(grid: DocumentGrid): { outline: Outline; leftOut: string[] } {
  const roots = tree(grid);
  const outline = new Outline();
  const leftOut: string[] = [];
  for (const root of roots) {
    const goals = GOALS.test(root.lines[0] ?? '');
    if (!carries(root) && !goals) {
      const aims = goalsWithin(root);
      if (aims.length > 0) {
        outline.chapter(root.no, isHeading(root) ? root.lines[0]! : leadingTitle(root.lines[0]!));
        for (const aim of aims) {
          const named = GOALS.test(aim.lines[0] ?? '') && aim !== root;
          const task = outline.task(
            aim === root ? null : aim.no,
            named ? leadingTitle(aim.lines[0]!) : outline.lastChapter!.title,
          );
          task.measures.push(
            ...flatten(
              aim === root || (isHeading(aim) && aim.lines.length > 1) ? { ...aim, lines: aim.lines.slice(1) } : aim,
            ).flatMap(measuresOf),
          );
        }
        continue;
      }
      leftOut.push(root.lines[0] ?? '');
      continue;
    }
    const heading = isHeading(root);
    outline.chapter(root.no, heading ? root.lines[0]! : leadingTitle(root.lines[0]!));
    if (root.children.length === 0 || !heading || root.lines.length > 1) own(outline, root, heading, goals);
    for (const child of root.children) descend(outline, child, goals);
  }
  return { outline, leftOut };
}

/** A section of goals (一、总体要求（二）主要目标), or the sentence that says how far it goes by which year. */
function goalsWithin(root: Node): Node[] {
  const named = root.children.filter((child) => GOALS.test((child.lines[0] ?? '').slice(0, 12)));
  if (named.length > 0) return named;
  const aims = root.lines.slice(1).filter((line) => AIM.test(line));
  return aims.length > 0 ? [{ ...root, lines: [root.lines[0]!, ...aims], children: [] }] : [];
}

/** A chapter's own words below its heading, as a task of the same name. */
function own(outline: Outline, root: Node, heading: boolean, goals: boolean): void {
  const lines = heading ? root.lines.slice(1) : root.lines;
  const body = { ...root, lines, children: [] };
  if (lines.length === 0 || (!hasFields(body) && !goals)) return;
  const task = outline.task(null, outline.lastChapter!.title);
  task.measures.push(...measuresOf(body));
}

function descend(outline: Outline, node: Node, goals: boolean): void {
  if (node.children.length === 0) {
    if (!hasFields(node) && !goals) return;
    const task = outline.task(node.no, leadingTitle(node.lines[0]!));
    // a heading above its own words is the task's title and no part of the measure
    const titled = node.lines.length > 1 && isHeading(node);
    task.measures.push(...measuresOf(titled ? { ...node, lines: node.lines.slice(1) } : node));
    return;
  }
  // a heading above headings: only the lowest one is the task
  if (
    node.children.some((child) => child.children.length > 0 && isHeading(child)) &&
    node.children.every((c) => isHeading(c) || c.children.length > 0)
  ) {
    for (const child of node.children) descend(outline, child, goals);
    return;
  }
  const task = outline.task(node.no, isHeading(node) ? node.lines[0]! : leadingTitle(node.lines[0]!));
  if (node.lines.length > 1 || !isHeading(node)) {
    const lines = isHeading(node) ? node.lines.slice(1) : node.lines;
    const preface = { ...node, lines, children: [] };
    if (lines.length > 0 && (hasFields({ ...preface, fields: {} }) || goals))
      task.measures.push(...measuresOf({ ...preface, fields: {} }));
  }
  for (const child of node.children) task.measures.push(...flatten(child).flatMap((leaf) => measuresOf(leaf)));
  share(task.measures, node.fields);
}

/** A node with smaller items: measures of their own where they carry their own units, else its words. */
function flatten(node: Node): Node[] {
  if (node.children.length === 0) return [node];
  const divided = node.children.filter(hasFields).length > 1;
  if (divided)
    return node.children.flatMap(flatten).map((leaf) => ({ ...leaf, fields: { ...node.fields, ...leaf.fields } }));
  const below = node.children.flatMap(flatten);
  return [
    {
      ...node,
      lines: [...node.lines, ...below.flatMap((leaf) => leaf.lines)],
      fields: Object.assign({}, node.fields, ...below.map((leaf) => leaf.fields)),
      children: [],
    },
  ];
}

/** Units named once at the end of a task hold for its measures that name none. */
function share(measures: RawMeasure[], fields: Fields): void {
  const last = measures.at(-1);
  for (const measure of measures) {
    for (const role of FIELD_ROLES)
      if (fields[role] && measure[role].text === '') measure[role] = { text: fields[role], state: 'merged' };
    if (measure === last || !last || measure.lead.text !== '' || measure.support.text !== '') continue;
    for (const role of FIELD_ROLES)
      if (measure[role].text === '' && last[role].text !== '')
        measure[role] = { text: last[role].text, state: 'inherited' };
  }
}

function measuresOf(node: Node): RawMeasure[] {
  const text = node.lines.join('\n');
  return splitInlineFields(text).map((piece) => {
    const fields: Fields = { ...node.fields, ...piece.fields };
    const field = (role: Role): RawField => (fields[role] ? { text: fields[role], state: 'own' } : blankField());
    return {
      text: piece.text,
      ...(piece.text !== text ? { asPrinted: text } : {}),
      deadline: field('deadline'),
      lead: field('lead'),
      support: field('support'),
      coordinator: field('coordinator'),
      goal: '',
      source: node.source,
      uncertain: [],
    };
  });
}

const hasFields = (node: Node): boolean =>
  Object.keys(node.fields).length > 0 ||
  splitInlineFields(node.lines.join('\n')).some((p) => Object.keys(p.fields).length > 0);
const carries = (node: Node): boolean => hasFields(node) || node.children.some(carries);
const isHeading = (node: Node): boolean => {
  const line = node.lines[0] ?? '';
  return line.length <= HEADING_LENGTH && !/[。；;：:]$/.test(line) && !/[。]./.test(line);
};

/** Enumerated paragraphs as a tree; those before the first chapter are left to the title. */
function tree(grid: DocumentGrid): Node[] {
  const roots: Node[] = [];
  const path: Node[] = [];
  const paragraphs = grid.paragraphs.flatMap((p) => p.text.split('\n').map((text) => ({ ...p, text })));
  const top = Math.min(...paragraphs.map((p) => itemOf(p.text)?.level ?? 9));
  for (const { text, source } of paragraphs) {
    const current = path.at(-1);
    if (current && isFieldLine(text)) {
      Object.assign(current.fields, labelledFields(text.replace(/^[（(【[\s]+/, '')));
      continue;
    }
    const item = itemOf(text);
    if (!item) {
      current?.lines.push(text);
      continue;
    }
    const node: Node = { level: item.level, no: item.no, lines: [item.rest], fields: {}, source, children: [] };
    while (path.length && path.at(-1)!.level >= item.level) path.pop();
    if (path.length) path.at(-1)!.children.push(node);
    else if (item.level === top) roots.push(node);
    else continue;
    path.push(node);
  }
  return roots;
}
