import { sql } from 'kysely';
import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { checkChain } from './check.ts';
import type { AuditTables } from './store.ts';
import { auditPage, chainCheck } from './wire.ts';

const question = z.object({
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  /** `account` or `account:<id>` */
  subject: z.string().max(200).optional(),
  text: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  until: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export function auditRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/api/audit', {
    config: { may: 'audit.read' },
    schema: {
      summary: 'What was changed, newest first',
      tags: ['audit'],
      querystring: question,
      response: { 200: auditPage },
    },
    handler: async (request) => {
      const entries = await entriesOf(db, request.query);
      const full = entries.length === request.query.limit;
      return { entries, next: full ? entries.at(-1)!.seq : null };
    },
  });

  http.get('/api/audit/check', {
    config: { may: 'audit.read', rateLimit: { max: 10, timeWindow: 60_000 } },
    schema: { summary: 'Walks the chain of hashes', tags: ['audit'], response: { 200: chainCheck } },
    handler: () => checkChain(db),
  });
}

async function entriesOf(db: Db, q: z.infer<typeof question>) {
  let rows = db.withTables<AuditTables>().selectFrom('audit').orderBy('seq', 'desc').limit(q.limit);
  if (q.before) rows = rows.where('seq', '<', q.before);
  if (q.actor) rows = rows.where('actor', 'ilike', `%${literal(q.actor)}%`);
  // `plan` finds plan.adopt as well
  if (q.action)
    rows = rows.where((e) => e.or([e('action', '=', q.action!), e('action', 'like', `${literal(q.action!)}.%`)]));
  if (q.subject) {
    const [kind, ...id] = q.subject.split(':');
    rows = rows.where('subject_kind', '=', kind!);
    if (id.length) rows = rows.where('subject_id', '=', id.join(':'));
  }
  if (q.text) {
    const like = `%${literal(q.text)}%`;
    rows = rows.where(
      sql<boolean>`(subject_id ilike ${like} or before::text ilike ${like} or after::text ilike ${like})`,
    );
  }
  if (q.from) rows = rows.where('at', '>=', instant(q.from));
  if (q.until) rows = rows.where('at', '<', instant(q.until, 1));
  const found = await rows
    .select(['seq', 'at', 'actor', 'action', 'subject_kind', 'subject_id', 'before', 'after'])
    .select(sql<string | null>`host(address)`.as('address'))
    .execute();
  return found.map((r) => ({
    seq: r.seq,
    at: r.at.toISOString(),
    actor: r.actor,
    action: r.action,
    subjectKind: r.subject_kind,
    subjectId: r.subject_id,
    before: r.before,
    after: r.after,
    address: r.address,
  }));
}

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** a date is a day in Beijing; as an end it means the end of that day */
function instant(text: string, daysOn = 0): Date {
  if (text.length > 10) return new Date(text);
  return new Date(Date.parse(`${text}T00:00:00+08:00`) + daysOn * 86_400_000);
}
