/** dist/THIRD-PARTY-NOTICES.txt: the licences of the packages whose code the bundles hold, as their terms ask for. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data of a package that the product holds, under terms of its own: the character codes of pdf.js are Adobe's. */
const DATA_LICENCES = ['cmaps/LICENSE'];
const FILE = 'THIRD-PARTY-NOTICES.txt';
const HEAD = '本产品含有下列第三方软件，各按其许可使用。\nThis product contains the following third-party software, each under its own licence.\n';

/**
 * A webpack plugin that writes the notices into a folder. Several bundles share them: each adds what it holds.
 *
 * @param {string} folder
 */
export function noticesPlugin(folder) {
  return {
    apply(compiler) {
      compiler.hooks.done.tap('notices', (stats) => {
        if (stats.hasErrors()) return;
        for (const module of allModules(stats.compilation.modules)) {
          const root = packageRoot(module.resource ?? '');
          if (root !== null) packagesOf(folder).add(root);
        }
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, FILE), noticesText([...packagesOf(folder)]));
      });
    },
  };
}

/** @type {Map<string, Set<string>>} */
const collected = new Map();

function packagesOf(folder) {
  const found = collected.get(folder) ?? new Set();
  collected.set(folder, found);
  return found;
}

/** Modules, and those that were joined into one. */
function* allModules(modules) {
  for (const module of modules) {
    yield module;
    if (module.modules) yield* allModules(module.modules);
  }
}

/** The folder of the package a file belongs to; null for our own files. */
export function packageRoot(file) {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return match ? match[1] : null;
}

/** Name, version, licence and its text, package by package in alphabetical order. */
export function noticesText(roots) {
  const notices = roots.map((root) => {
    const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { title: `${about.name} ${about.version} (${about.license})`, text: licenceText(root, about) };
  });
  notices.sort((a, b) => (a.title < b.title ? -1 : 1));
  return [HEAD, ...notices.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text.trim()}\n`)].join('\n');
}

/** Licence and notice files of a package; where it was published without, the text its licence is known by. */
function licenceText(root, { license, author }) {
  const files = readdirSync(root).filter((name) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(name)).sort();
  const ofData = DATA_LICENCES.filter((name) => existsSync(join(root, name)));
  if (files.length > 0) return [...files, ...ofData].map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  if (license !== 'MIT') throw new Error(`${root} has no licence file`);
  return `Copyright (c) ${typeof author === 'string' ? author : (author?.name ?? 'the authors')}\n\n${MIT}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
