import type { WorkbookBuilder } from '../../audit/workbook';
import type { Budget } from '../budget';
import { FileError } from '../errors';
import { nameKey, XmlToken, type XmlScanner } from '../xml';
import { readRichText } from './richText';

/** The texts of `sharedStrings.xml`; each enters the snapshot when a cell first uses it. */
export interface SharedTexts {
  readonly count: number;
  /** Index in the snapshot of shared text i; -1 where it is empty. */
  indexOf(i: number): number;
}

const SI = nameKey('si');
const UNKNOWN = -2;

/** null stands for a workbook without shared texts. Throws `tooManyTexts`, `textTooLong`, `textsTooLong`. */
export function readSharedTexts(xml: XmlScanner | null, workbook: WorkbookBuilder, budget: Budget): SharedTexts {
  const limit = budget.limits.sharedTexts;
  const texts: string[] = [];
  if (xml) {
    for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
      if (token !== XmlToken.open || xml.depth !== 2) continue;
      if (xml.key !== SI) {
        xml.skip();
        continue;
      }
      const text = readRichText(xml);
      budget.text(text.length, xml.part);
      if (texts.push(text) > limit) throw new FileError('tooManyTexts', { limit });
    }
  }
  const indices = new Int32Array(texts.length).fill(UNKNOWN);
  return {
    count: texts.length,
    indexOf(i) {
      if (indices[i] === UNKNOWN) indices[i] = texts[i] === '' ? -1 : workbook.string(texts[i]);
      return indices[i];
    },
  };
}
