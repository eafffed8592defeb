/** Which of its languages a story's texts are read in. */
export interface Languages {
  /** What follows a text's name where it is in a language that is wanted, the best first: `:ar-IQ`, `:ar`. */
  suffixes: readonly string[];
  /** The language of the texts without such a suffix, where it is another than the wanted one. */
  fallback?: string;
}

/** The language of each text that is in another one than was wanted, by the text's name. */
export type Foreign = Readonly<Record<string, string>>;

/** The language of a story that says nothing of it. */
const DEFAULT_LANGUAGE = 'en';

/** How texts are read when `wanted` is asked for, of a story that is written in `own` (BCP 47). */
export function languagesFor(wanted: string, own: string = DEFAULT_LANGUAGE): Languages {
  const parts = wanted.split('-');
  const ranges = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  const [known] = own.split('-');
  const better = ranges.indexOf(own) === -1 ? ranges : ranges.slice(0, ranges.indexOf(own));
  const suffixes = better.map((language) => `:${language}`);
  return parts[0] === known ? { suffixes } : { suffixes, fallback: own };
}

/** A language tag as the standard spells it; undefined where it is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
