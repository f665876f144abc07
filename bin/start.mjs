#!/usr/bin/env node
// `npm start`: installs what is missing, builds what changed, and serves.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `需要 Node.js 20.19 或更高（现为 ${process.versions.node}），请升级。 Node.js 20.19 or later is needed.\n`,
  );
  process.exit(1);
}

ensureInstalled();
try {
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`构建失败 the build failed:\n${error.message}\n`);
  process.exit(1);
}
const { main } = await import('../dist/app/main.js');
await main([process.argv[0], 'lantian', 'serve', ...process.argv.slice(2)]);

function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.lantian-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!existsSync(join(root, 'node_modules', '.package-lock.json')) || !sameLock()) {
    process.stderr.write('  安装依赖 installing packages …\n');
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) {
      process.stderr.write('安装依赖失败，请检查网络后重试。 npm ci failed: check the network and try again.\n');
      process.exit(1);
    }
  }
  writeFileSync(stamp, lock);
}

/** whether what npm installed is what the lock file asks for */
function sameLock() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  const wanted = read('package-lock.json');
  const there = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, p]) => name === '' || p.optional || p.peer || there[name]?.version === p.version,
  );
}
