import { cellAddress, rectAddress } from '../../src/audit/workbook';
import { makeXlsx } from './makeXlsx';
import type { Random } from './random';

const TEXTS = ['一般公共预算', '  缩进', '行\n二', 'a & b < c > "d"', "it's", '＝合计', '2010101', '_x000D_', '😀', 'é', '\t', '0', '-', '（续）', ' '];
const NUM_FMTS: readonly (readonly [number, string])[] = [
  [164, '#,##0.00_ ;[Red]\\-#,##0.00\\ '],
  [165, '0.00"万元"'],
  [166, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [167, '@'],
];
const FORMULAS = ['A1+B2', 'SUM($A$1:A5)', 'Sheet2!C3*2', "'a b'!$D4&\"A1\"", 'IF(B$2>0,LOG10(C5),"x""B3")', 'SUM(B:B)', 'SUM(3:4)', 'VLOOKUP(A9,$F$1:$G$9,2,0)'];
/** Only what the oracle can shift: it also shifts within texts, and leaves whole rows and columns alone. */
const SHAREABLE = ['A1+B2', 'SUM($A$1:A5)', 'Sheet2!C3*2', 'IF(B$2>0,LOG10(C5),0)', 'VLOOKUP(A9,$F$1:$G$9,2,0)'];
const ERRORS = ['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NUM!'];

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A workbook as some producer might write it: dialect, cell types and layout by chance. */
export function generateXlsx(random: Random): Uint8Array {
  const prefix = random.chance(0.2) ? 'x:' : '';
  const shared: string[] = [];
  const sheets = Array.from({ length: 1 + random.below(3) }, (_, i) => ({
    name: `${random.pick(['表', 'Sheet', 'a b', 'R&amp;D'])}${i + 1}`,
    state: random.pick([undefined, undefined, 'hidden', 'veryHidden']),
    xml: sheetXml(random, shared, prefix === ''),
  }));
  const styleIds = [0, 2, 4, 10, 14, 38, 49, 164, 165, 166, 167];
  const numFmts = NUM_FMTS.map(([id, code]) => `<{p}numFmt numFmtId="${id}" formatCode="${escape(code).replace(/"/g, '&quot;')}"/>`);
  return makeXlsx({
    prefix,
    isStrict: random.chance(0.1),
    sheets,
    sharedStrings: shared.join(''),
    styles: `<{p}numFmts>${numFmts.join('')}</{p}numFmts><{p}cellXfs>${styleIds.map((id) => `<{p}xf numFmtId="${id}"/>`).join('')}</{p}cellXfs>`,
  });
}

/** `canShare`: the oracle overlooks shared formulas under a prefix. */
function sheetXml(random: Random, shared: string[], canShare: boolean): string {
  const rows: string[] = [];
  const height = random.below(20);
  const sharedGroup = canShare && random.chance(0.5) ? random.pick(SHAREABLE) : null;
  let isMasterWritten = false;
  for (let row = 0; row < height; row += 1 + random.below(2)) {
    const cells: string[] = [];
    for (let column = random.below(3); column < 12; column += 1 + random.below(3)) {
      if (sharedGroup && column === 7) {
        const f = isMasterWritten ? '<{p}f t="shared" si="0"/>' : `<{p}f t="shared" si="0" ref="H1:H30">${escape(sharedGroup)}</{p}f>`;
        isMasterWritten = true;
        cells.push(`<{p}c r="${cellAddress(row, column)}">${f}<{p}v>${row}</{p}v></{p}c>`);
      } else cells.push(cellXml(random, cellAddress(row, column), shared));
    }
    rows.push(`<{p}row r="${row + 1}"${random.chance(0.1) ? ' hidden="1"' : ''}>${cells.join('')}</{p}row>`);
  }
  const merges = Array.from({ length: random.below(3) }, (_, i) => {
    return `<{p}mergeCell ref="${rectAddress({ top: 30 + i * 5, left: i, bottom: 31 + i * 5, right: i + 1 + random.below(4) })}"/>`;
  });
  const mergeCells = merges.length > 0 ? `<{p}mergeCells count="${merges.length}">${merges.join('')}</{p}mergeCells>` : '';
  return `<{p}worksheet {ns}><{p}sheetData>${rows.join('')}</{p}sheetData>${mergeCells}</{p}worksheet>`;
}

function cellXml(random: Random, address: string, shared: string[]): string {
  const style = random.chance(0.5) ? ` s="${random.below(11)}"` : '';
  const cell = (type: string, content: string): string => `<{p}c r="${address}"${style}${type}>${content}</{p}c>`;
  const f = random.chance(0.2) ? `<{p}f>${escape(random.pick(FORMULAS))}</{p}f>` : '';
  const text = random.pick(TEXTS);
  switch (random.below(8)) {
    case 0:
      shared.push(random.chance(0.3) ? richText(random) : `<{p}si><{p}t xml:space="preserve">${escape(text)}</{p}t></{p}si>`);
      return cell(' t="s"', `<{p}v>${shared.length - 1}</{p}v>`);
    case 1:
      return cell(' t="inlineStr"', `<{p}is><{p}t xml:space="preserve">${escape(text)}</{p}t></{p}is>`);
    case 2:
      return cell(' t="str"', `<{p}f>${escape(random.pick(FORMULAS))}</{p}f><{p}v>${escape(text)}</{p}v>`);
    case 3:
      return cell(' t="b"', `${f}<{p}v>${random.below(2)}</{p}v>`);
    case 4:
      return cell(' t="e"', `${f}<{p}v>${random.pick(ERRORS)}</{p}v>`);
    case 5:
      return `<{p}c r="${address}"${style}/>`;
    default:
      return cell(random.chance(0.2) ? ' t="n"' : '', `${f}<{p}v>${numberText(random)}</{p}v>`);
  }
}

function richText(random: Random): string {
  const runs = Array.from({ length: 1 + random.below(3) }, () => {
    return `<{p}r><{p}rPr><{p}b/><{p}sz val="11"/></{p}rPr><{p}t xml:space="preserve">${escape(random.pick(TEXTS))}</{p}t></{p}r>`;
  });
  const phonetic = random.chance(0.4) ? '<{p}rPh sb="0" eb="1"><{p}t>ヨサン</{p}t></{p}rPh>' : '';
  return `<{p}si>${runs.join('')}${phonetic}</{p}si>`;
}

function numberText(random: Random): string {
  switch (random.below(6)) {
    case 0:
      return String(random.below(1e9));
    case 1:
      return (random.next() * 1e7).toFixed(2);
    case 2:
      return String(random.next() * 1e6 - 5e5);
    case 3:
      return (random.next() * 1e-5).toExponential(14).toUpperCase();
    case 4:
      return String(-random.below(1e6) / 100);
    default:
      return (random.next() * 1e4).toPrecision(17);
  }
}
