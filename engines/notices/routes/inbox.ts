import { z } from 'zod';
import type { Http } from '#platform/http';
import { livePeople } from '#platform/identity';
import { inboxOf, markRead, unreadOf } from '../inbox.ts';
import { noticeCount, noticeList } from '../wire.ts';
import type { NoticeDeps } from './index.ts';

const tags = ['notices'];
const may = 'notice.own';
const id = z.string().regex(/^\d{1,18}$/);

export function inboxRoutes(http: Http, { db }: NoticeDeps): void {
  http.get('/api/notices', {
    config: { may },
    schema: {
      summary: 'What the person asking was told, newest first: what stands, or all',
      tags,
      querystring: z.object({
        which: z.enum(['standing', 'all']).default('standing'),
        limit: z.coerce.number().int().min(1).max(500).default(200),
        before: id.optional(),
      }),
      response: { 200: noticeList },
    },
    handler: async ({ actor, query: { which, limit, before } }) => {
      const accountId = actor.accountId!;
      const rows = await inboxOf(db, accountId, { all: which === 'all', limit, before });
      const names = rows.some((row) => row.on_behalf_of)
        ? new Map((await livePeople(db)).map((person) => [person.id, person.name]))
        : new Map<string, string>();
      return {
        notices: rows.map((row) => ({
          id: String(row.id),
          day: row.day,
          about: row.about,
          urgency: row.urgency,
          title: row.title,
          words: row.words,
          href: row.href,
          onBehalfOf: row.on_behalf_of && (names.get(row.on_behalf_of) ?? '—'),
          read: row.read_at !== null,
          over: row.over_at !== null,
        })),
        unread: (await unreadOf(db, accountId)).unread,
        next: rows.length === limit ? String(rows.at(-1)!.id) : null,
      };
    },
  });

  http.get('/api/notices/unread', {
    config: { may },
    schema: { summary: 'How many the person asking has not read', tags, response: { 200: noticeCount } },
    handler: ({ actor }) => unreadOf(db, actor.accountId!),
  });

  http.post('/api/notices/read', {
    config: { may },
    schema: {
      summary: 'Marks own notices as read: those named, or all',
      tags,
      body: z.object({ ids: z.array(id).min(1).max(500).optional() }),
      response: { 200: noticeCount },
    },
    handler: async ({ actor, body }) => {
      await markRead(db, actor.accountId!, body.ids);
      return unreadOf(db, actor.accountId!);
    },
  });
}
