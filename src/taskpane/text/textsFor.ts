import { errorFrame, errorTexts } from './errorTexts';
import { headlineTexts } from './headlineTexts';
import { keptTexts } from './keptTexts';
import { proseTexts } from './proseTexts';
import { paneTexts } from './paneTexts';
import { printTexts } from './printTexts';
import { readingTexts } from './readingTexts';
import { resultTexts } from './resultTexts';
import { languageOf, speak, type Language } from './say';

/** The whole catalogue in one language. */
export function textsFor(locale: string | undefined) {
  const language: Language = languageOf(locale);
  return {
    language,
    ...speak(paneTexts, language),
    ...speak(keptTexts, language),
    ...speak(resultTexts, language),
    ...speak(headlineTexts, language),
    ...speak(readingTexts, language),
    ...speak(proseTexts, language),
    ...speak(printTexts, language),
    ...speak(errorFrame, language),
    errors: speak(errorTexts, language),
  };
}

export type Texts = ReturnType<typeof textsFor>;
