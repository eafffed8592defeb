const ACCENTS = /[\u0300-\u036F]/g;
/** Signs for ain and hamza in transcriptions from Arabic, and their like elsewhere. */
const RAISED_SIGNS = /[‘’ʻʼ`ʿʾ]/g;

/** A transcribed name as it is usual in English print: no accents, and plain apostrophes. */
export function plainLatin(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .replaceAll(RAISED_SIGNS, "'");
}

/** What two spellings of a name have in common: lower case, letters and digits only. */
export function looseKey(name: string): string {
  return plainLatin(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
