import { Random } from '../generate';

/** One figure of a document, in 分, whole 0.01 万元. `plan`: 年初预算 or 全年预算 of final accounts. */
export interface Figure {
  readonly now: number;
  readonly before: number;
  readonly plan: number;
}

/** A row of a list: its figure and the words that stand for it ({类}, {code} …). */
export interface Row {
  readonly figure: Figure;
  readonly words: Readonly<Record<string, string>>;
}

/** What a template is filled with. */
export interface Account {
  readonly words: Readonly<Record<string, string>>;
  figure(name: string): Figure;
  rows(list: string): readonly Row[];
}

export type MarkKind = 'amount' | 'change' | 'direction' | 'percent' | 'share' | 'done' | 'code' | 'name' | 'item' | 'opening';

/** Where something that may be mistaken stands in the written text. */
export interface Mark {
  readonly kind: MarkKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The figure's name; "" for rows. */
  readonly of: string;
  readonly figure: Figure;
}

export interface Document {
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
}

const NONE: Figure = { now: 0, before: 0, plan: 0 };

/**
 * A whole disclosure of a place as text with figures left open:
 * {三公} an amount, {三公/支出} its share, {三公.plan} its budget, {三公~比上年增加<D>万元，增长<P>%|…减少…|…持平|…上年为0} how it
 * changed, {三公=决算数大于…|小于…|等于…|预算为0} against its budget (<D> <P> <C> <A> <B>), {year} a word.
 * "*项 …" repeats the line for each row of a list, [类|；|…] the words between the signs; "?三公 …" and "!三公 …" stand where
 * there is money or none. "~1 a|b|c|d" in the head names words for {三公~1}, several lines of a name are chosen among by the seed.
 */
export function write(template: string, account: Account, seed: string): Document {
  return new Writer(template, account, new Random(seed)).document();
}

class Writer {
  private readonly marks: Mark[] = [];
  private readonly named = new Map<string, string>();
  private readonly body: readonly string[];
  private readonly decimals: number;
  private readonly isShort: boolean;
  private readonly hasSeparators: boolean;
  private line = 0;
  private text = '';

  constructor(
    template: string,
    private readonly account: Account,
    random: Random,
  ) {
    const [head, body] = template.split('\n---\n');
    const lines = head.split('\n');
    const choices = new Map<string, string[]>();
    for (const text of lines) {
      const match = /^([~=]\d+) (.*)$/.exec(text);
      if (match !== null) choices.set(match[1], [...(choices.get(match[1]) ?? []), match[2]]);
    }
    for (const [name, list] of choices) this.named.set(name, random.pick(list));
    const option = (name: string): string => lines.find((l) => l.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
    this.decimals = Number(option('decimals') || 2);
    this.isShort = option('short') === 'yes';
    this.hasSeparators = option('separators') === 'yes' || (option('separators') === 'some' && random.chance(0.5));
    this.body = body.trimEnd().split('\n');
  }

  document(): Document {
    const lines: string[] = [];
    for (const raw of this.body) {
      const wanted = /^([?!])(\S+) (.*)$/.exec(raw);
      if (wanted !== null && (this.account.figure(wanted[2]).now !== 0) !== (wanted[1] === '?')) continue;
      const plain = wanted === null ? raw : wanted[3];
      const repeated = /^\*(\S+) (.*)$/.exec(plain);
      if (repeated === null) lines.push(this.write(plain, null));
      else {
        const rows = this.account.rows(repeated[1]);
        rows.forEach((row, i) => lines.push(this.write(repeated[2].replace(/<end>/g, i === rows.length - 1 ? '。' : '；'), { ...row, words: { ...row.words, n: String(i + 1) } }, repeated[1])));
      }
    }
    return { lines, marks: this.marks };
  }

  private write(template: string, row: Row | null, list = ''): string {
    this.text = '';
    this.fill(template, row);
    if (row !== null) this.mark('item', 0, row.figure, list);
    this.line++;
    return this.text;
  }

  private fill(template: string, row: Row | null): void {
    let at = 0;
    for (const match of template.matchAll(/\{([^{}]+)\}|\[(\S+?)\|([^|]*)\|([^\]]*)\]/g)) {
      this.text += template.slice(at, match.index);
      at = match.index + match[0].length;
      if (match[1] !== undefined) this.put(match[1], row);
      else
        this.account.rows(match[2]).forEach((one, i) => {
          if (i > 0) this.text += match[3];
          const start = this.text.length;
          this.fill(match[4], one);
          this.mark('item', start, one.figure, match[2]);
        });
    }
    this.text += template.slice(at);
  }

  private put(name: string, row: Row | null): void {
    const word = row?.words[name] ?? this.account.words[name];
    const start = this.text.length;
    if (word !== undefined) {
      this.text += word;
      if (row !== null && (name === 'code' || name === '项')) this.mark(name === 'code' ? 'code' : 'name', start, row.figure, '');
      return;
    }
    const [, of, sign = '', rest = ''] = /^([^~=/]+)(?:([~=/])(.*))?$/.exec(name) ?? [];
    const figure = this.figure(of, row);
    if (sign === '') {
      const isPlan = of.endsWith('.plan');
      this.text += this.money(isPlan ? figure.plan : figure.now);
      this.mark('amount', start, figure, of);
    } else if (sign === '/') {
      const whole = this.figure(rest, row);
      const total = rest.endsWith('.plan') ? whole.plan : whole.now;
      this.text += total === 0 ? '0' : this.percent(figure.now, total);
      this.mark(rest.endsWith('.plan') ? 'done' : 'share', start, { ...figure, before: total }, of);
    } else this.compare(figure, sign === '~' ? figure.before : figure.plan, this.named.get(sign + rest) ?? rest, of);
  }

  private compare(figure: Figure, other: number, words: string, of: string): void {
    const choices = words.split('|');
    const d = figure.now - other;
    const chosen = (d === 0 ? choices[2] : other === 0 ? (choices[3] ?? choices[0]) : d > 0 ? choices[0] : choices[1]).replace(/\{(\w+)\}/g, (_, word: string) => this.account.words[word] ?? word);
    let at = 0;
    let isFirst = true;
    for (const match of chosen.matchAll(/<([DPCAB])>|增加|减少|增长|下降|上升|降低/g)) {
      this.text += chosen.slice(at, match.index);
      at = match.index + match[0].length;
      const start = this.text.length;
      const [, sign] = match;
      if (sign === undefined) {
        this.text += match[0];
        if (isFirst && d !== 0 && other !== 0) this.mark('direction', start, figure, of);
        isFirst = false;
      } else if (sign === 'D') {
        this.text += this.money(Math.abs(d));
        this.mark('change', start, { ...figure, before: other }, of);
      } else if (sign === 'A' || sign === 'B') this.text += this.money(other);
      else {
        this.text += other === 0 ? '0' : this.percent(sign === 'P' ? Math.abs(d) : figure.now, other);
        this.mark(sign === 'P' ? 'percent' : 'done', start, { ...figure, before: other }, of);
      }
    }
    this.text += chosen.slice(at);
  }

  private figure(name: string, row: Row | null): Figure {
    const plain = name.replace(/\.plan$/, '');
    return plain === '额' ? (row?.figure ?? NONE) : this.account.figure(plain);
  }

  private mark(kind: MarkKind, start: number, figure: Figure, of: string): void {
    this.marks.push({ kind, line: this.line, start, end: this.text.length, of, figure });
  }

  private money(fen: number): string {
    const text = this.isShort ? String(Number((fen / 1e6).toFixed(2))) : (fen / 1e6).toFixed(2);
    return this.hasSeparators ? text.replace(/^\d+/, (w) => w.replace(/\B(?=(\d{3})+(?!\d))/g, ',')) : text;
  }

  private percent(part: number, whole: number): string {
    const text = ((part / whole) * 100).toFixed(this.decimals);
    return this.isShort ? String(Number(text)) : text;
  }
}
