import { defineConfig } from 'vitest/config';

// Tests run on the sources: the `source` condition of the imports map leads past the build.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['**/*.test.ts', 'tests/**/*.story.ts'],
    exclude: ['node_modules/**', 'dist/**', 'tests/browser/**'],
    globalSetup: ['tests/database.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
