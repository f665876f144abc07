import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// Tests run on the sources: the doors of the imports map are led past the build.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^#app\/api$/, replacement: `${root}app/api.ts` },
      {
        find: /^#(standards|protocols|methods|platform|engines|chapters)\/([a-z0-9-]+)$/,
        replacement: `${root}$1/$2/index.ts`,
      },
    ],
  },
  test: {
    include: ['**/*.test.ts', 'tests/**/*.story.ts'],
    exclude: ['node_modules/**', 'dist/**'],
    globalSetup: ['tests/database.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
