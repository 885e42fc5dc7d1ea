import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticesText, packageRoot } from '../../src/build/notices.mjs';

/** Whatever can end up in a bundle has a licence text that is passed on with it. */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Readonly<Record<string, string>> };

describe('the notices of third parties', () => {
  it('hold name, version and the whole licence of every package', () => {
    const text = noticesText([...Object.keys(dependencies), 'yaml'].map((name) => `node_modules/${name}`));
    for (const name of Object.keys(dependencies)) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|Apache-2\\.0|BSD-3-Clause|ISC)\\)$`, 'm'));
    expect(text).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
    expect(text).toMatch(/fflate [\s\S]*Permission is hereby granted/);
    // The character codes that a PDF's Chinese fonts need come with pdf.js and are Adobe's.
    expect(text).toMatch(/pdfjs-dist [\s\S]*Copyright 1990-2009 Adobe Systems Incorporated/);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it.each([
    ['/x/node_modules/fflate/esm/browser.js', '/x/node_modules/fflate'],
    ['/x/node_modules/@e965/xlsx/xlsx.mjs', '/x/node_modules/@e965/xlsx'],
    ['/x/node_modules/a/node_modules/b/i.js', '/x/node_modules/a/node_modules/b'],
    ['/x/src/index.ts', null],
  ])('a file belongs to its package: %s', (file, root) => {
    expect(packageRoot(file)).toBe(root);
  });
});
