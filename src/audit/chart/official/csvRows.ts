/** Delimiters in the order they are tried on the first line. */
const DELIMITERS = ['\t', ',', ';', '，'] as const;

/** The rows of a CSV text (RFC 4180; also tab or semicolon); fields stay text, so that codes keep their form. */
export function parseCsvRows(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(field);
    field = '';
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (isQuoted) {
      if (c !== '"') field += c;
      else if (source[i + 1] === '"') {
        field += '"';
        i++;
      } else isQuoted = false;
    } else if (c === '"' && field === '') isQuoted = true;
    else if (c === delimiter) {
      row.push(field);
      field = '';
    } else if (c === '\n' || (c === '\r' && source[i + 1] !== '\n')) endRow();
    else if (c !== '\r') field += c;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

function delimiterOf(source: string): string {
  const firstLine = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  return DELIMITERS.find((delimiter) => firstLine.includes(delimiter)) ?? ',';
}
