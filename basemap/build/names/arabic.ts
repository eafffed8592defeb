/** Tanwin, short vowels, shadda, sukun. */
const VOWEL_MARKS = /[\u064B-\u0652]/g;

/** Arabic text without its vowel marks: what draws the map's names sets them a little apart from their letters. */
export function unvowelled(text: string): string {
  return text.replaceAll(VOWEL_MARKS, '');
}
