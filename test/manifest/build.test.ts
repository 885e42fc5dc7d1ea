import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, officeSource } from '../../src/build/officeSource.mjs';
import { fileFor } from '../../src/build/serve.mjs';

describe('the source of office.js', () => {
  it('is Microsoft’s CDN, the Chinese one, or a server of one’s own', () => {
    expect(officeSource()).toEqual({ script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', origin: 'https://appsforoffice.microsoft.com' });
    expect(officeSource('cn').script).toContain('partner.office365.cn');
    expect(officeSource('self:/officejs/')).toEqual({ script: '/officejs/office.js', origin: null });
  });

  it.each(['other', 'self:', 'self:http://elsewhere', 'self:/a b'])('is never a guess: %s', (choice) => {
    expect(() => officeSource(choice)).toThrow('expected cdn, cn or self:/path');
  });
});

describe('the content policy', () => {
  it('allows no eval, no inline script and nothing from elsewhere but office.js', () => {
    for (const policy of [contentPolicy(null), contentPolicy(officeSource()), contentPolicy(officeSource('self:/o'))]) {
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).toMatch(/script-src 'self'( https:\/\/appsforoffice\.microsoft\.com)?;/);
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toContain('frame-ancestors');
    }
    expect(contentPolicy(null)).not.toContain('http');
  });
});

describe('the server of npm start', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-serve-'));
    mkdirSync(join(folder, 'dist/assets'), { recursive: true });
    for (const name of ['dist/workbench.html', 'dist/assets/icon.png', 'dist/.hidden', 'secret.txt']) writeFileSync(join(folder, name), '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['/', 'workbench.html'],
    ['/workbench.html?x=1', 'workbench.html'],
    ['/assets/icon.png', 'assets/icon.png'],
    ['/assets', null],
    ['/.hidden', null],
    ['/../secret.txt', null],
    ['/%2e%2e/secret.txt', null],
    ['/%2e%2e%2fsecret.txt', null],
    ['/a%00b', null],
    ['/%E0%A4%A', null],
  ])('%s → %s', (address, file) => {
    expect(fileFor(join(folder, 'dist'), address)).toBe(file === null ? null : join(folder, 'dist', file));
  });
});
