/**
 * A text as it is compared in a search: without case, accents, vowel signs and the forms that a letter takes (Unicode
 * NFKD without marks). In Arabic, alef maqsura is ya and ta marbuta is ha, as they are typed either way, and the stroke
 * that lengthens a word is left out; so are apostrophes and the like. The Greek sigma is one at the end of a word too. Quotation marks and dashes of all forms are one.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u0640'`‘’‚′ʼʾʿ]/gu, '')
    .toLowerCase()
    .replaceAll('\u03c2', '\u03c3')
    .replaceAll('\u0649', '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replaceAll(/[“”„″«»]/g, '"')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/g, ' ');
}

/** What a reader's words ask for, folded: each word on its own, and what stands in quotation marks as a whole. */
export function termsOf(text: string): string[] {
  const terms = foldText(text).match(/"[^"]+"|[^\s"]+/g) ?? [];
  return terms.map((term) => term.replaceAll('"', '').trim()).filter((term) => term !== '');
}
