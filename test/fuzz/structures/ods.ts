import { ods } from '../../hostile/set/legacyFiles';
import type { Random } from '../../files/random';

const NUMBERS = ['0', '1', '-1', '2', '3', '31', '127', '128', '1000', '1024', '16384', '16385', '65536', '1048576', '1048577', '2147483648', '1e9', '1e308', '1.5', 'NaN', 'x', ''];
const WORDS = ['float', 'string', 'percentage', 'currency', 'date', 'time', 'boolean', 'void', 'long', 'short', 'N1', 'N2', 'N3', 'of:=A1', 'of:=[.A1:.XFD1048576]', 'PT99999999999H', '9999-99-99', 'collapse', '1900-01-01T00:00:00', '[$-x]'];

const STYLES = [
  '<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true" number:display-factor="1000"/></number:number-style>',
  '<number:percentage-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
  '<number:currency-style style:name="N3"><number:currency-symbol number:language="zh" number:country="CN">￥</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1"/></number:currency-style>',
  '<number:number-style style:name="N4"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2" number:exponent-interval="3"/></number:number-style>',
  '<number:number-style style:name="N5"><number:fraction number:min-integer-digits="1" number:min-numerator-digits="2" number:min-denominator-digits="2" number:max-denominator-value="99" number:denominator-value="16"/></number:number-style>',
  '<number:date-style style:name="N6"><number:year number:style="long"/><number:text>年</number:text><number:month number:textual="true"/><number:day number:style="long"/><number:hours/><number:minutes/><number:seconds number:decimal-places="3"/></number:date-style>',
  '<number:time-style style:name="N7" number:truncate-on-overflow="false"><number:hours number:style="long"/><number:am-pm/></number:time-style>',
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `<style:style style:name="C${n}" style:family="table-cell" style:data-style-name="N${n}"/>`),
  '<style:style style:name="ro" style:family="table-row"><style:table-row-properties style:row-height="1cm"/></style:style>',
];

const TABLE = [
  '<table:table-column table:number-columns-repeated="3" table:visibility="collapse" table:default-cell-style-name="C1"/>',
  '<table:table-header-rows><table:table-row table:style-name="ro" table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="2"><text:p>收入<text:s text:c="3"/>表<text:tab/><text:line-break/></text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row></table:table-header-rows>',
  '<table:table-row table:visibility="filter"><table:table-cell table:style-name="C1" office:value-type="float" office:value="1.25" table:number-columns-repeated="4"><text:p>1.25</text:p></table:table-cell></table:table-row>',
  '<table:table-row table:number-rows-repeated="3"><table:table-cell table:style-name="C3" office:value-type="currency" office:currency="CNY" office:value="12" table:formula="of:=[.A1]*2" table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="2"><office:annotation office:display="true"><dc:creator>x</dc:creator><text:p>注</text:p></office:annotation><text:p>12</text:p></table:table-cell></table:table-row>',
  '<table:table-row><table:table-cell table:style-name="C6" office:value-type="date" office:date-value="2024-01-02"/><table:table-cell table:style-name="C7" office:value-type="time" office:time-value="PT12H30M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:style-name="C5" office:value-type="float" office:value="0.5"/><table:table-cell table:style-name="C4" office:value-type="float" office:value="1e300"/><table:table-cell table:style-name="C2" office:value-type="percentage" office:value="0.1" office:formula="x"/></table:table-row>',
  '<table:table-row-group><table:table-row table:number-rows-repeated="100"><table:table-cell table:number-columns-repeated="20"/></table:table-row></table:table-row-group>',
];

/** An .ods whose attributes, repeats and nesting are changed. */
export function changedOds(random: Random): Uint8Array {
  return ods(changeXml(TABLE, random), changeXml(STYLES, random));
}

function changeXml(original: readonly string[], random: Random): string {
  const elements = original.map((element) => (random.chance(0.3) ? changeAttributes(element, random) : element));
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(elements.length);
    const element = elements[at];
    switch (random.below(4)) {
      case 0:
        elements[at] = repeated(element, random.pick([2, 50, 1_000]));
        break;
      case 1:
        elements.splice(at, 1, ...(random.chance(0.5) ? [] : [changeAttributes(element, random), element]));
        break;
      case 2:
        // Inside another, before its end.
        elements[at] = element.replace(/<\/[^<]*$/, (end) => random.pick(original) + end);
        break;
      default:
        elements[at] = changeChild(element, random);
    }
  }
  return elements.join('') || original[0];
}

function changeAttributes(xml: string, random: Random): string {
  return xml.replace(/="([^"]*)"/g, (whole, value: string) => {
    if (!random.chance(0.3)) return whole;
    return `="${random.pick(/^\d/.test(value) === random.chance(0.9) ? NUMBERS : WORDS)}"`;
  });
}

/** As often as wanted, or as fits into 2 MB. */
const repeated = (xml: string, times: number): string => xml.repeat(Math.max(1, Math.min(times, Math.floor(2_000_000 / (xml.length + 1)))));

/** One element inside is repeated, or left open. */
function changeChild(xml: string, random: Random): string {
  const children = xml.match(/<[\w:-]+ [^<>]*\/>|<text:[sp][^<>]*>/g) ?? [];
  if (children.length === 0) return xml;
  const child = random.pick(children);
  return xml.replace(child, () => (child.endsWith('/>') || random.chance(0.1) ? repeated(child, random.pick([2, 100, 2_000])) : child));
}
