/** A run of characters where the page puts it; PDF points, y upwards. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a page. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of its letters. */
  readonly height: number;
  /** Wide gaps stand in it: a row of a table. */
  readonly isRow: boolean;
}

/** Two pieces are of one line where their heights overlap by half. */
const SAME_LINE = 0.5;
/** A gap of so many letters parts the cells of a row. */
const CELL_GAP = 2;

/** The lines of a page from top to bottom. */
export function linesOf(pieces: readonly TextPiece[]): TextLine[] {
  const groups: TextPiece[][] = [];
  for (const piece of pieces.filter((p) => p.text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)) {
    const group = groups.at(-1);
    const size = Math.max(piece.height, group?.[0].height ?? 0, 1);
    if (group !== undefined && Math.abs(group[0].y - piece.y) < size * SAME_LINE) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(lineOf);
}

function lineOf(group: readonly TextPiece[]): TextLine {
  const pieces = [...group].sort((a, b) => a.x - b.x);
  const height = Math.max(...pieces.map((p) => p.height), 1);
  let text = '';
  let end = pieces[0].x;
  let gaps = 0;
  for (const piece of pieces) {
    const isGap = text !== '' && piece.x - end > height * CELL_GAP;
    if (isGap) gaps++;
    text += `${isGap ? '\t' : ''}${piece.text}`;
    end = piece.x + piece.width;
  }
  return { text: text.trim(), left: pieces[0].x, right: end, y: pieces[0].y, height, isRow: gaps > 0 };
}
