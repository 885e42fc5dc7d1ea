import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'node_modules/**'],
    testTimeout: 30_000,
    pool: 'forks',
    // Files of a fork share what they import: reading the sources anew for each took half of the time.
    poolOptions: { forks: { maxForks: 2, isolate: false } },
  },
});
