import { existsSync } from 'node:fs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser that draws the icons and runs the tests: CHROME_PATH, or a Chromium in a usual place; null where there is none. */
export function findBrowser() {
  return [process.env.CHROME_PATH, ...BROWSERS].find((path) => path && existsSync(path)) ?? null;
}
