import { bootTexts } from '../text/bootTexts';
import { languageOf, speak } from '../text/say';
import { showBoot } from './message';

/**
 * The first script of the pane's page, small and on its own: it says why nothing happens when office.js is slow,
 * blocked, or loaded without an answer from Excel. The boot line is gone once the pane is drawn.
 */
const patience = 8000;
const texts = speak(bootTexts, languageOf(navigator.language));

showBoot(texts.connecting);
setTimeout(() => {
  if (!document.getElementById('boot')) return;
  const script = document.querySelector<HTMLScriptElement>('script[src*="office"]');
  showBoot('Office' in window ? texts.noAnswer : texts.unreachable(script?.src ?? 'office.js'));
}, patience);
