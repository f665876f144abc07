import type { JobTask } from '#platform/jobs';
import type { SupervisionDeps } from './deps.ts';
import { raiseLetters } from './raise.ts';

/** Keeps the drafts of letters as the living table has them. */
export const supervisionTask = (depsOf: (db: SupervisionDeps['db']) => SupervisionDeps): JobTask => ({
  name: 'supervision.letters',
  cron: '20 * * * *',
  atStart: true,
  run: ({ db }) => raiseLetters(depsOf(db)),
});
