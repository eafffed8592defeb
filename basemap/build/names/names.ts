import { unvowelled } from './arabic.ts';

/** A name's fields in the tiles: `name` is what a style falls back to, and is English here. */
export type NameFields = {
  name: string;
  'name:en': string;
  'name:ar': string | undefined;
};

/** The fields of a name in English and, where it is known, in Arabic, which loses its vowel marks. */
export function nameFields(english: string, arabic?: string): NameFields {
  return { name: english, 'name:en': english, 'name:ar': arabic ? unvowelled(arabic) : undefined };
}
