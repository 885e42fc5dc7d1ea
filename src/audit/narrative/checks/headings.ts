import type { NarrativeContext } from '../findings';

const sorted = (text: string): string => [...text].sort().join('');

/** N12: a chapter's title is the one of the 目录, and years in titles are the document's. */
export function checkHeadings(context: NarrativeContext): void {
  const { structure } = context.read;
  const contents = structure.contents.map((c) => ({ ...c, letters: sorted(c.text) }));
  for (const heading of structure.headings) {
    const twin = contents.find((c) => c.text !== heading.text && c.text.length === heading.text.length && c.level === heading.level && c.letters === sorted(heading.text));
    if (twin !== undefined && !contents.some((c) => c.text === heading.text)) {
      context.add({
        rule: 'N12', severity: 'warning', span: heading.span, right: context.textOf(heading.span).replace(heading.text, twin.text), facts: [],
        message: { zh: `标题“${heading.text}”，目录写作“${twin.text}”`, en: `The heading "${heading.text}" reads "${twin.text}" in the table of contents` },
      });
    }
  }
  for (const title of [...structure.contents, ...structure.headings]) wrongYear(title, context);
}

/** Titles that are about the document's own year. */
const OWN_YEAR = /预算|决算|收支|收入|支出|三公|拨款|采购|运行经费|绩效目标/;
/** Titles that look back, or compare. */
const EARLIER = /执行|完成|资产|评价|自评|结转|总结|回顾|[较比与同从至]20\d\d年|20\d\d年(?:底|末|以来|至|-)/;

function wrongYear(heading: { readonly text: string; readonly span: { readonly passage: number; readonly start: number; readonly end: number } }, context: NarrativeContext): void {
  const { year } = context;
  const match = /(20\d\d)年度?/.exec(heading.text);
  if (year === null || match === null || Number(match[1]) === year || !OWN_YEAR.test(heading.text) || EARLIER.test(heading.text)) return;
  // A budget may report on the accounts of the year before.
  if (!context.isFinal && heading.text.includes('决算') && Number(match[1]) < year) return;
  const at = heading.span.start + context.textOf(heading.span).indexOf(match[0]);
  context.add({
    rule: 'N12', severity: 'error', span: { passage: heading.span.passage, start: at, end: at + match[0].length }, right: match[0].replace(match[1], String(year)), facts: [],
    message: { zh: `标题写 ${match[1]} 年，本文是 ${year} 年`, en: `The heading says ${match[1]}, the document is of ${year}` },
  });
}
