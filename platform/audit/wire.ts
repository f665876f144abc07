import { z } from 'zod';

export const auditEntry = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  address: z.string().nullable(),
});

/** GET /api/audit: newest first; `next` is the `before` of the next page */
export const auditPage = z.object({ entries: z.array(auditEntry), next: z.number().nullable() });

/** GET /api/audit/check */
export const chainCheck = z.object({
  sound: z.boolean(),
  rows: z.number(),
  lastSeq: z.number(),
  lastHash: z.string().nullable(),
  brokenSeq: z.number().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntry>;
