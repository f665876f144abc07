import { z } from 'zod';
import { sentence } from '#platform/http';

/** GET /api/health: how the system is, for the person who looks after it */
export const healthReport = z.object({
  status: z.enum(['good', 'attention']),
  /** what to look at, with the remedy */
  notes: z.array(sentence),
  version: z.string(),
  node: z.string(),
  startedAt: z.string(),
  memoryBytes: z.number(),
  database: z.object({
    version: z.string(),
    embedded: z.boolean(),
    sizeBytes: z.number(),
    connections: z.number(),
    maxConnections: z.number(),
    /** the application works as a role that may not change the audit */
    roleSeparated: z.boolean(),
    auditRows: z.number(),
  }),
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  jobs: z.object({
    waiting: z.number(),
    failed: z.number(),
    oldestWaitingSeconds: z.number().nullable(),
    runningWorks: z.number(),
    tasks: z.array(
      z.object({
        task: z.string(),
        startedAt: z.string(),
        finishedAt: z.string(),
        failure: z.string().nullable(),
        outcome: z.unknown().nullable(),
      }),
    ),
  }),
});

export type HealthReport = z.infer<typeof healthReport>;
