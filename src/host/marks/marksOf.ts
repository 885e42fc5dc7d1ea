import { isSettled, type Explanations } from '../../audit/report/explanations';
import type { Finding, FindingCell, WorkbookReport } from '../../audit/report/model';
import { parseCellAddress } from '../../audit/workbook';
import type { Mark, MarkStyle } from '../workbookHost';
import { positionOf } from './position';

/** A note is read in a small box: what a cell is accused of beyond this is read in the pane. */
const mostNotes = 5;

/** Which cells to highlight, and how: suspects strongest, then what does not agree, then what was only rounded. */
export function marksOf(
  report: WorkbookReport,
  sheetNames: readonly string[],
  explained: Explanations = {},
): readonly Mark[] {
  const open = report.findings.filter((finding) => !isSettled(finding, explained));
  const ids = new Set(open.map((finding) => finding.id));
  const marks: Mark[] = [];
  const notes = new Map<string, number>();
  const add = (sheet: string, address: string, style: MarkStyle, note: string): void => {
    const cell = positionOf(sheetNames, sheet, address);
    if (!cell) return;
    const key = `${style} ${cell.sheet} ${cell.row} ${cell.column}`;
    const count = (notes.get(key) ?? 0) + 1;
    notes.set(key, count);
    if (count <= mostNotes) marks.push({ cell, style, note });
  };
  for (const group of report.groups) {
    if (!group.findings.some((id) => ids.has(id))) continue;
    for (const suspect of group.suspects) add(suspect.sheet, suspect.address, 'suspect', suspect.explanation || group.headline);
  }
  for (const finding of open) {
    const style = styleOf(finding);
    if (style) for (const cell of accused(finding)) add(cell.sheet, cell.address, style, finding.message);
  }
  return marks;
}

function styleOf(finding: Finding): MarkStyle | null {
  if (finding.outcome === 'rounding') return 'hint';
  if (finding.outcome !== 'inconsistent') return null;
  return finding.severity;
}

/** The terms of a sum are not accused, only the total they do not add up to; two equal figures are accused together. */
function accused(finding: Finding): readonly FindingCell[] {
  const main = finding.cells.filter((cell) => cell.role === 'subject' || cell.role === 'total');
  return main.length > 0 ? main : finding.cells.filter((cell) => cell.role !== 'term');
}

/** 核对标记; a cell that is marked for another reason keeps that mark. */
export function ticksOf(proved: readonly { readonly sheet: number; readonly address: string }[]): readonly Mark[] {
  return proved.flatMap(({ sheet, address }) => {
    const cell = parseCellAddress(address);
    return cell ? [{ cell: { sheet, ...cell }, style: 'tick' as const, note: '' }] : [];
  });
}
