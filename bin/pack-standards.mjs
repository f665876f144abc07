#!/usr/bin/env node
// `npm run pack:standards [-- FOLDER]`: the standards as a package of their own, compiled, in out/lantian-standards.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './build.mjs';

const BESIDE = ['package.json', 'README.md', 'README.zh-CN.md'];

/** Compiles standards/ (types included) and lays its manifest, readmes and licence beside it. */
export function packStandards(folder = join(root, 'out', 'lantian-standards')) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const done = spawnSync(process.execPath, [compiler, '-p', 'standards', '--outDir', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`.trim());
  for (const name of BESIDE) cpSync(join(root, 'standards', name), join(folder, name));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv[2];
  process.stdout.write(`${packStandards(asked ? resolve(asked) : undefined)}\n`);
}
