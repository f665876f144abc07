import type { DocumentGrid, GridTable } from '../read/grid.ts';
import { findLayout, type Layout } from './columns.ts';
import { dividedUnits, splitInlineFields } from './inline-fields.ts';
import { splitMeasures } from './measures.ts';
import { cellNumber, itemOf, joinedOnce } from './numerals.ts';
import { Outline } from './outline.ts';
import { blankField, type RawField, type RawMeasure, type RawTask } from './raw.ts';
import { type Row, rowsOf } from './rows.ts';
import { leadingTitle } from './titles.ts';

/**
 * Reads the chapters, tasks and measures out of all tables of the document that carry a plan's head; a table without a
 * head that follows one and has as many columns continues it.
 */
export function readTables(grid: DocumentGrid): { outline: Outline; read: Set<number> } {
  const read = new Set<number>();
  const outline = new Outline();
  let layout: Layout | undefined;
  let planTables = 0;
  for (const [index, table] of grid.tables.entries()) {
    for (const paragraph of grid.paragraphs)
      if (paragraph.before === index) heading(outline, paragraph.text, planTables > 0);
    const found = findLayout(table);
    if (!found && !(layout && layout.roles.length === table.columns)) continue;
    const continued = layout !== undefined && (!found || found.heads.join() === layout.heads.join());
    layout = found ?? layout!;
    planTables++;
    read.add(index);
    new TableReader(table, layout, outline, continued && planTables > 1).read(found ? found.firstRow : 0);
  }
  return { outline, read };
}

/** A paragraph between tables opens a chapter when it is enumerated as one. */
function heading(outline: Outline, text: string, begun: boolean): void {
  const captioned = /^表\s?(\d+)[：:.、\s\u3000]+(.{2,40})$/.exec(text);
  if (captioned) outline.chapter(Number(captioned[1]), captioned[2]!);
  const item = text.includes('\n') ? undefined : itemOf(text);
  if (!item || text.length > 60 || /[。；]$/.test(text)) return;
  if (item.level === 1 || (item.level === 2 && begun && !outline.hasChapters)) outline.chapter(item.no, item.rest);
}

class TableReader {
  private readonly table: GridTable;
  private readonly layout: Layout;
  private readonly outline: Outline;
  private readonly continued: boolean;
  private category = '';

  constructor(table: GridTable, layout: Layout, outline: Outline, continued: boolean) {
    this.table = table;
    this.layout = layout;
    this.outline = outline;
    this.continued = continued;
  }

  read(firstRow: number): void {
    for (const row of rowsOf(this.table, this.layout, firstRow)) {
      if (row.kind === 'heading') this.heading(row);
      else if (!(this.continued && row.first && this.continueSplitRow(row))) this.data(row);
    }
  }

  private heading(row: Extract<Row, { kind: 'heading' }>): void {
    const text = joinedOnce(row.text);
    const item = itemOf(text);
    if (row.level === 2 && this.outline.hasChapters) this.outline.section(item?.rest ?? text);
    else this.outline.chapter(item?.no ?? null, item?.rest ?? text);
  }

  /** The lower half of a row that a page break cut: only words, or a measure that did not end. */
  private continueSplitRow(row: Extract<Row, { kind: 'data' }>): boolean {
    const task = this.outline.lastTask;
    const measure = task?.measures.at(-1);
    if (!task || !measure) return false;
    const [no, title, text] = [row.field('no'), row.field('title'), row.field('measure')];
    const blank = (['deadline', 'lead', 'support', 'coordinator'] as const).map((role) => row.field(role).text === '');
    const sameTask =
      (no.text === '' || cellNumber(no.text) === task.no) &&
      (title.text === '' || joinedOnce(title.text) === task.title);
    if (!sameTask) return false;
    if (text.text === '') {
      this.append(measure, row);
      return true;
    }
    const ended = /[。；！？;.]$/.test(measure.text);
    if (ended && !blank.every(Boolean)) return false;
    if (!blank.every(Boolean) && measure.lead.text !== '' && row.field('lead').text !== '') return false;
    measure.text = ended ? `${measure.text}\n${text.text}` : measure.text + text.text;
    this.append(measure, row);
    return true;
  }

  /** Units of a row that belong to the measure before it. */
  private append(measure: RawMeasure, row: Extract<Row, { kind: 'data' }>): void {
    for (const role of ['lead', 'support', 'coordinator', 'deadline'] as const) {
      const { text, own } = row.field(role);
      if (text && own && measure[role].text !== text)
        measure[role] = { text: [measure[role].text, text].filter(Boolean).join('\n'), state: 'own' };
    }
  }

  private data(row: Extract<Row, { kind: 'data' }>): void {
    const [no, title, measure, category] = [
      row.field('no'),
      row.field('title'),
      row.field('measure'),
      row.field('category'),
    ];
    if (category.text && category.own) this.openCategory(joinedOnce(category.text));
    const words = measure.text;
    const last = this.outline.lastTask?.measures.at(-1);
    // a measure's cell merged over several rows of units, or a row of units alone
    if (last && ((measure.cell && !measure.own && words) || (words === '' && title.text === ''))) {
      this.append(last, row);
      return;
    }
    if (words === '' && !title.own) return;
    const number = cellNumber(no.text);
    const task = this.taskOf(row, number);
    const fields = {
      deadline: this.field(row, 'deadline', task),
      lead: this.field(row, 'lead', task),
      support: this.field(row, 'support', task),
      coordinator: this.field(row, 'coordinator', task),
    };
    const divided = dividedUnits(fields.lead.text);
    if (divided)
      for (const role of ['lead', 'support', 'coordinator', 'deadline'] as const)
        if (divided[role] !== undefined || role === 'lead')
          fields[role] = divided[role] ? { text: divided[role], state: fields.lead.state } : blankField();
    if (task.title === '' && !this.has('title')) task.title = leadingTitle(words.split('\n')[0]!);
    const perMeasure = no.own && no.text !== '' && (number === undefined || number !== task.no) && this.has('title');
    const text = words || joinedOnce(title.text);
    const cell = measure.cell ?? title.cell;
    for (const piece of this.pieces(text))
      task.measures.push({
        text: piece.text,
        ...(piece.asPrinted ? { asPrinted: piece.asPrinted } : {}),
        ...(perMeasure ? { printedNo: joinedOnce(no.text) } : {}),
        ...fields,
        ...piece.fields,
        goal: [row.field('goal').text, row.steps].filter(Boolean).join('\n'),
        source: { ...cell!.source },
        uncertain: [],
      });
  }

  private openCategory(text: string): void {
    this.category = text;
    if (this.outline.hasPrintedChapters) return;
    const item = itemOf(text);
    if (this.outline.lastChapter?.title !== (item?.rest ?? text))
      this.outline.chapter(item?.no ?? null, item?.rest ?? text, true);
  }

  private has(role: 'title' | 'no'): boolean {
    return this.layout.roles.includes(role);
  }

  /** The task a row belongs to: the one before it when number and title are blank, merged or repeated. */
  private taskOf(row: Extract<Row, { kind: 'data' }>, number: number | undefined): RawTask {
    const [no, title] = [row.field('no'), row.field('title')];
    const current = this.outline.currentTask;
    const words = joinedOnce(title.text);
    const open = () => {
      const task = this.outline.task(number ?? null, words || (this.has('title') ? '' : this.outline.takeSection()));
      if (this.category && this.outline.hasPrintedChapters) task.category = this.category;
      return task;
    };
    if (!current) return open();
    if (this.has('title')) {
      const merged = title.cell !== undefined && !title.own;
      // a title repeated on the next row is the same task, whatever the number beside it counts
      if (merged || words === '' || words === current.title) return current;
      return open();
    }
    if (!this.has('no')) return open();
    return no.own && no.text !== '' && number !== current.no ? open() : current;
  }

  private field(
    row: Extract<Row, { kind: 'data' }>,
    role: 'deadline' | 'lead' | 'support' | 'coordinator',
    task: RawTask,
  ): RawField {
    const { text, own, cell } = row.field(role);
    if (!cell) return blankField();
    if (text) return { text, state: own && cell.rowSpan === 1 ? 'own' : 'merged' };
    if (!own) return { text: '', state: 'merged' };
    const above = task.measures.at(-1)?.[role];
    const bothBlank = role === 'deadline' || (row.field('lead').text === '' && row.field('support').text === '');
    return above?.text && bothBlank ? { text: above.text, state: 'inherited' } : blankField();
  }

  private pieces(text: string): { text: string; asPrinted?: string; fields: Partial<RawMeasure> }[] {
    const units = this.layout.roles.some((role) => role === 'lead' || role === 'support' || role === 'coordinator');
    if (units) return splitMeasures(text).map((piece) => ({ text: piece, fields: {} }));
    return splitInlineFields(text).flatMap(({ text: words, fields }) => {
      const own: Partial<RawMeasure> = {};
      for (const [role, value] of Object.entries(fields))
        if (role === 'lead' || role === 'support' || role === 'coordinator' || role === 'deadline')
          own[role] = { text: value, state: 'own' };
      return splitMeasures(words).map((piece) => ({
        text: piece,
        ...(piece !== text && Object.keys(own).length ? { asPrinted: text } : {}),
        fields: own,
      }));
    });
  }
}
