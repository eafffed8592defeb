import { readFile } from 'node:fs/promises';
import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { AddProtocolAction } from 'maplibre-gl';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FOCUS_ARCHIVE, WORLD_ARCHIVE, registerArchives } from './archive';
import { FIRST_LABEL_LAYER, basemapStyle } from './basemap';
import { darkTheme, lightTheme } from './theme';

const STYLES = [
  { name: 'light, English', theme: lightTheme, language: 'en' },
  { name: 'light, Arabic', theme: lightTheme, language: 'ar' },
  { name: 'dark, English', theme: darkTheme, language: 'en-GB' },
  { name: 'dark, Arabic', theme: darkTheme, language: 'ar-IQ' },
];

describe.each(STYLES)('the style ($name)', ({ theme, language }) => {
  const style = basemapStyle(theme, language);

  test('follows the style specification', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  test('has names above everything, from FIRST_LABEL_LAYER on', () => {
    const types = style.layers.map(({ type }) => type);
    const first = style.layers.findIndex(({ id }) => id === FIRST_LABEL_LAYER);
    expect(first).toBe(types.indexOf('symbol'));
    expect(new Set(types.slice(first))).toEqual(new Set(['symbol']));
  });

  test('needs no sprite, and only fonts it brings', () => {
    expect(style).not.toHaveProperty('sprite');
    expect(style).not.toHaveProperty('glyphs');
    for (const { layout = {} } of style.layers) {
      expect(layout).not.toHaveProperty('icon-image');
      const fonts = JSON.stringify('text-font' in layout ? layout['text-font'] : []).match(/Noto Sans \w+/g) ?? [];
      for (const font of fonts) expect(Object.keys(style['font-faces'] ?? {})).toContain(font);
    }
  });

  test('names every source it draws, and credits it in plain text', () => {
    const drawn = style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
    expect(new Set(drawn)).toEqual(new Set(Object.keys(style.sources)));
    const credits = Object.values(style.sources).map((source) => ('attribution' in source ? source.attribution : ''));
    expect(credits).toEqual(['Natural Earth', '© OpenStreetMap contributors', 'GeoNames']);
  });

  test('writes names in its language', () => {
    const city = style.layers.find(({ id }) => id === 'city-names');
    const name = city?.layout && 'text-field' in city.layout ? city.layout['text-field'] : undefined;
    const english = { 'name:en': 'Najaf' };
    expect(evaluate(name, 6, english)).toBe('Najaf');
    const both = { ...english, 'name:ar': 'النجف' };
    expect(evaluate(name, 6, both)).toBe(language.startsWith('ar') ? 'النجف' : 'Najaf');
  });

  test('hides the coarse rivers of a country at the zoom of a city', () => {
    const river = style.layers.find(({ id }) => id === 'rivers');
    const opacity = river?.paint && 'line-opacity' in river.paint ? river.paint['line-opacity'] : undefined;
    expect(evaluate(opacity, 8)).toBe(1);
    expect(evaluate(opacity, 10)).toBe(0);
  });
});

test('spaced capitals are for Latin script only: Arabic letters join', () => {
  for (const { layout = {} } of basemapStyle(lightTheme, 'ar').layers) {
    if ('text-letter-spacing' in layout) expect(layout['text-letter-spacing']).toBe(0);
    if ('text-transform' in layout) expect(layout['text-transform']).toBe('none');
  }
});

test('two styles share nothing', () => {
  const [one, other] = [basemapStyle(lightTheme, 'en'), basemapStyle(lightTheme, 'en')];
  expect(one).toEqual(other);
  expect(one.sources['world']).not.toBe(other.sources['world']);
  expect(one['font-faces']).not.toBe(other['font-faces']);
});

describe('the archives', () => {
  afterEach(() => vi.unstubAllGlobals());

  const serve = (): Promise<Response> =>
    readFile(new URL('../../basemap/focus.pmtiles', import.meta.url)).then((bytes) => new Response(bytes));

  test('are registered once, and fetched once when first asked for', async () => {
    const { load, addProtocol } = register();
    registerArchives({ addProtocol });
    expect(addProtocol).toHaveBeenCalledOnce();
    const fetched = vi.fn(serve);
    vi.stubGlobal('fetch', fetched);
    const described = await Promise.all([load('', 'json'), load('', 'json')]);
    expect(described[0]).toMatchObject({ data: { minzoom: 6, maxzoom: 9 } });
    // The tile of Baghdad: 9/319/205.
    const tile = await load('/9/319/205', 'arrayBuffer');
    expect((tile.data as Uint8Array).byteLength).toBeGreaterThan(0);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(FOCUS_ARCHIVE);
  });

  test('fail with a reason, and are fetched anew by the next request', async () => {
    const { load } = register();
    const fetched = vi.fn(serve).mockResolvedValueOnce(new Response('', { status: 503, statusText: 'Busy' }));
    vi.stubGlobal('fetch', fetched);
    await expect(load('', 'json')).rejects.toThrow(/focus.*503 Busy/);
    await expect(load('/9/319/205', 'arrayBuffer')).resolves.toHaveProperty('data');
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test('are those of the style', () => {
    expect(basemapStyle(lightTheme, 'en').sources).toMatchObject({
      world: { url: `pmtiles://${WORLD_ARCHIVE}` },
      focus: { url: `pmtiles://${FOCUS_ARCHIVE}` },
    });
  });
});

function register() {
  const addProtocol = vi.fn<(scheme: string, action: AddProtocolAction) => void>();
  registerArchives({ addProtocol });
  const action = addProtocol.mock.calls[0]?.[1];
  if (!action) throw new Error('nothing was registered');
  const load = (tile: string, type: 'json' | 'arrayBuffer') =>
    action({ url: `pmtiles://${FOCUS_ARCHIVE}${tile}`, type }, new AbortController());
  return { addProtocol, load };
}

/** What a style's expression gives for a feature of `properties` at `zoom`. */
function evaluate(expression: unknown, zoom: number, properties: Record<string, string> = {}): unknown {
  const parsed = createExpression(expression, 'expression');
  if (parsed.result === 'error') throw new Error(JSON.stringify(parsed.value));
  return parsed.value.evaluate({ zoom }, { type: 'Point', properties });
}
