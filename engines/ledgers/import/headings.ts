import type { Column, LedgerDefinition } from '../definition.ts';

/** What a file calls the place. */
export const PLACE_HEADINGS = { zh: '位置（经度,纬度）', en: 'Place (longitude,latitude)' } as const;
const PLACE_NAMES = ['位置', '经纬度', '坐标', 'place', 'position', 'coordinates'];

/** The heading of a column in templates and exports: title, unit, a star where it is required. */
export const headingOf = (column: Column): string =>
  `${column.title.zh}${column.unit ? `（${column.unit}）` : ''}${column.required ? '*' : ''}`;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[*＊\s]/g, '')
    .toLowerCase();
/** without what stands in brackets at the end: a unit, a remark */
export const bare = (text: string) => plain(text).replace(/[（(][^（()）]*[)）]$/, '');

export type HeadingMap = {
  /** index in the row → column id, or 'place' */
  readonly columns: ReadonlyMap<number, string>;
  /** headings that no column has */
  readonly unknown: readonly string[];
  /** required columns that no heading is of */
  readonly absent: readonly string[];
};

/** What a column may be called in a file. */
export const namesOfColumn = ({ title, id, aliases = [] }: Column): string[] => [title.zh, title.en, id, ...aliases];

/** Which column each heading of a file is. @param chosen heading → column id, 'place', or '' to leave it out, by a person */
export function mapHeadings(
  definition: LedgerDefinition,
  headings: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): HeadingMap {
  const byName = new Map<string, string>();
  for (const column of definition.columns)
    for (const name of namesOfColumn(column)) if (!byName.has(plain(name))) byName.set(plain(name), column.id);
  if (definition.place !== 'none') for (const name of PLACE_NAMES) byName.set(plain(name), 'place');
  const said = new Map(Object.entries(chosen));
  const columns = new Map<number, string>();
  const used = new Set<string>();
  const take = (i: number, id: string | undefined) => {
    if (id === undefined || used.has(id) || columns.has(i)) return;
    used.add(id);
    columns.set(i, id);
  };
  // what a person chose comes before what only has the right name
  for (const [i, heading] of headings.entries()) take(i, said.get(heading) || undefined);
  for (const [i, heading] of headings.entries())
    if (!said.has(heading)) take(i, byName.get(plain(heading)) ?? byName.get(bare(heading)));
  const unknown = headings.filter((heading, i) => heading !== '' && !columns.has(i) && said.get(heading) !== '');
  const absent = definition.columns.filter(({ id, required }) => required && !used.has(id)).map(({ id }) => id);
  return { columns, unknown, absent };
}
