#!/usr/bin/env node
// `npm run bench -- NAME`: what performance claims are measured with.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';

const [name, ...rest] = process.argv.slice(2);
const known = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
if (!name || !existsSync(join(root, 'bench', `${name}.ts`))) {
  process.stderr.write(`npm run bench -- <${known.join(' | ')}>\n`);
  process.exit(1);
}
await ensureBuilt({ quiet: true });
const { run } = await import(`../dist/bench/${name}.js`);
await run(rest);
