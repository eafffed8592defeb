import sansItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import sans from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import sansExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import sansBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import serif from '@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2?url';
import serifBold from '@fontsource/noto-serif/files/noto-serif-latin-600-normal.woff2?url';

const EXTENDED = 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF';

/** How long a page waits for its letters, in milliseconds. */
const PATIENCE = 500;

/** What the first view is set in, whatever the story. The page that is built asks for them as well, and sooner. */
const AT_ONCE = new Set([sans, sansBold, serif, serifBold]);

/**
 * Makes the interface's fonts known to the document, where shadow trees find them; the browser fetches what it uses.
 * Doing so again changes nothing.
 */
export function addFonts(): void {
  const faces: [string, string, FontFaceDescriptors][] = [
    ['Dateline Sans', sans, {}],
    ['Dateline Sans', sansExtended, { unicodeRange: EXTENDED }],
    ['Dateline Sans', sansBold, { weight: '600' }],
    ['Dateline Sans', sansItalic, { style: 'italic' }],
    ['Dateline Serif', serif, {}],
    ['Dateline Serif', serifBold, { weight: '600' }],
  ];
  // The page itself may have them, as ours has those of its title, or another copy of this script.
  const known = new Set([...document.fonts].map((face) => face.family.replaceAll('"', '')));
  for (const [family, url, descriptors] of faces) {
    if (known.has(family)) continue;
    const face = new FontFace(family, `url("${url}") format("woff2")`, { display: 'swap', ...descriptors });
    document.fonts.add(face);
    // Fetched before a letter wants it, so that no line moves when it comes. One that fails is done without.
    if (AT_ONCE.has(url)) face.load().catch(() => undefined);
  }
}

/** Resolves when the fonts that are being fetched have come or failed, or after a moment: what is set then stays as it is. */
export async function fontsSettled(): Promise<void> {
  const coming = [...document.fonts].filter(({ status }) => status === 'loading');
  await Promise.race([
    Promise.allSettled(coming.map(({ loaded }) => loaded)),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
