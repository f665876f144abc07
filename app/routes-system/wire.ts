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
  /** what the gateway of this process hears; null where it hears nothing. Counts are since its start */
  devices: z
    .object({
      listeners: z.array(
        z.object({
          name: z.string(),
          port: z.number(),
          open: z.number(),
          accepted: z.number(),
          refused: z.number(),
          slowed: z.number(),
        }),
      ),
      protocols: z.array(
        z.object({
          protocol: z.string(),
          frames: z.number(),
          acknowledged: z.number(),
          kept: z.number(),
          refused: z.number(),
        }),
      ),
      refusals: z.array(z.object({ reason: z.string(), count: z.number() })),
      /** frames that wait for their commit */
      waiting: z.number(),
      /** commands under way */
      exchanges: z.number(),
      /** since when the database takes nothing; 0: it does */
      troubleSeconds: z.number(),
    })
    .nullable(),
  /** notices of the last three days that did not arrive, or may not have, by channel */
  undelivered: z.array(
    z.object({
      channel: z.enum(['mail', 'hook']),
      failed: z.number(),
      uncertain: z.number(),
      lastFailure: z.string().nullable(),
    }),
  ),
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
