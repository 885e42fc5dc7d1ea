/** A line of text on a page: PDF points from the lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A PDF with a Chinese font that it only names (STSong-Light, UniGB-UCS2-H), as office programs of the place write. One array a page. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], more: { readonly trailer?: string; readonly objects?: readonly string[] } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const first = 5 + (more.objects?.length ?? 0);
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add('<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 >> >>');
  for (const object of more.objects ?? []) add(object);
  for (const lines of pages) {
    const content = lines.map(({ text, x, y }) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n');
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`);
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (c) => c.charCodeAt(0));
}

const hex = (text: string): string => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** Paragraphs set in lines of `width` letters with indented first lines, as a page prints them. */
export function setInLines(paragraphs: readonly string[], width: number): PdfLine[] {
  let y = 800;
  return paragraphs.flatMap((paragraph) => {
    const lines: PdfLine[] = [];
    for (let at = 0, isFirst = true; at < paragraph.length; isFirst = false) {
      const length = isFirst ? width - 2 : width;
      lines.push({ text: paragraph.slice(at, at + length), x: isFirst ? 74 : 50, y });
      at += length;
      y -= 20;
    }
    return lines;
  });
}
