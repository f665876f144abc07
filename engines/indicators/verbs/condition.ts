import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '#engines/ledgers';

/** What a row is called in a query: `r` is the row that counts, `b` one that stands behind it. */
type Alias = 'r' | 'b';

/** A column of a row of evidence as text; what is blank is null. */
export const textOf = (column: string, row: Alias = 'r'): RawBuilder<string | null> =>
  sql`nullif(nullif(${sql.raw(row)}.values ->> ${sql.lit(column)}, ''), '[]')`;

/** A column that names an entry, as keys are compared: without regard to case, blanks and full-width forms. */
export const keyOf = (column: string, row: Alias = 'r'): RawBuilder<string | null> =>
  sql`lower(regexp_replace(normalize(${textOf(column, row)}, NFKC), '\\s+', '', 'g'))`;

/**
 * A condition of a declaration as the database asks it; the same rules as `holds` of the ledgers: a part about a blank
 * column holds only where it asks for blankness.
 */
export function conditionSql(condition: Condition, row: Alias = 'r'): RawBuilder<boolean> {
  if (condition.length === 0) return sql`true`;
  return sql`(${sql.join(
    condition.map((part) => partSql(part, row)),
    sql` and `,
  )})`;
}

function partSql({ column, is, than, of = [] }: Condition[number], row: Alias): RawBuilder<unknown> {
  const numberOf = (id: string) => sql`(${textOf(id, row)})::numeric`;
  const value = textOf(column, row);
  if (is === 'empty') return sql`${value} is null`;
  if (is === 'given') return sql`${value} is not null`;
  if (is === 'one_of') return sql`coalesce(${value} = any(${[...of]}::text[]), false)`;
  const numeric = is === 'less' || is === 'more';
  const other =
    than !== null && typeof than === 'object'
      ? numeric
        ? numberOf(than.column)
        : textOf(than.column, row)
      : numeric
        ? sql`${String(than)}::numeric`
        : sql`${String(than ?? '')}::text`;
  const mine = numeric ? numberOf(column) : sql`${value} collate "C"`;
  return sql`coalesce(${mine} ${sql.raw(SIGNS[is])} ${other}, false)`;
}

const SIGNS = { equal: '=', not_equal: '<>', less: '<', more: '>', before: '<', after: '>' } as const;
