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
    exclude: ['node_modules/**', 'dist/**'],
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['**/*.test.ts'],
          globalSetup: ['tests/database.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // the whole product with a browser, a cluster, a kill: one after the other, with the machine to themselves
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['tests/**/*.story.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
