import type { Draft, ReviewField } from '#app/api';

export type DraftMeasure = Draft['chapters'][number]['tasks'][number]['measures'][number];
export type DocumentTable = Draft['document']['tables'][number];
export type DocumentCell = DocumentTable['cells'][number];
export type FieldName = 'text' | 'deadline' | 'lead' | 'support' | 'coordinator' | 'targets';
/** The cell of the document that a field was read from; `table` is its index. */
export type Place = { table: number; cell: DocumentCell };

export const fieldName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What stands at a place now: the correction if there is one, else the machine's reading. */
export const standing = (field: ReviewField): unknown => ('corrected' in field ? field.corrected : field.machine);

export const isCorrected = (field: ReviewField): boolean => field.corrected !== undefined;

export const isOpen = (field: ReviewField): boolean => field.uncertain !== null && !field.settled;

/** Every field of the draft in reading order. */
export function fieldsOf(draft: Draft): ReviewField[] {
  const heading = new Map(draft.fields.map((f) => [f.path, f]));
  const named = (path: string) => {
    const found = heading.get(path);
    return found ? [found] : [];
  };
  return [
    ...named('title'),
    ...named('year'),
    ...draft.chapters.flatMap((chapter) => [
      ...named(`chapters/${chapter.key}/no`),
      ...named(`chapters/${chapter.key}/title`),
      ...chapter.tasks.flatMap((task) => [
        ...named(`tasks/${task.key}/no`),
        ...named(`tasks/${task.key}/title`),
        ...task.measures.flatMap((measure) => measure.fields),
      ]),
    ]),
  ];
}

/** Fields that are uncertain and that nobody has settled, in reading order. */
export const openFields = (draft: Draft): ReviewField[] => fieldsOf(draft).filter(isOpen);

/** The open field after (or before) the one at hand, around the end; null when none is open. */
export function neighbour(draft: Draft, at: string | undefined, step: 1 | -1): string | null {
  const open = openFields(draft);
  if (open.length === 0) return null;
  const order = fieldsOf(draft).map((f) => f.path);
  const from = at ? order.indexOf(at) : -1;
  const later = open.filter((f) => order.indexOf(f.path) > from);
  const earlier = open.filter((f) => order.indexOf(f.path) < from);
  const found = step === 1 ? (later[0] ?? open[0]) : (earlier.at(-1) ?? open.at(-1));
  return found?.path ?? null;
}

export const measureOfPath = (draft: Draft, path: string): DraftMeasure | undefined =>
  draft.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find((m) => m.fields.some((f) => f.path === path));

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * The cell of the document where a field of the draft stands. The machine keeps the cell of the wording; the other
 * cells of its row are told by what was read from them. Merged cells that reach over the row count as cells of it.
 */
export function placeOfField(draft: Draft, path: string): Place | null {
  const { tables } = draft.document;
  const measure = measureOfPath(draft, path);
  if (!measure) return headingPlace(draft, path);
  const { table, row, column } = measure.source;
  if (table === null || row === null) return null;
  const cells = (tables[table]?.cells ?? []).filter((c) => c.row <= row && row < c.row + c.rowSpan);
  const wording =
    cells.find((c) => column !== null && c.column <= column && column < c.column + c.columnSpan) ?? cells[0];
  if (!wording) return null;
  const machine = measure.fields.find((f) => f.path === path)?.machine;
  const sought = soughtTexts(fieldName(path), machine);
  const holding = cells.filter((c) => c !== wording && sought.some((text) => squeezed(c.text).includes(text)));
  // support stands to the right of lead: of several cells that hold the words the last is taken for it
  const found = fieldName(path) === 'support' ? holding.at(-1) : holding[0];
  return { table, cell: found ?? wording };
}

function soughtTexts(name: string, machine: unknown): string[] {
  if (name === 'deadline' && machine && typeof machine === 'object' && 'raw' in machine)
    return [squeezed(String(machine.raw))].filter(Boolean);
  if ((name === 'lead' || name === 'support' || name === 'coordinator') && Array.isArray(machine)) {
    const names = machine.map((n) => squeezed(String(n))).filter(Boolean);
    return names.length > 0 ? names : ['——', '—'];
  }
  return [];
}

function headingPlace(draft: Draft, path: string): Place | null {
  const text = draft.fields.find((f) => f.path === path)?.machine;
  const [of, key, name] = path.split('/');
  const owner =
    of === 'tasks' ? draft.chapters.flatMap((c) => c.tasks).find((t) => t.key === key)?.measures[0] : undefined;
  const sought = squeezed(String(text ?? ''));
  if (!sought || name === 'no') return owner ? placeOfField(draft, `measures/${owner.key}/text`) : null;
  const near = owner?.source.row ?? null;
  for (const [table, { cells }] of draft.document.tables.entries()) {
    const holding = cells.filter((c) => squeezed(c.text).includes(sought));
    const cell = holding.find((c) => near !== null && c.row <= near && near < c.row + c.rowSpan) ?? holding[0];
    if (cell) return { table, cell };
  }
  return null;
}
