import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { browserTheme, type DarkTheme } from '../taskpane/darkTheme';
import { browserPreferences, chosenLocale } from '../taskpane/preferences';
import type { OpenAudit } from '../taskpane/auditPort';
import type { Language } from '../taskpane/text';
import { createFileStore, losesEdits, type FileStore, type FileStoreParts } from './files';
import { Workbench } from './view/Workbench';
import { workbenchTextsFor } from './workbenchTexts';

export interface WorkbenchParts {
  readonly openAudit: OpenAudit;
  readonly files: (language: Language) => Pick<FileStoreParts, 'readWorkbook' | 'copyKind' | 'writeCopy' | 'writeChecklist' | 'refusalText'>;
  readonly loadExample: () => Promise<Uint8Array>;
  readonly locale: string | undefined;
}

/** Draws the workbench and opens the example in it. */
export function startWorkbench(root: HTMLElement, { openAudit, files, loadExample, locale }: WorkbenchParts): FileStore {
  const preferences = browserPreferences();
  const texts = workbenchTextsFor(chosenLocale(preferences.get(), locale));
  document.documentElement.lang = texts.language === 'zh' ? 'zh-CN' : 'en';
  document.title = texts.title;
  const fileStore = createFileStore({ ...files(texts.language), openAudit, texts, preferences });
  preferences.subscribe(() => {
    // Everything is said anew; where edits would be lost, the browser asks first.
    if (chosenLocale(preferences.get(), locale) !== texts.language) window.location.reload();
  });
  createRoot(root).render(<ThemedWorkbench fileStore={fileStore} texts={texts} theme={browserTheme()} />);
  window.addEventListener('beforeunload', (event) => {
    // The browser asks in its own words.
    if (losesEdits(fileStore.store.getState())) event.preventDefault();
  });
  void fileStore.add([{ name: '002.xlsx', isExample: true, bytes: loadExample }]);
  return fileStore;
}

function ThemedWorkbench({ theme, ...props }: { readonly fileStore: FileStore; readonly texts: ReturnType<typeof workbenchTextsFor>; readonly theme: DarkTheme }) {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return <Workbench {...props} dark={dark} />;
}
