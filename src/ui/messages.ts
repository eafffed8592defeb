import { canonicalLanguage } from '../model/languages';
import { messagesIn, type Messages } from './languages/en';

export type { Messages };

interface Language {
  messagesIn: (locale: string) => Messages;
}

/** English is in the page, as the words that are there when no other are; the rest come when they are wanted. */
const OTHERS = import.meta.glob<Language>(['./languages/*.ts', '!./languages/en.ts']);
/** Days before months, as most of the world writes them. */
const ENGLISH = 'en-GB';

/**
 * The locale of the words for a language tag (BCP 47): the tag itself where its language has a file, as `ar-IQ` has in
 * `ar.ts`, else English.
 */
export function localeFor(tag: string): string {
  const locale = canonicalLanguage(tag);
  return locale !== undefined && locale !== 'en' && languageOf(locale) !== undefined ? locale : ENGLISH;
}

/** The words in the best language there is for a tag. English where those of another cannot be fetched. */
export async function messagesFor(tag: string): Promise<Messages> {
  const locale = localeFor(tag);
  const fetchLanguage = OTHERS[`./languages/${languageOf(locale)}.ts`];
  try {
    return ((await fetchLanguage?.()) ?? { messagesIn }).messagesIn(locale);
  } catch {
    return messagesIn(ENGLISH);
  }
}

/** The longest beginning of a locale that has a file: `zh-Hant` before `zh` of `zh-Hant-TW`. */
function languageOf(locale: string): string | undefined {
  const parts = locale.split('-');
  return parts
    .map((_, index) => parts.slice(0, parts.length - index).join('-'))
    .find((language) => language === 'en' || `./languages/${language}.ts` in OTHERS);
}
