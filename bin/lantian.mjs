#!/usr/bin/env node
// The command line of Lantian: builds itself when the sources are newer, then hands over.
import { ensureBuilt } from './build.mjs';

await ensureBuilt({ web: false, quiet: true });
const { main } = await import('../dist/app/main.js');
await main(process.argv);
