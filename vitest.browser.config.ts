import { defineConfig } from 'vitest/config';

/** Tests of how long the page's thread is busy want the machine to themselves. */
const TIMED = ['test/browser/speed.test.ts', 'test/browser/hostile.test.ts', 'test/browser/desk.test.ts'];

const common = { testTimeout: 60_000, hookTimeout: 180_000, pool: 'forks' } as const;

/**
 * Tests in Chromium: `npx vitest run --config vitest.browser.config.ts`. They build dist/ and the stage first; with
 * GOUJI_BUILT=1 dist/ is taken as it is. A page waits more than it works, so two files run beside each other; the timed ones after them, alone.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/browser/build.ts'],
    projects: [
      { test: { ...common, name: 'pages', include: ['test/browser/**/*.test.ts'], exclude: TIMED, poolOptions: { forks: { maxForks: 2, minForks: 1 } }, sequence: { groupOrder: 0 } } },
      { test: { ...common, name: 'timed', include: TIMED, fileParallelism: false, poolOptions: { forks: { maxForks: 1, minForks: 1 } }, sequence: { groupOrder: 1 } } },
    ],
  },
});
