import { MAIN_NAMESPACE, XML_HEAD } from './package';
import { spaceAttribute, xmlText } from './xmlText';

/** The texts of a workbook, each once, in the order of their first use. `xml` only after all were asked for. */
export class SharedTexts {
  private readonly indices = new Map<string, number>();

  indexOf(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    this.indices.set(text, this.indices.size);
    return this.indices.size - 1;
  }

  xml(): string {
    const items = [...this.indices.keys()].map((text) => `<si><t${spaceAttribute(text)}>${xmlText(text)}</t></si>`);
    return `${XML_HEAD}<sst xmlns="${MAIN_NAMESPACE}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}
