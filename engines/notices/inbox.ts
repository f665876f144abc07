import { type Selectable, sql } from 'kysely';
import type { Db } from '#platform/store';
import { type NoticeTables, tables } from './store.ts';
import type { NoticeCount } from './wire.ts';

export type InboxRow = Selectable<NoticeTables['notice']>;
export type InboxQuery = { all: boolean; limit: number; before?: string };

/** What a person was told, newest first: what stands, or everything. */
export const inboxOf = (db: Db, accountId: string, { all, limit, before }: InboxQuery): Promise<InboxRow[]> =>
  tables(db)
    .selectFrom('notice')
    .where('account_id', '=', accountId)
    .$if(!all, (q) => q.where('over_at', 'is', null))
    .$if(before !== undefined, (q) => q.where('id', '<', before!))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** How many a person has not read, and how many of them are overdue. */
export async function unreadOf(db: Db, accountId: string): Promise<NoticeCount> {
  const found = await sql<{ unread: string; late: string }>`select count(*) as unread,
      count(*) filter (where urgency = 'late') as late
    from notice where account_id = ${accountId} and read_at is null and over_at is null`.execute(db);
  return { unread: Number(found.rows[0]!.unread), late: Number(found.rows[0]!.late) };
}

/** Marks a person's notices as read; all of them when no ids are given. */
export async function markRead(db: Db, accountId: string, ids: readonly string[] | undefined): Promise<void> {
  await tables(db)
    .updateTable('notice')
    .set({ read_at: sql`now()` })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where('id', 'in', [...ids!]))
    .execute();
}
