import type { JobTask } from '#platform/jobs';
import { sweepIdentity } from './sessions/sessions.ts';

/** Every hour: takes away expired sessions and forgotten attempts. */
export const sweepTask: JobTask = { name: 'identity.sweep', cron: '17 * * * *', run: ({ db }) => sweepIdentity(db) };
