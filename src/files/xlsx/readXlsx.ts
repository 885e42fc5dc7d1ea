import { WorkbookBuilder, type WorkbookSnapshot } from '../../audit/workbook';
import { Budget } from '../budget';
import { damaged, FileError } from '../errors';
import type { FileLimits } from '../limits';
import { toUtf8, XmlScanner } from '../xml';
import type { ZipPackage } from '../zip';
import { readPaneSettings } from './paneSettings';
import { readRelationships, relationshipsPart, type Relationship } from './relationships';
import { readSharedTexts } from './sharedTexts';
import { readSheet } from './sheet';
import { readStyles } from './styles';
import { readWorkbookPart, type SheetEntry } from './workbookPart';

/**
 * Reads an OOXML workbook (transitional or strict, any prefix). Chart sheets, dialog sheets and macro sheets of
 * Excel 4 are passed over, as Excel's own list of worksheets does.
 * Throws `FileError`.
 */
export function readXlsx(zip: ZipPackage, workbookPart: string, fileName: string, limits: FileLimits): WorkbookSnapshot {
  const open = (part: string): XmlScanner => new XmlScanner(toUtf8(zip.read(part), part), part, limits.xmlDepth);
  const { is1904, calculation, sheets, sheetCount } = readWorkbookPart(open(workbookPart), limits.sheets);
  if (sheetCount > limits.sheets) throw new FileError('tooManySheets', { limit: limits.sheets, actual: sheetCount });
  const relationships = partRelationships(zip, workbookPart, open, limits);
  const optional = (type: string): XmlScanner | null => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target !== undefined && zip.has(target) ? open(target) : null;
  };
  const workbook = new WorkbookBuilder(fileName);
  workbook.calculate(calculation);
  workbook.keepSettings(readPaneSettings(zip, open));
  const budget = new Budget(limits);
  const context = {
    workbook,
    is1904,
    texts: readSharedTexts(optional('sharedStrings'), workbook, budget),
    styles: readStyles(optional('styles'), workbook, limits),
    budget,
  };
  const worksheets = worksheetParts(sheets, relationships, workbookPart, (name) => zip.has(name));
  for (const { name } of worksheets.lost) workbook.repair('sheet', name, '');
  if (worksheets.found.length === 0) throw worksheets.lost.length > 0 ? damaged(workbookPart, 'no sheet has a part') : new FileError('noWorksheets');
  for (const { sheet, part } of worksheets.found) workbook.add(readSheet(open(part), sheet.name, sheet.visibility, context));
  return workbook.finish();
}

/** The relationships of a part; none where it has no such list. */
export function partRelationships(zip: ZipPackage, part: string, open: (part: string) => XmlScanner, limits: FileLimits): Relationship[] {
  const name = relationshipsPart(part);
  return zip.has(name) ? readRelationships(open(name), part, limits.parts) : [];
}

/** The worksheets in the order of the snapshot, each with its part. Throws `FileError`. */
export function sheetParts(zip: ZipPackage, workbookPart: string, limits: FileLimits): { readonly sheet: SheetEntry; readonly part: string }[] {
  const open = (part: string): XmlScanner => new XmlScanner(toUtf8(zip.read(part), part), part, limits.xmlDepth);
  const { sheets } = readWorkbookPart(open(workbookPart), limits.sheets);
  return worksheetParts(sheets, partRelationships(zip, workbookPart, open, limits), workbookPart, (name) => zip.has(name)).found;
}

/** The worksheets with their parts, and those the package has none for: these may be left out, as the report says so. */
function worksheetParts(
  sheets: readonly SheetEntry[],
  relationships: readonly Relationship[],
  workbookPart: string,
  exists: (part: string) => boolean,
): { found: { sheet: SheetEntry; part: string }[]; lost: SheetEntry[] } {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const seen = new Set<string>();
  const found: { sheet: SheetEntry; part: string }[] = [];
  const lost: SheetEntry[] = [];
  for (const sheet of sheets) {
    const relationship = byId.get(sheet.relationshipId);
    if (relationship && relationship.type !== 'worksheet') continue;
    if (!relationship || !exists(relationship.target)) {
      lost.push(sheet);
      continue;
    }
    // Each part is read once, so the inflation budget holds whatever the list says.
    const part = relationship.target.toLowerCase();
    if (seen.has(part)) throw damaged(workbookPart, `two sheets share the part ${relationship.target}`);
    seen.add(part);
    found.push({ sheet, part: relationship.target });
  }
  return { found, lost };
}
