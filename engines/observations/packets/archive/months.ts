import type pg from 'pg';

/** A month (UTC) as 'YYYY-MM'. */
export const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

/** Months whose packets are not in the database. */
export async function archivedMonths(client: pg.ClientBase | pg.Pool): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ month: string }>(
    "select to_char(month, 'YYYY-MM') as month from packet_archive where kind = 'packet' and state <> 'restored'",
  );
  return new Set(rows.map(({ month }) => month));
}
