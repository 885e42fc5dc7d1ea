/** How a table is known by its title: `all` must stand in it, `none` must not; regular expressions over normalised text. */
export interface TitleWords {
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** Compiles a table's title once; the answer says whether a title's core is this table's. */
export function titleTest(title: TitleWords): (core: string) => boolean {
  let test = TESTS.get(title);
  if (!test) {
    const wanted = title.all.map((part) => new RegExp(part));
    const unwanted = title.none.map((part) => new RegExp(part));
    TESTS.set(title, (test = (core) => wanted.every((part) => part.test(core)) && !unwanted.some((part) => part.test(core))));
  }
  return test;
}

const TESTS = new WeakMap<TitleWords, (core: string) => boolean>();
