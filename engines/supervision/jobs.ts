import type { JobTask } from '#platform/jobs';
import type { SupervisionDeps } from './deps.ts';
import { raiseLetters } from './letters.ts';

/** Drafts the letters that lapses call for; nothing new costs a look at the living table. */
export const supervisionTask = (depsOf: (db: SupervisionDeps['db']) => SupervisionDeps): JobTask => ({
  name: 'supervision.letters',
  cron: '20 * * * *',
  atStart: true,
  run: ({ db }) => raiseLetters(depsOf(db)),
});
