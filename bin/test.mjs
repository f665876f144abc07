#!/usr/bin/env node
// `npm test`: everything, in the order in which it fails fastest; ends with vitest's own summary.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';

const node = (path, ...args) => [process.execPath, [join(root, 'node_modules', path), ...args]];
const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM ?? '',
];

step('types', ...node('typescript/bin/tsc', '--noEmit'));
step('types of the web', ...node('typescript/bin/tsc', '--noEmit', '-p', 'web'));
step('lint and format', ...node('@biomejs/biome/bin/biome', 'check', '.'));
const started = Date.now();
process.stdout.write('— build\n');
await ensureBuilt({ quiet: true }).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
process.stdout.write(`  ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
ensurePrograms();
const REPORT = join(root, 'out', 'tests.json');
step(
  'tests',
  ...node(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...process.argv.slice(2),
  ),
);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(REPORT, 'utf8'));
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);

function step(name, command, args) {
  process.stdout.write(`— ${name}\n`);
  const at = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LANTIAN_LOG: 'silent' },
  });
  if (status !== 0) {
    process.stderr.write(`${name}: failed\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`  ${((Date.now() - at) / 1000).toFixed(1)} s\n`);
}

/** The stories run with Debian's own Chromium, NATS server and PostgreSQL; root gets them installed, others are told how. */
function ensurePrograms() {
  const wanted = [
    [CHROMIUM.some((path) => path && existsSync(path)), 'chromium fonts-noto-cjk'],
    [existsSync('/usr/sbin/nats-server') || existsSync('/usr/bin/nats-server'), 'nats-server'],
    [existsSync('/usr/lib/postgresql'), 'postgresql'],
  ].flatMap(([there, packages]) => (there ? [] : [packages]));
  if (wanted.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (process.getuid?.() !== 0) {
    process.stderr.write(`缺少程序，请执行： Programs are missing, please run:\n  sudo sh -c '${command}'\n`);
    process.exit(1);
  }
  process.stdout.write(`— installing ${wanted.join(' ')}\n`);
  const done = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0) process.exit(1);
}
