/** The two languages of the product; Chinese is the source. */
export type Language = 'zh' | 'en';

/** A text, or a function that makes one, in both languages side by side. */
export interface Said<T> {
  readonly zh: T;
  readonly en: T;
}

export function say<T>(zh: T, en: NoInfer<T>): Said<T> {
  return { zh, en };
}

/** A catalogue in one language. */
export type Spoken<C> = { readonly [K in keyof C]: C[K] extends Said<infer T> ? T : never };

export function speak<C extends Readonly<Record<string, Said<unknown>>>>(catalogue: C, language: Language): Spoken<C> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, said]) => [key, said[language]])) as Spoken<C>;
}

/** "zh-CN", "zh-Hant-TW" → zh; everything else → en. */
export function languageOf(locale: string | undefined): Language {
  return locale === undefined || /^zh\b/i.test(locale) ? 'zh' : 'en';
}
