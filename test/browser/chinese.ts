import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import families from '../../src/generated/families';
import { readWorkbook } from '../../src/files';

/** Words that a workbook itself brings, and the names of the statutory tables, columns and lines: they stay Chinese in any language. */
export async function wordsOf(fixture: string): Promise<readonly string[]> {
  const { strings, sheets } = await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${fixture}`)), fixture);
  const named = JSON.stringify(families).match(/[\p{Script=Han}（）]+/gu) ?? [];
  const all = [...strings, ...sheets.map(({ name }) => name), ...named].flatMap((text) => [text.trim(), text.replace(/\s/g, ''), text.normalize('NFKC').replace(/\s/g, ''), text.replace(/^[一二三四五六七八九十]+、/, '').trim()]);
  return [...new Set(all)].filter((text) => text.length > 1 && /\p{Script=Han}/u.test(text)).sort((a, b) => b.length - a.length);
}

/** What is Chinese in the texts, names and hints of a pane once such words and the name of the language itself are taken out. */
export async function chineseIn(pane: Frame, words: readonly string[]): Promise<string[]> {
  const texts = await pane.evaluate(() => {
    const shown: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.parentElement?.closest('script, noscript, style, [lang="zh-CN"]') === null) shown.push(walker.currentNode.nodeValue ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) shown.push(element.getAttribute(name) ?? '');
    }
    return shown;
  });
  return texts.flatMap((text) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, '·'), text);
    return /\p{Script=Han}/u.test(rest) ? [`${rest} ← ${text}`] : [];
  });
}
