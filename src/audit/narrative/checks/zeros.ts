import { factKey, type Fact } from '../facts';
import type { NarrativeContext } from '../findings';
import { without, type Binding, type Dimension } from '../model';

const NARROWING: readonly Dimension[] = ['fund', 'nature', 'source'];
const MAIN_NATURES = ['基本支出', '项目支出'];

/** The cells that leave nothing for what a 0 of the text is of: the wider figure is 0, or the other parts make up the whole. */
export function factsThatLeaveNothing({ concepts, classification, code }: Binding, { facts }: NarrativeContext): readonly Fact[] {
  for (const dimension of NARROWING) {
    if (concepts[dimension] === undefined) continue;
    const wider = facts.find(factKey(without(concepts, dimension), classification, code), 'current');
    if (wider.length > 0 && wider.every((f) => f.fen === 0 && !f.isWeak)) return wider.slice(0, 1);
  }
  const { nature } = concepts;
  if (nature === undefined || MAIN_NATURES.includes(nature) || code !== '') return [];
  const wholes = facts.find(factKey({ ...without(concepts, 'nature'), side: '支出' }, null, ''), 'current');
  const parts = MAIN_NATURES.map((main) => facts.find(factKey({ ...concepts, nature: main }, null, ''), 'current'));
  for (const whole of wholes) {
    const [basic, project] = parts.map((list) => list.find((f) => f.table === whole.table));
    if (basic !== undefined && project !== undefined && basic.fen + project.fen === whole.fen) return [whole, basic, project];
  }
  return [];
}
