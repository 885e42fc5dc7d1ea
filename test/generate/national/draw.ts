import { Random } from '../random';
import { drawLedger } from './drawLedger';
import type { Place } from './place';
import { PLACES } from './places';
import { drawStyle, type Style } from './style';
import { writeBook, type NationalBook } from './book';

export interface NationalOptions {
  readonly seed: number | string;
  /** A place's id, "mixed" (titles of one, words of another, forms of a third …), or by chance. */
  readonly place?: string;
  /** Nothing untidy: merged headers, numbers as numbers, no notes or page breaks. */
  readonly tidy?: boolean;
}

const TIDY: Partial<Style> = { merges: 'merged', numbers: 'number', rowNumbers: false, spaced: false, noteLines: 0, pageBreaks: false, stacked: false, oneLineHead: false, leadingBlank: false, numericCodes: false, roundedSums: false, lineNumbers: false, gaps: false };

/** A 部门/单位预算 workbook in some place's words, consistent to the 分, with the truth about its cells. */
export function generateNational(options: NationalOptions): NationalBook {
  const random = new Random(`national ${options.seed}`);
  const place = choosePlace(options.place, random);
  const style: Style = { ...drawStyle(random), ...(options.tidy ? TIDY : {}) };
  const { forms, words, furniture } = place;
  const folded = forms.income === 'folded';
  // Money that the chosen forms have no line for is not drawn.
  const fiscalCarry = forms.fiscalSummary !== 'plain' && (folded || words.carried !== '');
  const functionsOfIncome = forms.incomeRows === 'functions';
  const hasProjects = place.tables.some(([c]) => c === 'capital');
  const level = random.chance(0.4) ? 'unit' : 'department';
  const ledger = drawLedger({
    seed: String(options.seed),
    year: random.int(2020, 2026),
    level,
    units: level === 'unit' ? 1 : random.int(1, 5),
    otherMoney: random.chance(0.6),
    // Where 经营, 上缴 and 补助 stand under 其中 they would be parts of 基本 and 项目.
    transfers: forms.income !== 'below' && forms.expenditureColumns !== 'three' && forms.expenditureColumns !== 'of which',
    fund: random.chance(0.35),
    capital: hasProjects && random.chance(0.15),
    carry: fiscalCarry ? random.pick(['none', 'fiscal', 'all'] as const) : 'none',
    kept: !folded && !functionsOfIncome && words.kept !== '' && forms.fiscalSummary !== 'plain' && random.chance(0.1),
    reserve: !folded && words.sources.reserve !== '' && random.chance(0.3),
    details: forms.economic === 'details',
    mixedNature: forms.economic !== 'panels' && random.chance(0.2),
    step: furniture.unit === 'wan2' && !style.roundedSums ? 10_000 : 1,
  });
  return writeBook(ledger, place, style, random);
}

function choosePlace(id: string | undefined, random: Random): Place {
  const known = PLACES.find((p) => p.id === id);
  if (known) return known;
  if (id !== undefined && id !== 'mixed') throw new Error(`unknown place ${id}; known: ${PLACES.map((p) => p.id).join(', ')}, mixed`);
  return id === 'mixed' || random.chance(0.5) ? mixed(random) : random.pick(PLACES);
}

/** Every choice from another place: what a province that nobody has seen might print. */
function mixed(random: Random): Place {
  const any = (): Place => random.pick(PLACES);
  const mix = <T extends object>(part: (p: Place) => T, groups: readonly (readonly (keyof T)[])[]): T => {
    const result = { ...part(any()) };
    for (const group of groups) {
      const from = part(any());
      for (const key of group) result[key] = from[key];
    }
    return result;
  };
  const furniture = mix((p) => p.furniture, [['number', 'numberAt'], ['title'], ['nameLabel'], ['unitLine'], ['unit'], ['index'], ['totalAt'], ['totalWord'], ['zero'], ['emptyNote']]);
  const words = mix((p) => p.words, [['sources'], ['fiscalLines'], ['fiscal'], ['currentIncome', 'currentExpense', 'incomeTotal', 'expenseTotal'], ['carried', 'kept'], ['personnel', 'publicMoney'], ['sum'], ['amount'], ['item'], ['abroad', 'cars', 'purchase', 'running', 'reception'], ['code', 'codeGroup'], ['economicGroup']]);
  const forms = mix((p) => p.forms, [
    ['income'], ['functions'], ['spending', 'summaryColumns'], ['unitColumns'], ['functionRows'], ['incomeRows'], ['incomeColumns'], ['expenditureRows', 'expenditureColumns'], ['fiscalSummary'], ['generalColumns'], ['carriedInFunds'], ['economic'], ['economicColumns'], ['threePublic'], ['functionCodes'], ['economicCodes'], ['subOutline'],
  ]);
  const { tables } = any();
  return reconcile({ id: 'mixed', tables, furniture: furniture.numberAt === 'title' || furniture.number !== '' ? furniture : { ...furniture, numberAt: 'none' }, words, forms });
}

/** Choices that exclude each other, settled. */
function reconcile(place: Place): Place {
  const { forms, words } = place;
  const carriedInFunds = forms.carriedInFunds || forms.income === 'folded';
  const incomeColumns = forms.income === 'folded' && forms.incomeColumns === 'years' ? 'flat' : forms.incomeColumns;
  const named = forms.functionCodes === 'name' ? { codeGroup: '功能分类科目名称' } : words.codeGroup === '功能分类科目名称' ? { codeGroup: null } : {};
  const economic = forms.economicCodes === 'name' ? { economicGroup: '经济分类科目名称' } : words.economicGroup === '经济分类科目名称' ? { economicGroup: '经济分类科目' } : {};
  return { ...place, forms: { ...forms, carriedInFunds, incomeColumns }, words: { ...words, ...named, ...economic } };
}
