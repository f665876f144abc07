import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Running = { address: string; databaseUrl: string; seconds: number; stop(): Promise<void> };

/** Starts the demonstration in a folder of its own, as `npm start` does, and waits until it serves. */
export async function startDemo(folder = mkdtempSync(join(tmpdir(), 'lantian-bench-'))): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: {
      ...process.env,
      LANTIAN_DATA: folder,
      LANTIAN_PORT: '0',
      LANTIAN_DEMO: '1',
      LANTIAN_SIMULATE: '0',
      LANTIAN_LANG: 'en',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await served(child);
  const seconds = (performance.now() - began) / 1000;
  const { readFileSync } = await import('node:fs');
  const holder = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as { databaseUrl: string };
  return {
    address,
    databaseUrl: holder.databaseUrl,
    seconds,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function served(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout!.on('data', (part) => {
      said += part;
      const found = /https?:\/\/\S+/.exec(said);
      if (found) done(found[0]);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
}
