/**
 * Everything the pane says, in 简体中文 and English side by side. `textsFor("zh-CN")` answers the whole catalogue
 * in one language; a missing translation does not compile.
 */
import { errorFrame, errorTexts } from './errorTexts';
import { headlineTexts } from './headlineTexts';
import { keptTexts } from './keptTexts';
import { paneTexts } from './paneTexts';
import { readingTexts } from './readingTexts';
import { resultTexts } from './resultTexts';
import { languageOf, speak, type Language } from './say';

export { copyText, headlineText } from './headlineText';
export { languageOf, say, speak, type Language, type Said, type Spoken } from './say';

export function textsFor(locale: string | undefined) {
  const language: Language = languageOf(locale);
  return {
    language,
    ...speak(paneTexts, language),
    ...speak(keptTexts, language),
    ...speak(resultTexts, language),
    ...speak(headlineTexts, language),
    ...speak(readingTexts, language),
    ...speak(errorFrame, language),
    errors: speak(errorTexts, language),
  };
}

export type Texts = ReturnType<typeof textsFor>;
