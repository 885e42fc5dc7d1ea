import { describe, expect, it } from 'vitest';
import { Random } from '../generate';
import { MISTAKES } from './mistakes';
import { foundAt, placeDocument, serious, TEMPLATES, type PlaceDocument } from './ofPlaces';

/** The first document of a place from a seed on. */
function firstFrom(template: string, seed: number): PlaceDocument {
  return placeDocument(template, seed) ?? firstFrom(template, seed + 1);
}

describe.each(TEMPLATES)('a disclosure as %s writes it', (template) => {
  const at = TEMPLATES.indexOf(template);
  const document = firstFrom(template, at);

  it('is right, and nothing of it is called an error', () => {
    expect(serious(document.clean).map((d) => `${d.place.quote}: ${d.message.zh}`)).toEqual([]);
    const money = document.clean.ledger.filter((e) => e.kind !== 'count');
    expect(money.filter((e) => e.status === 'unchecked').length).toBeLessThan(money.length / 5);
  });

  it('with one mistake has it found at the phrase', () => {
    const random = new Random(`one of ${template}`);
    // A third of the kinds each; npm run narrative -- --places tries them all.
    const kinds = Object.entries(MISTAKES).filter(([name], i) => i % 3 === at % 3 && name !== 'stale');
    const made = kinds.flatMap(([name, make]) => [make(document, random, document.isProved)].flatMap((m) => (m === null ? [] : [{ name, ...m }])));
    expect(made.filter((m) => foundAt(m, document.audit(m.lines)).length === 0).map((m) => `${m.name} ${m.lines[m.line].slice(m.start, m.end)}: ${m.lines[m.line]}`)).toEqual([]);
    expect(made.length).toBeGreaterThan(1);
  });
});
