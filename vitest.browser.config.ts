import { defineConfig } from 'vitest/config';

/** Tests of how long the page's thread is busy want the machine to themselves. */
const TIMED = ['test/browser/speed.test.ts', 'test/browser/hostile.test.ts', 'test/browser/desk.test.ts'];

const common = { testTimeout: 60_000, hookTimeout: 180_000, pool: 'forks' } as const;

/**
 * Tests in Chromium: `npx vitest run --config vitest.browser.config.ts`. They build dist/ and the stage first; with
 * GOUJI_BUILT=1 dist/ is taken as it is. A page waits more than it works, so two files run beside each other; the timed ones
 * after them, alone. Files of a fork share what they import.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/browser/build.ts'],
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      { test: { ...common, name: 'pages', include: ['test/browser/**/*.test.ts'], exclude: TIMED, poolOptions: { forks: { isolate: false } }, sequence: { groupOrder: 0 } } },
      { test: { ...common, name: 'timed', include: TIMED, poolOptions: { forks: { singleFork: true, isolate: false } }, sequence: { groupOrder: 1 } } },
    ],
  },
});
