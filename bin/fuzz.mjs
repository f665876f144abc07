#!/usr/bin/env node
// `npm run fuzz -- [frames] [protocol …] [--seed N]`: mutated frames against the readers of the protocols. The frames are
// shared among the protocols. Fails on a crash, a hang (no thousand frames in 30 s) and on memory that grows.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ensureBuilt } from './build.mjs';

const QUICK = 200_000;
const HANGS_AFTER_MS = 30_000;

async function main() {
  const words = process.argv.slice(2);
  const at = words.indexOf('--seed');
  const seed = at < 0 ? 1 : Number(words.splice(at, 2)[1]);
  const frames = /^\d+$/.test(words[0] ?? '') ? Number(words.shift()) : QUICK;
  await ensureBuilt({ web: false, quiet: true });
  const { targetNames } = await import('../dist/bench/fuzz/index.js');
  const names = words.length > 0 ? words : targetNames();
  const rows = [];
  for (const name of names) rows.push(await inWorker({ name, frames: Math.ceil(frames / names.length), seed }));
  console.table(rows);
}

/** In a thread of its own, so that a hang is seen. */
function inWorker(job) {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: job });
    let last = { target: job.name, done: 0 };
    const hangs = () => {
      worker.terminate();
      fail(new Error(`${job.name}, seed ${job.seed}: hangs between frame ${last.done} and ${last.done + 1000}`));
    };
    let watch = setTimeout(hangs, HANGS_AFTER_MS);
    worker.on('message', (told) => {
      clearTimeout(watch);
      if (told.row) return done(told.row);
      last = told;
      watch = setTimeout(hangs, HANGS_AFTER_MS);
    });
    worker.on('error', (error) => {
      clearTimeout(watch);
      fail(error);
    });
  });
}

if (isMainThread) {
  await main().catch((error) => {
    process.stderr.write(`${error.stack}\n${error.cause?.stack ?? ''}\n`);
    process.exit(1);
  });
} else {
  const { fuzz } = await import('../dist/bench/fuzz/index.js');
  const { name, frames, seed } = workerData;
  parentPort.postMessage({ row: fuzz(name, frames, seed, (progress) => parentPort.postMessage(progress)) });
}
