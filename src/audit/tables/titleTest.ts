/** How a table is known by its title: `all` must stand in it, `none` must not; regular expressions over normalised text. */
export interface TitleWords {
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** Compiles a table's title once; the answer says whether a title's core is this table's. */
export function titleTest({ all, none }: TitleWords): (core: string) => boolean {
  const wanted = all.map((part) => new RegExp(part));
  const unwanted = none.map((part) => new RegExp(part));
  return (core) => wanted.every((part) => part.test(core)) && !unwanted.some((part) => part.test(core));
}
