import { Listr, type ListrTaskWrapper } from 'listr2';
import type { Sentence } from '#platform/refusal';
import { bar } from './bar.ts';
import { inTongue } from './say.ts';

export type Progress = (done: number, total: number | null, note?: string) => void;
export type Step = { title: Sentence; run: (progress: Progress) => Promise<string | undefined> };

/**
 * Runs steps one after the other with a progress bar each; a terminal sees the bars move, a log gets a line a step.
 * @throws what a step throws; the steps after it do not run
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const tty = process.stderr.isTTY === true;
  const tasks = new Listr(
    steps.map((step) => ({ title: inTongue(step.title), task: (_: unknown, task: Task) => watched(step, task, tty) })),
    {
      renderer: tty ? 'default' : 'silent',
      rendererOptions: { collapseErrors: false, showErrorMessage: false },
      registerSignalListeners: false,
    },
  );
  await tasks.run();
}

// biome-ignore lint/suspicious/noExplicitAny: listr2's own type of a task names its renderers by any
type Task = ListrTaskWrapper<any, any, any>;

async function watched(step: Step, task: Task, tty: boolean): Promise<void> {
  const title = inTongue(step.title);
  const began = Date.now();
  let shown = 0;
  const outcome = await step.run((done, total, note) => {
    const now = Date.now();
    if (now - shown < 80) return;
    shown = now;
    task.output = [bar(done, total), note].filter(Boolean).join('  ');
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  task.title = `${title}${outcome ? ` · ${outcome}` : ''} (${seconds} s)`;
  if (!tty) process.stderr.write(`  ✔ ${task.title}\n`);
}
