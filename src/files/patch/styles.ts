import { insertion } from './edits';
import { attributeOf, outline, type Element } from './outline';
import type { PackageEditor } from './packageEditor';
import { append, placeFor } from './places';
import { mainNamespace } from './relate';

const LISTS = ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type StyleList = (typeof LISTS)[number];

/** What Excel asks of a workbook that has styles at all. */
const MINIMUM =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** New entries for the lists of styles, behind those that are there, so that no index in use changes its meaning. */
export class StyleAdder {
  private readonly part: string;
  private readonly isNew: boolean;
  private readonly root: Element;
  private readonly bytes: Uint8Array;
  private readonly fresh = new Map<StyleList, string[]>();

  constructor(private readonly editor: PackageEditor, newPart: string) {
    const found = editor.related(editor.workbookPart, 'styles');
    this.isNew = found === null;
    this.part = found ?? newPart;
    if (found === null) {
      editor.add(newPart, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${mainNamespace(editor.isStrict)}">${MINIMUM}</styleSheet>`);
    }
    this.bytes = editor.text(this.part);
    this.root = outline(this.bytes, this.part, [...LISTS]);
  }

  /** Enters an element, given without prefix ("<dxf>…"), and answers its index. */
  add(list: StyleList, xml: string): number {
    const texts = this.fresh.get(list) ?? [];
    this.fresh.set(list, texts);
    const text = this.root.prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${this.root.prefix}`);
    const known = texts.indexOf(text);
    return (this.list(list)?.children.length ?? 0) + (known >= 0 ? known : texts.push(text) - 1);
  }

  /** Makes the edits; answers the part where it is new, to be related and declared. */
  finish(): string | null {
    for (const list of LISTS) {
      const texts = this.fresh.get(list);
      if (!texts) continue;
      const element = this.list(list);
      if (element) {
        const count = attributeOf(this.bytes, element, 'count');
        const number = String(element.children.length + texts.length);
        if (count) this.editor.edit(this.part, { at: count.from, remove: count.to - count.from, text: number });
        this.editor.edit(this.part, ...append(element, texts.join('')));
      } else {
        const { prefix } = this.root;
        this.editor.edit(this.part, insertion(placeFor(this.root, 'styleSheet', list), `<${prefix}${list} count="${texts.length}">${texts.join('')}</${prefix}${list}>`));
      }
    }
    return this.isNew ? this.part : null;
  }

  private list(name: StyleList): Element | undefined {
    return this.root.children.find((child) => child.name === name);
  }
}
