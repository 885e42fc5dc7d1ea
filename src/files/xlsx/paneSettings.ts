import { FileError } from '../errors';
import { nameKey, XmlToken, type XmlScanner } from '../xml';
import type { ZipPackage } from '../zip';

/** Excel keeps the settings of add-ins in parts like this. */
const PART = /(?:^|\/)webextensions\/[^/]+\.xml$/i;
/** More such parts than a workbook has add-ins are not looked at, and no more of a setting than our pane writes (stateSizeLimit), escaped twice. */
const MOST_PARTS = 20;
const LONGEST = 1_000_000;

const PROPERTY = nameKey('property');
const NAME = nameKey('name');
const VALUE = nameKey('value');
const OURS = 'gouji';

/** What our pane has kept in the file, as it stands there; null where there is nothing of ours. A part that cannot be read says nothing. */
export function readPaneSettings(zip: ZipPackage, open: (part: string) => XmlScanner): string | null {
  for (const part of zip.names().filter((name) => PART.test(name)).slice(0, MOST_PARTS)) {
    try {
      const state = stateIn(open(part));
      if (state !== null) return state;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }
  return null;
}

function stateIn(xml: XmlScanner): string | null {
  for (let token = xml.next(); token !== XmlToken.end; token = xml.next()) {
    if (token !== XmlToken.open || xml.key !== PROPERTY) continue;
    let name = '';
    let value = '';
    while (xml.nextAttribute()) {
      if (xml.attribute === NAME) name = xml.value();
      else if (xml.attribute === VALUE) value = xml.value();
    }
    if (name === OURS && value.length <= LONGEST) return stateOf(value);
  }
  return null;
}

/** The pane's text in the value of a setting: in JSON, once or twice. */
function stateOf(value: string): string | null {
  try {
    let setting: unknown = JSON.parse(value);
    if (typeof setting === 'string') setting = JSON.parse(setting);
    return typeof setting === 'object' && setting !== null && 'state' in setting && typeof setting.state === 'string' ? setting.state : null;
  } catch {
    return null;
  }
}
