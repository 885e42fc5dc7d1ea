import type { FactBook } from '../facts';
import { bareName } from '../names';
import type { Language } from '../texts';

interface Admitted {
  readonly units: readonly FactBook[];
  readonly notes: readonly string[];
}

/** Which of the workbooks given as units take part: none twice, none of another kind of form or of another year, not the department itself. */
export function admitted(department: FactBook, given: readonly FactBook[], lang: Language): Admitted {
  const zh = lang === 'zh';
  const notes: string[] = [];
  const out = (book: FactBook, why: { readonly zh: string; readonly en: string }): void =>
    void notes.push(zh ? `“${book.file}”没有参加汇总：${why.zh}` : `"${book.file}" took no part: ${why.en}`);
  const byContent = new Map<string, FactBook>([[contentOf(department), department]]);
  const byName = new Map<string, FactBook>();
  const units: FactBook[] = [];
  for (const book of given) {
    const content = contentOf(book);
    const same = byContent.get(content);
    byContent.set(content, same ?? book);
    if (same === department) out(book, { zh: '就是部门的文件', en: "it is the department's own workbook" });
    else if (same) out(book, { zh: `内容与“${same.file}”相同`, en: `it holds the same as "${same.file}"` });
    else if (book.family !== department.family) out(book, { zh: '不是同一类报表', en: 'it is another kind of form' });
    else if (isOfOtherYear(book, department)) out(book, { zh: `是 ${book.year} 年的，部门是 ${department.year} 年`, en: `it is of ${book.year}, the department's of ${department.year}` });
    else {
      const name = book.unit === null ? '' : bareName(book.unit);
      const earlier = name === '' ? undefined : byName.get(name);
      if (earlier) {
        units.splice(units.indexOf(earlier), 1);
        out(earlier, { zh: `与“${book.file}”是同一单位（${name}），用了后者；如果不是，请改正文件里的单位名称`, en: `it is the same unit (${name}) as "${book.file}", which was used; if not, correct the unit's name` });
      }
      if (name !== '') byName.set(name, book);
      units.push(book);
    }
  }
  return { units, notes };
}

function isOfOtherYear({ year }: FactBook, department: FactBook): boolean {
  return year !== null && department.year !== null && year !== department.year;
}

/** Two workbooks with the same figures are one. */
function contentOf({ tables }: FactBook): string {
  return tables.map(({ id, unit, blocks }) => `${id}${unit}${blocks.map((b) => `${b.id}:${b.rows.map((r) => r.key).join('|')}:${b.fen.join()}`).join(';')}`).join('\n');
}
