/** A text of the product in both of its languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
