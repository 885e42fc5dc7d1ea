import type { ProseReading } from '../../audit/narrative';

/** none: no text yet · reading: a file is being read or checked · refused: `refusal` says why · ready: `reading` stands for the text. */
export type ProsePhase = 'none' | 'reading' | 'refused' | 'ready';

/** The 公开说明 that goes with the workbook. It stays in the pane; nothing of it is written into the workbook. */
export interface ProseState {
  readonly phase: ProsePhase;
  /** File name; "" for pasted text. */
  readonly file: string;
  readonly paragraphs: readonly string[];
  readonly reading: ProseReading | null;
  /** null where the file holds no text. */
  readonly refusal: string | null;
  /** The user wants a text of another year checked all the same. */
  readonly goesOn: boolean;
}

export const noProse: ProseState = { phase: 'none', file: '', paragraphs: [], reading: null, refusal: null, goesOn: false };

export type ProseAction =
  | { readonly type: 'forgotten' }
  | { readonly type: 'wentOn' }
  | { readonly type: 'begun'; readonly file: string }
  | { readonly type: 'refused'; readonly refusal: string | null }
  | { readonly type: 'given'; readonly paragraphs: readonly string[] }
  | { readonly type: 'read'; readonly reading: ProseReading };

export function reduceProse(state: ProseState, action: ProseAction): ProseState {
  switch (action.type) {
    case 'forgotten':
      return noProse;
    case 'wentOn':
      return { ...state, goesOn: true };
    case 'begun':
      return { ...noProse, phase: 'reading', file: action.file };
    case 'refused':
      return { ...state, phase: 'refused', refusal: action.refusal };
    case 'given':
      return { ...state, paragraphs: action.paragraphs };
    case 'read':
      return { ...state, phase: 'ready', reading: action.reading };
  }
}
