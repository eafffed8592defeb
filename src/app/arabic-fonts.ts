import regular from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import bold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url';

const ARABIC = 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC';
let added = false;

/** Adds the Arabic letters to the interface's sans, for pages that want them. Doing so again changes nothing. */
export function addArabicFonts(): void {
  if (added) return;
  added = true;
  for (const [url, weight] of [
    [regular, '400'],
    [bold, '600'],
  ] as const) {
    const descriptors = { display: 'swap', weight, unicodeRange: ARABIC } as const;
    document.fonts.add(new FontFace('Dateline Sans', `url("${url}") format("woff2")`, descriptors));
  }
}
