import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabic500 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff2?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin500 from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExt500 from '@fontsource/noto-sans/files/noto-sans-latin-ext-500-normal.woff2?url';
import latinExtItalic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import type { FontFacesSpecification } from 'maplibre-gl';

const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+0870-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];
const LATIN_EXTENDED = ['U+0100-02BA', 'U+02BD-02C5', 'U+1E00-1E9F', 'U+1EF2-1EFF', 'U+2C60-2C7F', 'U+A720-A7FF'];

/**
 * The fonts that `text-font` may name, for a style's `font-faces` (MapLibre style specification, root). A file is fetched
 * once a letter of its range is drawn. Italic has no Arabic of its own: that script knows no italic.
 */
export const FONT_FACES: FontFacesSpecification = {
  'Noto Sans Regular': faces(arabic400, latinExt400, latin400),
  'Noto Sans Medium': faces(arabic500, latinExt500, latin500),
  'Noto Sans Italic': faces(arabic400, latinExtItalic, latinItalic),
};

/** The first file whose range holds a letter draws it, so the one for all other letters comes last. */
function faces(arabic: string, latinExtended: string, latin: string) {
  return [
    { url: absolute(arabic), 'unicode-range': ARABIC },
    { url: absolute(latinExtended), 'unicode-range': LATIN_EXTENDED },
    { url: absolute(latin) },
  ];
}

/** By this module's address and not the page's: an embed's files lie with its script, on another host than the page. */
function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}
