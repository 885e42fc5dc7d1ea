import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { createExcelHost } from '../excel';
import { endBoot, showBoot } from './boot/message';
import { createPaneControl, type PaneControl } from './control';
import { officeTheme, type DarkTheme } from './darkTheme';
import { openAudit } from './openAudit';
import { browserOwnStates } from './ownStates';
import { languageOf, speak, textsFor } from './text';
import { bootTexts } from './text/bootTexts';
import { browserPreferences, chosenLocale, type PreferenceStore } from './preferences';
import { Pane } from './view';

/** The pane in Excel: waits for office.js, says why it cannot start, then draws itself on the Excel host. */
void start();

async function start(): Promise<void> {
  const boot = speak(bootTexts, languageOf(navigator.language));
  if (typeof Office === 'undefined') {
    const script = document.querySelector<HTMLScriptElement>('script[src*="office"]');
    return showBoot(boot.unreachable(script?.src ?? 'office.js'));
  }
  try {
    const { host } = await Office.onReady();
    if (host !== Office.HostType.Excel) return showBoot(boot.notExcel);
    const preferences = browserPreferences();
    const root = document.getElementById('root');
    if (!root) return;
    endBoot();
    const pane = createRoot(root);
    const theme = officeTheme(() => Office.context.officeTheme);
    let control = open(preferences);
    // The ribbon's 帮助 opens the same pane with its help.
    if (new URLSearchParams(location.search).get('panel') === 'help') control.store.dispatch({ type: 'panelChosen', panel: 'help' });
    // Excel keeps a handler until the pane is gone; a pane that is closed must not leave one behind.
    window.addEventListener('pagehide', () => void control.dispose());
    window.addEventListener('focus', () => void control.lookAgain());
    pane.render(<ThemedPane control={control} theme={theme} />);
    preferences.subscribe(() => {
      if (languageOf(chosenLocale(preferences.get(), Office.context.displayLanguage)) === control.texts.language) return;
      const before = control;
      control = open(preferences);
      pane.render(<ThemedPane key={control.texts.language} control={control} theme={theme} />);
      void continueAfter(before, control);
    });
  } catch (error) {
    showBoot(`${boot.crashed}\n${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
  }
}

function open(preferences: PreferenceStore): PaneControl {
  const texts = textsFor(chosenLocale(preferences.get(), Office.context.displayLanguage));
  document.documentElement.lang = texts.language === 'zh' ? 'zh-CN' : 'en';
  return createPaneControl({ host: createExcelHost(), openAudit, texts, ownStates: browserOwnStates(), preferences });
}

/** In another language, but as far as before. */
async function continueAfter(before: PaneControl, control: PaneControl): Promise<void> {
  const { audited } = before.store.getState();
  await before.dispose();
  control.store.dispatch({ type: 'panelChosen', panel: 'help' });
  await control.start();
  if (audited) await control.audit();
}

function ThemedPane({ control, theme }: { readonly control: PaneControl; readonly theme: DarkTheme }) {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return <Pane control={control} dark={dark} />;
}
