import { defineConfig } from 'vitest/config';

/** Tests in Chromium; they build dist/ first, unless GOUJI_BUILT=1 says that it is fresh. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
