import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { SimulationOptions } from './options.ts';
import type { Report } from './report.ts';
import type { Handle } from './start.ts';

/** A simulation in a process of its own, so that it does not share a core's time with who measures. */
export type ChildHandle = {
  /** what it told last; it tells every quarter of a second */
  readonly report: () => Report | null;
  /** keys of everything acknowledged until it stopped, when they were asked to be kept */
  readonly stop: () => Promise<{ report: Report; acknowledged: { code: string; what: string; stamp: number }[] }>;
  /** when all of the history is acknowledged */
  readonly done: Promise<void>;
  readonly process: ChildProcess;
};

/** What parent and child say to each other. */
export type Order =
  | { readonly order: 'start'; readonly options: SimulationOptions }
  | { readonly order: 'stop' | 'cut' };
export type News =
  | { readonly news: 'report'; readonly report: Report }
  | { readonly news: 'done' }
  | {
      readonly news: 'stopped';
      readonly report: Report;
      readonly acknowledged: { code: string; what: string; stamp: number }[];
    };

const TELLS_EVERY = 250;

/** Starts a simulation as a child process; it ends with this one. The house has to be built (`npm run build`). */
export async function simulateInChild(options: SimulationOptions): Promise<ChildHandle> {
  const child = fork(join(ROOT, 'dist', 'app', 'simulate', 'worker.js'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let last: Report | null = null;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  child.on('message', (news: News) => {
    if (news.news === 'report') last = news.report;
    if (news.news === 'done') finish();
  });
  child.send({ order: 'start', options } satisfies Order);
  return {
    report: () => last,
    done,
    process: child,
    async stop() {
      const ended = new Promise<Extract<News, { news: 'stopped' }>>((resolve, reject) => {
        child.on('message', (news: News) => news.news === 'stopped' && resolve(news));
        child.once('exit', (code) => reject(new Error(`the simulation ended with ${code}`)));
      });
      child.send({ order: 'stop' } satisfies Order);
      const { report, acknowledged } = await ended;
      if (child.exitCode === null) await once(child, 'exit');
      return { report, acknowledged };
    },
  };
}

/** The child's side: starts what it is told to, tells how far it is. */
export function serveParent(start: (options: SimulationOptions) => Promise<Handle>): void {
  const tell = (news: News) => process.send?.(news);
  let handle: Handle | null = null;
  let telling: NodeJS.Timeout | null = null;
  process.on('message', (order: Order) => {
    if (order.order === 'start')
      void start(order.options).then((started) => {
        handle = started;
        telling = setInterval(() => tell({ news: 'report', report: started.report() }), TELLS_EVERY);
        void started.done.then(() => tell({ news: 'done' }));
      });
    else if (order.order === 'cut') handle?.cut();
    else
      void handle?.stop().then((report) => {
        if (telling) clearInterval(telling);
        const news: News = { news: 'stopped', report, acknowledged: [...handle!.acknowledged.all()] };
        process.send?.(news, () => process.exit(0));
      });
  });
  process.on('disconnect', () => process.exit(0));
}
