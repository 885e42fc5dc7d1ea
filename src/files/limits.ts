/** How large a file may be before it is refused. Every bound is checked before the memory it guards is spent. */
export interface FileLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** The same for .xls, .xlsb and .ods, whose reader builds an object a cell. */
  readonly legacyBytes: number;
  /** Entries of the zip directory. */
  readonly parts: number;
  /** Bytes of all parts together once inflated: what the directory declares, and what really comes out. */
  readonly inflatedBytes: number;
  readonly sheets: number;
  /** Non-empty cells of the whole workbook. */
  readonly cells: number;
  /** Characters of one text or formula. Excel holds no more than 32,767 in a cell. */
  readonly textCharacters: number;
  /** Characters of all texts together, each shared text once. */
  readonly characters: number;
  /** Characters of one number format; Excel holds no more than 255, and a longer one counts as General. */
  readonly formatCharacters: number;
  /** Distinct shared texts. */
  readonly sharedTexts: number;
  /** Merged areas of the whole workbook. */
  readonly merges: number;
  /** Characters of all formulas together, after shared formulas are expanded. */
  readonly formulaCharacters: number;
  /** Depth of nested XML elements. */
  readonly xmlDepth: number;
  /** Characters of the paragraphs of a 公开说明, which has some 20,000. */
  readonly proseCharacters: number;
  /** Paragraphs of a 公开说明. */
  readonly paragraphs: number;
}

/**
 * A department's yearly disclosure is below 100 KB with some 20 sheets and 10,000 cells; a province's collection of
 * all its departments stays below 200,000 cells. The limits leave a factor of six above that, and keep a
 * whole audit of a file in which every row is wrong within 15 s and 1.2 GB (`npm run bench -- hostile`).
 */
export const DEFAULT_FILE_LIMITS: FileLimits = {
  fileBytes: 256 * 1024 * 1024,
  legacyBytes: 32 * 1024 * 1024,
  parts: 50_000,
  inflatedBytes: 512 * 1024 * 1024,
  sheets: 2_000,
  cells: 1_250_000,
  textCharacters: 32_767,
  characters: 50_000_000,
  formatCharacters: 255,
  sharedTexts: 3_000_000,
  merges: 200_000,
  formulaCharacters: 30_000_000,
  xmlDepth: 256,
  proseCharacters: 500_000,
  paragraphs: 50_000,
};
