import { type DocumentGrid, type GridTable, type LooseParagraph, type SourcePlace, tidyLines } from '../grid.ts';
import type { Package } from '../package.ts';
import { damaged, embeddedOnly, isPicture, nothingInside } from '../refusals.ts';
import { child, children, type Element } from '../xml.ts';
import { numberingOf } from './numbering.ts';
import { DocumentRemarks, notesOf } from './remarks.ts';
import { cellsOf, rowsOf, tableGrid } from './table.ts';
import { branchOf, hiddenStyles, isPrompt, paragraphText } from './text.ts';

/** A picture of a plan may stand among a few words. */
const FEW_WORDS = 600;

/**
 * A Word document as a grid: its tables, and the paragraphs around them in order.
 * Headers, footers and comments are not part of a plan and are left out; what is left out of the text itself is told.
 * @throws Refusal document_unreadable, document_is_picture, document_empty, document_too_large
 */
export function readDocx(name: string, parts: Package): DocumentGrid {
  const part = parts.main.name;
  const body = child(parts.main.root, 'body');
  if (!body) throw damaged('no body', { part });
  const beside = (kind: string) => {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    return parts.load(parts.related(part, kind)[0] ?? `${folder}${kind}.xml`);
  };
  const styles = beside('styles');
  const reader = new BodyReader(part, {
    hidden: hiddenStyles(styles),
    label: numberingOf(beside('numbering'), styles),
    remarks: new DocumentRemarks({ footnote: notesOf(beside('footnotes')), endnote: notesOf(beside('endnotes')) }),
  });
  reader.flow(body);
  const { tables, paragraphs, remarks } = reader;

  const filled = tables.some((table) => table.cells.some((cell) => cell.text !== ''));
  const words = paragraphs.reduce((sum, p) => sum + p.text.length, 0);
  if (!filled && words === 0 && remarks.embedded) throw embeddedOnly();
  if (!filled && remarks.pictures > 0 && words < FEW_WORDS) throw isPicture();
  if (!filled && paragraphs.length === 0) throw nothingInside('no text at all');
  return {
    name,
    kind: 'docx',
    tables,
    paragraphs: paragraphs.map((p) => ({ ...p, before: p.before! < tables.length ? p.before : null })),
    warnings: remarks.warnings(),
  };
}

type Given = {
  hidden: ReadonlySet<string>;
  label: (properties: Element | undefined) => string;
  remarks: DocumentRemarks;
};

class BodyReader {
  readonly tables: GridTable[] = [];
  readonly paragraphs: LooseParagraph[] = [];
  readonly remarks: DocumentRemarks;
  private readonly part: string;
  private readonly given: Given;
  private count = 0;

  constructor(part: string, given: Given) {
    this.part = part;
    this.given = given;
    this.remarks = given.remarks;
  }

  flow(container: Element, insideTable = false): void {
    const lines = this.lines(insideTable);
    for (const block of blocks(container)) {
      const place: SourcePlace = { part: this.part, table: null, row: null, column: null, paragraph: this.count++ };
      if (block.name === 'p') this.loose(lines.of(block, place), place);
      else if (block.name === 'altChunk') this.remarks.embeddedDocument(place);
      else if (insideTable) this.loose(this.cellText({ name: 'tc', attributes: {}, children: [block] }, place), place);
      else if (isFrame(block)) for (const row of rowsOf(block)) for (const cell of cellsOf(row)) this.flow(cell);
      else this.table(block);
    }
    const place: SourcePlace = { part: this.part, table: null, row: null, column: null, paragraph: this.count };
    this.loose(lines.rest(), place);
  }

  private table(block: Element): void {
    const place = { part: this.part, table: this.tables.length };
    const hole: GridTable = { rows: 0, columns: 0, cells: [] };
    this.tables.push(hole);
    const read = (cell: Element, at: SourcePlace) => this.cellText(cell, at);
    Object.assign(
      hole,
      tableGrid(block, place, read, () => this.remarks.hiddenText()),
    );
  }

  private loose(text: string, source: SourcePlace): void {
    const clean = tidyLines(text);
    if (clean) this.paragraphs.push({ text: clean, before: this.tables.length, source });
  }

  private cellText(cell: Element, place: SourcePlace): string {
    const found: string[] = [];
    const lines = this.lines(place.table !== null);
    for (const block of blocks(cell))
      if (block.name === 'p') found.push(lines.of(block, place));
      else if (block.name === 'altChunk') this.remarks.embeddedDocument(place);
      else {
        this.remarks.nestedTable(place);
        const at = { part: this.part, table: place.table ?? 0 };
        const inner = tableGrid(block, at, (deeper) => this.cellText(deeper, place));
        const rows: string[][] = Array.from({ length: inner.rows }, () => []);
        for (const { row, text } of inner.cells) if (text) rows[row]!.push(text);
        found.push(...rows.map((texts) => texts.join(' ')));
      }
    found.push(lines.rest());
    return found.join('\n');
  }

  /** Reads paragraphs one after the other; one whose end is deleted is continued by the next. */
  private lines(insideTable: boolean) {
    let pending = '';
    return {
      of: (paragraph: Element, place: SourcePlace): string => {
        const read = paragraphText(paragraph, this.given.hidden);
        // a paragraph's number is counted before anything that is anchored in it
        const mark = read.joins ? '' : this.given.label(child(paragraph, 'pPr'));
        this.remarks.paragraph(read, place);
        for (const box of read.boxes) this.flow(box, insideTable);
        const text = pending + read.text;
        pending = read.joins ? text : '';
        return read.joins ? '' : mark + text;
      },
      rest: (): string => pending,
    };
  }
}

const THROUGH = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo']);

/** Paragraphs and tables of a container, through content controls and tracked insertions; deleted blocks left out. */
function* blocks(container: Element): Generator<Element> {
  for (const c of children(container)) {
    if (c.name === 'p' || c.name === 'tbl' || c.name === 'altChunk') yield c;
    else if (c.name === 'AlternateContent') yield* blocks(branchOf(c) ?? c);
    else if (THROUGH.has(c.name) && !isPrompt(c)) yield* blocks(c);
  }
}

/** Whether a table only frames another one: one cell a row, with a table in it. */
function isFrame(table: Element): boolean {
  const rows = [...rowsOf(table)].map((row) => [...cellsOf(row)]);
  if (rows.some((cells) => cells.length !== 1)) return false;
  return rows.some(([cell]) => [...blocks(cell!)].some((block) => block.name === 'tbl'));
}
