/**
 * Jobs 后台: what runs without anybody waiting for it.
 *
 * A **task** is a reconciler: no input that matters, idempotent, woken by `enqueue` (in the transaction that made it
 * necessary) and by the clock; however often it is woken, it runs one at a time and does what is due. **Work** is what
 * a person started and watches: it has progress, an outcome and a way to stop, and one row in `work`. A work that was
 * cut off by a crash is taken up again where its kind says that this is safe, and marked as failed where not.
 *
 * graphile-worker carries both; its tables belong to the database's owner, the application may only call `enqueue`.
 */

export { type JobsOptions, type RunningJobs, startJobs } from './run.ts';
export {
  enqueue,
  FIGURES_TASK,
  type JobContext,
  type JobTask,
  lastOutcomes,
  type TaskOutcome,
  waitingJobs,
} from './task.ts';
export * from './wire.ts';
export { type WorkContext, type WorkKind, workKind } from './work/kind.ts';
export { workRoutes } from './work/routes.ts';
export { cancelWork, findWork, listWork, startWork } from './work/store.ts';
