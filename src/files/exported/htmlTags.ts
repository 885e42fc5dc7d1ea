/** A tag of an HTML page, or a comment (`name` is "" then). */
export interface HtmlTag {
  /** Bounds in the page, brackets included. */
  readonly from: number;
  readonly to: number;
  /** In small letters. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: string;
}

const NAME = /(\/?)([a-z][a-z0-9]*)/iy;
const STOP = /["'>]/g;

/** The tags of a page in one pass; what begins like a tag and never ends is text to the end of the page. */
export function* htmlTags(page: string): Generator<HtmlTag> {
  for (let from = page.indexOf('<'); from >= 0; ) {
    let to = from + 1;
    if (page.startsWith('<!', from)) {
      const end = page.startsWith('<!--', from) ? '-->' : '>';
      const at = page.indexOf(end, from + 2);
      to = at < 0 ? page.length : at + end.length;
      yield { from, to, name: '', isClosing: false, attributes: '' };
    } else {
      NAME.lastIndex = from + 1;
      const [whole, slash, name] = NAME.exec(page) ?? ['', '', ''];
      if (whole !== '') {
        const start = from + 1 + whole.length;
        const end = endOfTag(page, start);
        if (end < 0) return;
        to = end + 1;
        yield { from, to, name: name.toLowerCase(), isClosing: slash !== '', attributes: page.slice(start, end) };
      }
    }
    from = page.indexOf('<', to);
  }
}

/** Where the ">" of a tag stands, not one within quotes; -1 where there is none. */
function endOfTag(page: string, start: number): number {
  for (let at = start; ; ) {
    STOP.lastIndex = at;
    const stop = STOP.exec(page);
    if (!stop) return -1;
    if (stop[0] === '>') return stop.index;
    at = page.indexOf(stop[0], stop.index + 1) + 1;
    if (at === 0) return -1;
  }
}
