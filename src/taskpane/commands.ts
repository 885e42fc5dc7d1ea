import { showBoot } from './boot/message';
import { openNotice, type RibbonNotice } from './ribbonNotice';
import { browserPreferences, chosenLocale } from './preferences';
import { languageOf, speak } from './text/say';
import { errorTexts } from './text/errorTexts';
import { ribbonTexts, type RibbonWork } from './text/ribbonTexts';

/**
 * The page behind the ribbon's 标记 and 清除标记. Their functions are named as soon as office.js is there: Excel calls a command
 * done that nobody has named. What they stand on comes after. A command that takes longer than a moment says in a small window
 * what it does, and a refusal what to do.
 */
const heavy = () => import(/* webpackChunkName: "ribbon" */ './ribbon');

/** How long a command may keep silent, in ms. */
const silence = 200;

const notice = new URLSearchParams(location.search).get('notice');
if (typeof Office === 'undefined') showNotice('officeUnreachable', navigator.language);
else if (notice !== null) {
  showNotice(notice, navigator.language);
  void Office.onReady(() => showNotice(notice, Office.context.displayLanguage));
} else {
  Office.actions.associate('markCells', (event: Office.AddinCommands.Event) => void run(event, 'markCells'));
  Office.actions.associate('clearMarks', (event: Office.AddinCommands.Event) => void run(event, 'clearMarks'));
  void Office.onReady(heavy);
}

async function run(event: Office.AddinCommands.Event, work: RibbonWork): Promise<void> {
  const saying: Promise<RibbonNotice>[] = [];
  const timer = setTimeout(() => saying.push(openNotice(work)), silence);
  const refusal = await heavy().then((ribbon) => ribbon[work](), () => 'failed' as const);
  clearTimeout(timer);
  for (const said of saying) (await said).close();
  // Excel closes the windows of a command that calls itself done.
  if (refusal !== null) await (await openNotice(refusal)).closed;
  event.completed();
}

function showNotice(code: string, locale: string): void {
  const language = languageOf(chosenLocale(browserPreferences().get(), locale));
  const texts: Readonly<Record<string, string>> = { ...speak(errorTexts, language), ...speak(ribbonTexts, language) };
  showBoot(Object.hasOwn(texts, code) ? texts[code] : texts.failed);
}
