const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A function that sets text apart (U+2068 to U+2069, Unicode Bidirectional Algorithm §2.7) where it has letters that run
 * against the sentence of this direction around it. Any other text is returned as it is.
 */
export function quoteAmid(direction: 'ltr' | 'rtl'): (text: string) => string {
  const against = direction === 'ltr' ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  return (text) => (against.test(text) ? `\u2068${text}\u2069` : text);
}
