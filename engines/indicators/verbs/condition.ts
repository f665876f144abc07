import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '#engines/ledgers';

/** A column of a row of evidence as text; what is blank is null. */
export const textOf = (column: string): RawBuilder<string | null> =>
  sql`nullif(nullif(r.values ->> ${sql.lit(column)}, ''), '[]')`;

/** A column that names an entry, as keys are compared: without regard to case, blanks and full-width forms. */
export const keyOf = (column: string): RawBuilder<string | null> =>
  sql`lower(regexp_replace(normalize(${textOf(column)}, NFKC), '\\s+', '', 'g'))`;

const numberOf = (column: string) => sql`(${textOf(column)})::numeric`;

/**
 * A condition of a declaration as the database asks it; the same rules as `holds` of the ledgers: a part about a blank
 * column holds only where it asks for blankness.
 */
export function conditionSql(condition: Condition): RawBuilder<boolean> {
  if (condition.length === 0) return sql`true`;
  return sql`(${sql.join(condition.map(partSql), sql` and `)})`;
}

function partSql({ column, is, than, of = [] }: Condition[number]): RawBuilder<unknown> {
  const value = textOf(column);
  if (is === 'empty') return sql`${value} is null`;
  if (is === 'given') return sql`${value} is not null`;
  if (is === 'one_of') return sql`coalesce(${value} = any(${[...of]}::text[]), false)`;
  const numeric = is === 'less' || is === 'more';
  const other =
    than !== null && typeof than === 'object'
      ? numeric
        ? numberOf(than.column)
        : textOf(than.column)
      : numeric
        ? sql`${String(than)}::numeric`
        : sql`${String(than ?? '')}::text`;
  const mine = numeric ? numberOf(column) : sql`${value} collate "C"`;
  return sql`coalesce(${mine} ${sql.raw(SIGNS[is])} ${other}, false)`;
}

const SIGNS = { equal: '=', not_equal: '<>', less: '<', more: '>', before: '<', after: '>' } as const;
