import { AUTOMATIC, type Calculation, type Visibility } from '../../audit/workbook';
import { decodeEscapes, nameKey, XmlToken, type XmlScanner } from '../xml';

/** What `workbook.xml` says. */
export interface WorkbookPart {
  /** Days count from 1904 instead of 1900; concerns ISO dates only, serial numbers stay as stored. */
  readonly is1904: boolean;
  readonly calculation: Calculation;
  /** At most as many as asked for. */
  readonly sheets: readonly SheetEntry[];
  /** How many there are. */
  readonly sheetCount: number;
}

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationshipId: string;
}

const WORKBOOK_PR = nameKey('workbookPr');
const DATE_1904 = nameKey('date1904');
const CALC_PR = nameKey('calcPr');
const CALC_MODE = nameKey('calcMode');
const FULL_CALC_ON_LOAD = nameKey('fullCalcOnLoad');
const FULL_PRECISION = nameKey('fullPrecision');
const SHEETS = nameKey('sheets');
const SHEET = nameKey('sheet');
const NAME = nameKey('name');
const STATE = nameKey('state');
const ID = nameKey('id');

export function readWorkbookPart(xml: XmlScanner, maxSheets: number): WorkbookPart {
  let is1904 = false;
  let calculation = AUTOMATIC;
  let sheetCount = 0;
  const sheets: SheetEntry[] = [];
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open || xml.depth < 2) continue;
    if (xml.depth === 2 && xml.key === WORKBOOK_PR) {
      while (xml.nextAttribute()) if (xml.attribute === DATE_1904) is1904 = isTrue(xml.value());
    } else if (xml.depth === 2 && xml.key === CALC_PR) calculation = readCalculation(xml);
    else if (xml.depth === 2 && xml.key === SHEETS) continue;
    else if (xml.depth === 3 && xml.key === SHEET) {
      if (++sheetCount <= maxSheets) sheets.push(readSheetEntry(xml));
    } else xml.skip();
  }
  return { is1904, calculation, sheets, sheetCount };
}

/** "1", "true" and "on" (ST_OnOff of strict and transitional files). */
export function isTrue(value: string): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function readCalculation(xml: XmlScanner): Calculation {
  let { isManual, isDueOnOpening, usesDisplayed } = AUTOMATIC;
  while (xml.nextAttribute()) {
    if (xml.attribute === CALC_MODE) isManual = xml.value() === 'manual';
    else if (xml.attribute === FULL_CALC_ON_LOAD) isDueOnOpening = isTrue(xml.value());
    else if (xml.attribute === FULL_PRECISION) usesDisplayed = !isTrue(xml.value());
  }
  return { isManual, isDueOnOpening, usesDisplayed };
}

function readSheetEntry(xml: XmlScanner): SheetEntry {
  let name = '';
  let visibility: Visibility = 'visible';
  let relationshipId = '';
  while (xml.nextAttribute()) {
    const value = xml.value();
    if (xml.attribute === ID && xml.isPrefixed) relationshipId = value;
    else if (xml.attribute === NAME) name = decodeEscapes(value);
    else if (xml.attribute === STATE && (value === 'hidden' || value === 'veryHidden')) visibility = value;
  }
  return { name, visibility, relationshipId };
}
