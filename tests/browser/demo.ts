import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';

export type Demo = {
  address: string;
  folder: string;
  child: ChildProcess;
  said(): string;
  exited: Promise<number | null>;
};

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** The product as `npm start` runs it: its own process, database and port. Resolves when it says its address. */
export async function startDemo(
  env: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), 'lantian-story-')),
): Promise<Demo> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: {
      ...process.env,
      LANTIAN_DATA: folder,
      LANTIAN_PORT: '0',
      LANTIAN_LANG: 'en',
      LANTIAN_LOG: 'error',
      // the simulated devices have tests of their own; here they would only take time
      LANTIAN_SIMULATE: '0',
      DATABASE_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const address = await new Promise<string>((done, fail) => {
    const hear = (part: Buffer) => {
      said += part;
      const found = /Lantian serves\s+(http:\/\/\S+)/.exec(said);
      if (found) done(found[1]!);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    void exited.then((code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return { address, folder, child, said: () => said, exited };
}

export async function stopDemo(demo: Demo): Promise<void> {
  demo.child.kill('SIGTERM');
  await demo.exited;
  rmSync(demo.folder, { recursive: true, force: true });
}

/** Debian's Chromium, closed at the end of the file. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing: npm test tells how to install it');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  afterAll(() => browser.close());
  return browser;
}
