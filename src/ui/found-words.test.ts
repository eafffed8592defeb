import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, termsOf } from '../model/fold';
import { occurrencesOf } from './found-words';

const lit = (text: string, words: string) =>
  occurrencesOf(text, termsOf(words)).map(([start, end]) => text.slice(start, end));

describe('occurrencesOf', () => {
  it.each([
    ['Tear gas, and more tear gas', 'gas', ['gas', 'gas']],
    ['Tear gas, and more tear gas', 'TEAR "more tear"', ['Tear', 'tear', 'more tear']],
    ['Kata’ib Hezbollah', 'kataib', ['Kata’ib']],
    ['The café is open', 'cafe', ['café']],
    ['The cafe\u0301 is open', 'cafe', ['cafe\u0301']],
    ['السفارة الأمريكيّة', 'الامريكيه', ['الأمريكيّة']],
    ['one  \n two', '"one two"', ['one  \n two']],
    ['ﬁre', 'fire', ['ﬁre']],
    ['ﬁre', 'f', ['ﬁ']],
    ['ΟΔΟΣ', 'οδος', ['ΟΔΟΣ']],
    ['Nothing of it', 'zebra', []],
  ])('finds in “%s” what “%s” asks for', (text, words, found) => expect(lit(text, words)).toEqual(found));

  it('finds a term wherever a search does, and nowhere else', () => {
    const characters = fc.constantFrom(...Array.from('aAfi é\u0301’Σσς-–"“ \tﬁ\u0640ةهىي🙂'));
    const texts = fc.string({ unit: characters, maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (text, words) => {
        for (const term of termsOf(words)) {
          const found = occurrencesOf(text, [term]);
          expect(found.length > 0).toBe(foldText(text).includes(term));
          for (const [start, end] of found) expect(foldText(text.slice(start, end))).toContain(term);
        }
      }),
    );
  });
});
