import { isRefusedAsAWhole, isTooLarge } from '../errors';
import type { OfficeApi } from '../officeApi';
import type { SheetName } from '../sheets';
import { askAround, askMarked, type SeenSheet } from './ourMarks';
import type { PlacedMarks } from './placed';

/** How long a look is good, in ms: time enough to re-check an edit and to let the hands rest, too short to arrange rules of one's own. */
const GOOD_FOR = 5_000;

/** What shall be seen beside another request: all sheets there are, or only our marks on the sheets that were looked at before. */
type Reach = readonly SheetName[] | 'marked';

/**
 * Looks at our marks beside requests that are made for something else, shortly before marks are written: the fingerprint, an edit, a figure taken
 * over. Marking then takes one round trip. A look serves one marking.
 */
export class LookAhead {
  private seen: readonly SeenSheet[] | null = null;
  private goodUntil = -Infinity;
  /** Excel refused our questions: they are not asked again before marks are placed anew. */
  private isRefused = false;

  constructor(
    private readonly placed: PlacedMarks,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Sends what `queue` asks with our questions behind it, and without them where Excel refuses both together. Answers what `queue` answered. */
  async sync<T>(context: Excel.RequestContext, api: OfficeApi, reach: Reach, queue: () => T): Promise<T> {
    const asked = queue();
    const answer = this.ask(context, api, reach);
    try {
      await context.sync();
      if (answer !== null) this.saw(answer());
      return asked;
    } catch (error) {
      if (answer === null || isRefusedAsAWhole(error) || isTooLarge(error)) throw error;
      this.forget();
      this.isRefused = true;
      const again = queue();
      await context.sync();
      return again;
    }
  }

  /** What was seen a moment ago, once; null where that is not known, or too long ago. */
  take(): readonly SeenSheet[] | null {
    const seen = this.now() < this.goodUntil ? this.seen : null;
    this.goodUntil = -Infinity;
    return seen;
  }

  /** What stands after marks were placed; null where that is not known. It has to be seen once more before it serves. */
  stands(seen: readonly SeenSheet[] | null): void {
    this.seen = seen;
    this.goodUntil = -Infinity;
    this.isRefused = false;
  }

  forget(): void {
    this.stands(null);
  }

  private ask(context: Excel.RequestContext, api: OfficeApi, reach: Reach): (() => readonly SeenSheet[] | null) | null {
    if (this.isRefused) return null;
    if (reach === 'marked') return this.seen && askMarked(context, this.seen, this.placed);
    return askAround(context, api, reach, this.placed);
  }

  private saw(seen: readonly SeenSheet[] | null): void {
    this.seen = seen;
    this.goodUntil = seen === null ? -Infinity : this.now() + GOOD_FOR;
  }
}
