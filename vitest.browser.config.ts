import { defineConfig } from 'vitest/config';

/**
 * Tests in Chromium: `npx vitest run --config vitest.browser.config.ts`. They build dist/ and the stage first; with
 * GOUJI_BUILT=1 dist/ is taken as it is. One after the other: the speed tests want the machine to themselves.
 */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    pool: 'forks',
    poolOptions: { forks: { maxForks: 1, minForks: 1 } },
  },
});
