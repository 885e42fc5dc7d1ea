import type { NarrativeContext } from '../findings';
import type { Span } from '../model';

const STAFF = /(人员编制|编制|实有人员|实有)(?:总数|共|人数)?(\d+)(?:人|名)?[,:]?其中[:]?([^。;]*)/g;
const PART = /(行政|事业|工勤|参公|其他|离退休|退休)[^\d,、。;]{0,12}?(\d+)(?:人|名)?/g;
const VEHICLES = /车辆(\d+)[辆台][,，]?其中[:：,]?([^。]*?)(?:[;。]|单价|单位价值|$)/g;
const VEHICLE_PART = /[^\d,、;]{2,20}?(\d+)[辆台]/g;
const UNITS_BELOW = /下属(\d+)个单位/g;

/** N6: staff and vehicles are the sums of their parts; the number of units below is one number. */
export function checkPeople(context: NarrativeContext): void {
  for (const passage of context.read.passages) {
    if (context.read.structure.isHeading[passage.index]) continue;
    for (const match of passage.text.matchAll(STAFF)) staff(match, passage.index, context);
    for (const match of passage.text.matchAll(VEHICLES)) {
      const parts = [...match[2].matchAll(VEHICLE_PART)].map((m) => Number(m[1]));
      compare('车辆', Number(match[1]), parts, { passage: passage.index, start: match.index, end: match.index + match[0].search(/[,，]?其中/) }, 'error', context);
    }
  }
  unitsBelow(context);
}

function staff(match: RegExpMatchArray, passage: number, context: NarrativeContext): void {
  // “行政编制20名(含工勤编制2名)”: within the part before it.
  const list = match[3].replace(/\((?:含|其中|包括)[^()]*\)/g, '').split(/实有|单位管理|$/)[0];
  const parts = [...list.matchAll(PART)];
  const span: Span = { passage, start: match.index ?? 0, end: (match.index ?? 0) + match[0].search(/[,:]?其中/) };
  const inService = parts.filter((p) => !p[1].includes('退休'));
  const sum = inService.reduce((n, p) => n + Number(p[2]), 0);
  const total = Number(match[2]);
  const all = parts.reduce((n, p) => n + Number(p[2]), 0);
  const isRetireeCounted = match[1].startsWith('实有') && inService.length < parts.length && all === total && sum !== total;
  if (isRetireeCounted) {
    context.add({
      rule: 'N6', severity: 'error', span, right: `${context.textOf(span).replace(/\d+/, String(sum))}`, facts: [],
      message: { zh: `实有人员 ${total} 把离退休人员也算进去了，在职的是 ${sum}`, en: `The ${total} staff in service include retirees; in service are ${sum}` },
    });
    return;
  }
  compare(match[1], total, inService.map((p) => Number(p[2])), span, 'error', context);
}

function compare(name: string, total: number, parts: readonly number[], span: Span, severity: 'error' | 'warning', context: NarrativeContext): void {
  if (parts.length === 0) return;
  const sum = parts.reduce((n, p) => n + p, 0);
  if (sum === total) {
    proveCounts(span, context);
    return;
  }
  const first = context.textOf(span).search(/\d/);
  context.add({
    rule: 'N6', severity, span: { ...span, start: span.start + Math.max(0, first - name.length) }, right: null, facts: [], left: String(total), difference: String(total - sum),
    message: { zh: `${name} ${total}，各部分（${parts.join(' + ')}）之和是 ${sum}`, en: `${name}: ${total}, its parts (${parts.join(' + ')}) add up to ${sum}` },
  });
}

/** The counts of the passage that this sum covers. */
function proveCounts(span: Span, context: NarrativeContext): void {
  context.read.ledger.forEach((entry, number) => {
    if (entry.kind === 'count' && entry.span.passage === span.passage) context.prove(number, ['各部分之和']);
  });
}

function unitsBelow(context: NarrativeContext): void {
  const found = context.read.passages.flatMap((p) => [...p.text.matchAll(UNITS_BELOW)].map((m) => ({ n: m[1], span: { passage: p.index, start: m.index, end: m.index + m[0].length } })));
  const counts = new Map<string, number>();
  for (const { n } of found) counts.set(n, (counts.get(n) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (usual === undefined || counts.size < 2 || usual[1] < 2) return;
  for (const { n, span } of found) {
    if (n === usual[0]) continue;
    context.add({
      rule: 'N8', severity: 'warning', span, right: context.textOf(span).replace(n, usual[0]), facts: [],
      message: { zh: `这里写下属 ${n} 个单位，别处（${usual[1]} 处）写 ${usual[0]} 个`, en: `${n} units below here, ${usual[0]} elsewhere (${usual[1]}×)` },
    });
  }
}
