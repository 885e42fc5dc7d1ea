import type { NarrativeText, ProseReading } from '../../audit/narrative';
import { DEFAULT_FILE_LIMITS } from '../../files/limits';
import type { ReadProseFile } from '../readProseFile';
import { noProse, reduceProse, type ProseAction, type ProseState } from '../state';
import type { Texts } from '../text';
import type { PaneStore } from './paneStore';
import { createStore, type Store } from './store';

/** The 公开说明 beside the workbook: chosen or pasted, checked, and checked again when the workbook or the text changes. */
export interface Prose {
  readonly store: Store<ProseState, ProseAction>;
  choose(file: { readonly name: string; bytes(): Promise<Uint8Array> }): Promise<void>;
  paste(text: string): Promise<void>;
  forget(): void;
  goOn(): void;
  dispose(): void;
}

export interface ProseParts {
  readonly pane: PaneStore;
  /** Checks a text against the workbook as it stands; null while none is open. */
  readonly read: (text: NarrativeText) => Promise<ProseReading> | null;
  readonly readFile: ReadProseFile;
  readonly texts: Pick<Texts, 'language' | 'prosePastedTooLong'>;
}

export function createProse({ pane, read, readFile, texts }: ProseParts): Prose {
  const store = createStore(reduceProse, noProse);
  let turn = 0;

  /** The answer to an older text or workbook is let go. */
  const check = async (): Promise<void> => {
    const { file, paragraphs } = store.getState();
    const own = ++turn;
    const reading = await read({ file, paragraphs });
    if (own === turn && reading !== null) store.dispatch({ type: 'read', reading });
  };
  const begin = async (file: string, load: () => Promise<readonly string[] | string | null>): Promise<void> => {
    const own = ++turn;
    store.dispatch({ type: 'begun', file });
    try {
      const found = await load();
      if (own !== turn) return;
      if (found === null || typeof found === 'string') return store.dispatch({ type: 'refused', refusal: found });
      if (found.every((line) => line.trim() === '')) return store.dispatch({ type: 'refused', refusal: null });
      store.dispatch({ type: 'given', paragraphs: found });
      await check();
    } catch (error) {
      store.dispatch({ type: 'refused', refusal: error instanceof Error ? error.message : String(error) });
    }
  };

  let report = pane.getState().report;
  const stop = pane.subscribe(() => {
    const now = pane.getState().report;
    if (now === report) return;
    report = now;
    if (store.getState().paragraphs.length > 0) void check();
  });

  return {
    store,
    choose: (file) => begin(file.name, async () => readFile(await file.bytes(), file.name, texts.language)),
    paste: (text) => begin('', () => Promise.resolve(pasted(text, texts))),
    forget() {
      turn++;
      store.dispatch({ type: 'forgotten' });
    },
    goOn: () => store.dispatch({ type: 'wentOn' }),
    dispose: stop,
  };
}

/** The paragraphs of a text that was pasted, or why it is refused: the bounds are those of a file. */
function pasted(text: string, { prosePastedTooLong }: Pick<Texts, 'prosePastedTooLong'>): readonly string[] | string {
  const { proseCharacters, textCharacters, paragraphs: mostParagraphs } = DEFAULT_FILE_LIMITS;
  const paragraphs = text.length > proseCharacters ? null : text.split(/\r\n|[\r\n]/);
  if (paragraphs === null || paragraphs.length > mostParagraphs || paragraphs.some(({ length }) => length > textCharacters)) return prosePastedTooLong(proseCharacters, textCharacters);
  return paragraphs;
}
