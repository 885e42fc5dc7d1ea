import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { browserTheme, type DarkTheme } from '../taskpane/darkTheme';
import { browserPreferences, chosenLocale } from '../taskpane/preferences';
import type { OpenAudit } from '../taskpane/auditPort';
import type { Language } from '../taskpane/text';
import type { Batch } from './batch';
import { createDeskStore, keepView, savedView, type DeskStore } from './desk';
import { createFileStore, losesEdits, type FileStore, type FileStoreParts } from './files';
import { Workbench } from './view/Workbench';
import { keepOverReload } from './keeping';
import { workbenchTextsFor } from './workbenchTexts';

export interface WorkbenchParts {
  readonly openAudit: OpenAudit;
  readonly batch: Batch;
  readonly files: (language: Language) => Pick<FileStoreParts, 'readWorkbook' | 'isChecklist' | 'copyKind' | 'writeCopy' | 'writeChecklist' | 'writeAgainst' | 'refusalText'>;
  readonly loadExample: () => Promise<Uint8Array>;
  readonly locale: string | undefined;
}

/** Draws the workbench and opens the example in it. */
export function startWorkbench(root: HTMLElement, { openAudit, batch, files, loadExample, locale }: WorkbenchParts): FileStore {
  const preferences = browserPreferences();
  const texts = workbenchTextsFor(chosenLocale(preferences.get(), locale));
  document.documentElement.lang = texts.language === 'zh' ? 'zh-CN' : 'en';
  document.title = texts.title;
  const fileStore = createFileStore({ ...files(texts.language), batch, openAudit, texts, preferences });
  const deskStore = createDeskStore(savedView());
  keepView(deskStore);
  preferences.subscribe(() => {
    // Everything is said anew; where edits would be lost, the browser asks first.
    if (chosenLocale(preferences.get(), locale) !== texts.language) window.location.reload();
  });
  createRoot(root).render(<ThemedWorkbench fileStore={fileStore} deskStore={deskStore} texts={texts} theme={browserTheme()} />);
  window.addEventListener('beforeunload', (event) => {
    // The browser asks in its own words. A field over a cell holds what is not in the workbook yet.
    if (losesEdits(fileStore.store.getState()) || fileStore.isTyping()) event.preventDefault();
  });
  const example = { name: '002.xlsx', isExample: true, bytes: loadExample };
  void keepOverReload(fileStore, example).then((restored) => {
    // Whoever was quicker than the database needs no example either.
    if (restored === 0 && fileStore.store.getState().files.length === 0) return fileStore.add([example]);
  });
  return fileStore;
}

function ThemedWorkbench({ theme, ...props }: { readonly fileStore: FileStore; readonly deskStore: DeskStore; readonly texts: ReturnType<typeof workbenchTextsFor>; readonly theme: DarkTheme }) {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return <Workbench {...props} dark={dark} />;
}
