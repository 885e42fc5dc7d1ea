/** Delimiters in the order they are tried on the first line. */
const DELIMITERS = ['\t', ',', ';', '，'] as const;

/** The rows of a CSV text (RFC 4180; also tab or semicolon); fields stay text, so that codes keep their form. */
export function parseCsvRows(text: string): string[][] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < source.length; ) {
    const { field, end } = source[at] === '"' ? quotedField(source, at) : { field: '', end: at };
    const stop = fieldEnd(source, end, delimiter);
    row.push(field + source.slice(end, stop));
    at = stop + 1;
    if (source[stop] === delimiter) {
      // A line that ends in a delimiter ends in an empty field.
      if (at === source.length) row.push('');
      continue;
    }
    if (source[stop] === '\r' && source[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Where the field that goes on at `from` ends: at a delimiter, at a line's end or with the text. */
function fieldEnd(source: string, from: number, delimiter: string): number {
  let at = from;
  while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') at++;
  return at;
}

/** What stands in the quotes that open at `from`, where a doubled quote is a quote, and the place behind them. */
function quotedField(source: string, from: number): { field: string; end: number } {
  let field = '';
  for (let at = from + 1; ; ) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return { field: field + source.slice(at), end: source.length };
    field += source.slice(at, quote);
    if (source[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    at = quote + 2;
  }
}

function delimiterOf(source: string): string {
  const firstLine = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  return DELIMITERS.find((delimiter) => firstLine.includes(delimiter)) ?? ',';
}
