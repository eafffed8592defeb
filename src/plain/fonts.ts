import { FONT_FACES } from '../map/font-faces';

/**
 * Makes the map's fonts known to a worker by their own names, see {@link FONT_FACES}; each file is fetched once a letter of
 * its range is wanted.
 */
export function addMapFonts(fonts: FontFaceSet): void {
  for (const [family, faces] of Object.entries(FONT_FACES)) {
    if (!Array.isArray(faces)) continue;
    // In CSS the last face that has a letter draws it, in a map's style the first.
    for (const { url, 'unicode-range': ranges } of faces.toReversed()) {
      const descriptors = { display: 'swap', ...(ranges ? { unicodeRange: ranges.join(', ') } : {}) } as const;
      fonts.add(new FontFace(family, `url("${url}") format("woff2")`, descriptors));
    }
  }
}
