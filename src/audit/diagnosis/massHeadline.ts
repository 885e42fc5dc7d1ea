/** The one sentence about a cause that moves many figures at once, with figures that prove it. */
import type { MassCause } from './mass';
import { placesOf, type Naming } from './places';
import { fill, massTexts, type Text } from './texts';

/** Figures that are given as an example of what stands where. */
const mostExamples = 2;

export function massHeadline(mass: MassCause, naming: Naming): string {
  const { language } = naming;
  const places = mass.cells.map((cell) => naming.place(cell));
  const vertical = mass.kind === 'columnShifted' || mass.kind === 'rowsShifted';
  const back = vertical ? (mass.by < 0 ? massTexts.down : massTexts.up) : mass.by < 0 ? massTexts.right : massTexts.left;
  const moved = vertical ? (mass.by < 0 ? massTexts.upper : massTexts.lower) : mass.by < 0 ? massTexts.left : massTexts.right;
  const examples = shiftExamples(mass, naming);
  return fill(textOf(mass), language, {
    sheet: places[0]?.sheet ?? '', first: places[0]?.address ?? '', row: /\d+/.exec(places[0]?.address ?? '')?.[0] ?? '',
    column: columnWord(naming.column(mass.cells[0]!)), range: rangeOf(mass, naming), cells: placesOf(mass.cells, naming),
    factor: String(Math.round(mass.factor >= 1 ? mass.factor : 1 / mass.factor)), n: String(mass.equations.length),
    moved: moved[language], back: back[language],
    proof: examples === '' ? '' : fill(massTexts.proof, language, { examples }),
  });
}

/** 合计, also where the heading says 合计栏. */
const columnWord = (label: string): string => label.replace(/\s+/g, '').replace(/栏$/, '');

export function massExplanation({ kind }: MassCause): Text {
  if (kind === 'empty') return massTexts.explainedEmpty;
  return kind === 'foreign' ? massTexts.explainedForeign : kind === 'scaled' ? massTexts.explainedScale : massTexts.explained;
}

function textOf({ kind, factor }: MassCause): Text {
  return kind === 'scaled' ? (factor > 1 ? massTexts.larger : massTexts.smaller) : massTexts[kind];
}

/** From the first to the last cell: F15:F35. */
function rangeOf({ cells }: MassCause, naming: Naming): string {
  const corners = cells.map((cell) => /^([A-Z]+)(\d+)$/.exec(naming.place(cell).address)).filter((m) => m !== null);
  const columns = corners.map((m) => m[1]!).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const rows = corners.map((m) => Number(m[2])).sort((a, b) => a - b);
  const first = `${columns[0] ?? ''}${rows[0] ?? ''}`;
  const last = `${columns[columns.length - 1] ?? ''}${rows[rows.length - 1] ?? ''}`;
  return first === last ? first : `${first}:${last}`;
}

/** Where figures stand and where they belong: the first places whose figure is not 0. */
function shiftExamples(mass: MassCause, naming: Naming): string {
  if (mass.by === 0) return '';
  const examples: string[] = [];
  for (const { cell, delta } of mass.moves) {
    const value = naming.value(cell) + delta;
    const source = mass.sources.get(cell);
    if (value === 0 || source === undefined || examples.length === mostExamples) continue;
    examples.push(fill(massTexts.example, naming.language, {
      from: naming.place(source).address, to: naming.place(cell).address, amount: naming.amount(cell, value),
    }));
  }
  return examples.join(naming.language === 'zh' ? '、' : ', ');
}
