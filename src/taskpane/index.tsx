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
    const locale = Office.context.displayLanguage;
    const texts = textsFor(locale);
    document.documentElement.lang = texts.language === 'zh' ? 'zh-CN' : 'en';
    const control = createPaneControl({ host: createExcelHost(), openAudit, texts, ownStates: browserOwnStates() });
    // The ribbon's 帮助 opens the same pane with its help.
    if (new URLSearchParams(location.search).get('panel') === 'help') control.store.dispatch({ type: 'panelChosen', panel: 'help' });
    // Excel keeps a handler until the pane is gone; a pane that is closed must not leave one behind.
    window.addEventListener('pagehide', () => void control.dispose());
    window.addEventListener('focus', () => void control.lookAgain());
    draw(control, officeTheme(() => Office.context.officeTheme));
  } catch (error) {
    showBoot(`${boot.crashed}\n${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
  }
}

function draw(control: PaneControl, theme: DarkTheme): void {
  const root = document.getElementById('root');
  if (!root) return;
  endBoot();
  createRoot(root).render(<ThemedPane control={control} theme={theme} />);
}

function ThemedPane({ control, theme }: { readonly control: PaneControl; readonly theme: DarkTheme }) {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return <Pane control={control} dark={dark} />;
}
