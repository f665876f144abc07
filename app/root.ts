import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder: beside `app/` in the sources, above `dist/` in the build. */
export const ROOT = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'migrations'))) at = dirname(at);
  return at;
})();
