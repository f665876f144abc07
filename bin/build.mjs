#!/usr/bin/env node
// Builds the server (tsc) and the web application (vite) into dist/, each only when its sources changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SERVER = ['standards', 'protocols', 'methods', 'platform', 'engines', 'chapters', 'app', 'bench'];
const PARTS = {
  server: { from: [...SERVER, 'tsconfig.json', 'tsconfig.build.json', 'package.json'], made: 'dist/app/main.js' },
  web: { from: ['web', 'locales', 'standards', 'package-lock.json'], made: 'dist/web/index.html' },
};

/** The names, sizes and times of all source files of a part: a look at 1,000 files takes some 20 ms. */
function stamp(part) {
  const hash = createHash('sha256');
  const walk = (path) => {
    const at = join(root, path);
    if (!existsSync(at)) return;
    const found = statSync(at);
    if (!found.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(at).sort())
      if (name !== 'node_modules' && !name.startsWith('.')) walk(`${path}/${name}`);
  };
  for (const path of part.from) walk(path);
  return hash.digest('hex');
}

const stampFile = (name) => join(root, 'dist', `.${name}.stamp`);

function fresh(name) {
  const part = PARTS[name];
  if (!existsSync(join(root, part.made))) return false;
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === stamp(part);
}

function run(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.on('exit', (code) =>
      code === 0 ? done(said) : fail(new Error(said.trim() || `${command} ended with ${code}`)),
    );
  });
}

const bin = (name, path) => join(root, 'node_modules', name, path);

/** Compressed once at the build, so that the server sends files as they lie. */
async function compress(folder) {
  const shrink = promisify(gzip);
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg|json|html)$/.test(name)) continue;
    writeFileSync(join(folder, `${name}.gz`), await shrink(readFileSync(join(folder, name)), { level: 9 }));
  }
}

export async function ensureBuilt({ web = true, quiet = false, force = false } = {}) {
  const wanted = ['server', ...(web ? ['web'] : [])].filter((name) => force || !fresh(name));
  if (!wanted.length) return [];
  if (!quiet) process.stderr.write(`  构建 building: ${wanted.join(', ')} …\n`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  await Promise.all(
    wanted.map(async (name) => {
      const mark = stamp(PARTS[name]);
      rmSync(stampFile(name), { force: true });
      if (name === 'server') await run(bin('typescript', 'bin/tsc'), ['-p', 'tsconfig.build.json']);
      else {
        await run(bin('vite', 'bin/vite.js'), ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
        await compress(join(root, 'dist/web/assets'));
      }
      writeFileSync(stampFile(name), mark);
    }),
  );
  return wanted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt({ force: process.argv.includes('--force') }).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
