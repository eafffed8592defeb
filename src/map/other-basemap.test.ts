import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mapFeature } from '../../basemap/build/feature';
import { builtArchive } from '../../basemap/build/tiles/archive';
import { adoptStyle, fetchBasemap, isArchive } from './other-basemap';
import { lightTheme } from './theme';

vi.mock('maplibre-gl', () => ({ addProtocol: vi.fn() }));

const lettering = { language: 'en', names: {}, disputedBorders: 'dashed' } as const;
const STYLE: StyleSpecification = {
  version: 8,
  center: [1, 2],
  zoom: 3,
  pitch: 50,
  terrain: { source: 'places' },
  sprite: [{ id: 'default', url: '../sprites/light' }],
  glyphs: '/fonts/{fontstack}/{range}.pbf',
  sources: {
    places: { type: 'geojson', data: 'places.geojson' },
    planet: { type: 'vector', url: 'https://tiles.example.org/planet' },
    own: { type: 'vector', tiles: ['tiles/{z}/{x}/{y}.pbf'] },
  },
  layers: [
    { id: 'background', type: 'background' },
    { id: 'story-areas', type: 'fill', source: 'planet', 'source-layer': 'land' },
    { id: 'names', type: 'symbol', source: 'places', layout: { 'text-field': ['get', 'name'] } },
  ],
};

describe('a style under a story', () => {
  const adopted = adoptStyle(STYLE, 'https://example.org/styles/light/style.json');

  test('is still a valid style', () => expect(validateStyleMin(adopted)).toEqual([]));

  test('takes none of the story’s names', () => {
    expect(Object.keys(adopted.sources)).toEqual(['basemap-places', 'basemap-planet', 'basemap-own']);
    expect(adopted.layers.map(({ id }) => id)).toEqual(['basemap-background', 'basemap-story-areas', 'basemap-names']);
    expect(adopted.layers[2]).toMatchObject({ source: 'basemap-places' });
  });

  test('finds its parts from where it lies', () => {
    expect(adopted).toMatchObject({
      glyphs: 'https://example.org/fonts/{fontstack}/{range}.pbf',
      sprite: [{ url: 'https://example.org/styles/sprites/light' }],
      sources: {
        'basemap-places': { data: 'https://example.org/styles/light/places.geojson' },
        'basemap-planet': { url: 'https://tiles.example.org/planet' },
        'basemap-own': { tiles: ['https://example.org/styles/light/tiles/{z}/{x}/{y}.pbf'] },
      },
    });
  });

  test('may name archives, beside it or elsewhere, and what is not for the web', () => {
    const source = (url: string) => {
      const { sources } = adoptStyle(
        { ...STYLE, sources: { planet: { type: 'vector', url } } },
        'https://example.org/a/style.json',
      );
      return (sources['basemap-planet'] as { url: string }).url;
    };
    expect(source('pmtiles://https://example.com/w.pmtiles')).toBe('pmtiles://https://example.com/w.pmtiles');
    expect(source('pmtiles://w.pmtiles')).toBe('pmtiles://https://example.org/a/w.pmtiles');
    expect(source('mapbox://planet')).toBe('mapbox://planet');
  });

  test('finds its own fonts from where it lies', () => {
    const fonts = { Own: [{ url: 'fonts/own.woff2' }], Other: '/other.woff2' };
    expect(
      adoptStyle({ ...STYLE, 'font-faces': fonts }, 'https://example.org/a/style.json')['font-faces'],
    ).toMatchObject({
      Own: [{ url: 'https://example.org/a/fonts/own.woff2' }],
      Other: 'https://example.org/other.woff2',
    });
  });

  test('moves no camera and lifts no ground', () => {
    for (const name of ['center', 'zoom', 'pitch', 'terrain']) expect(adopted).not.toHaveProperty(name);
  });

  test('brings the fonts of the story’s names', () => {
    expect(Object.keys(adopted['font-faces'] ?? {})).toContain('Noto Sans Medium');
  });
});

test.each([
  ['https://example.org/iraq.pmtiles', true],
  ['https://example.org/iraq.PMTiles?v=2', true],
  ['https://example.org/styles/positron', false],
  ['https://example.org/style.json?from=a.pmtiles', false],
])('%s is an archive: %s', (url, archive) => expect(isArchive(url)).toBe(archive));

describe('fetching', () => {
  afterEach(() => vi.unstubAllGlobals());
  const url = 'https://example.org/style.json';
  const fetchAs = (response: Response) => {
    vi.stubGlobal('fetch', () => Promise.resolve(response));
    return fetchBasemap(url, lettering, new AbortController().signal);
  };

  test('gives a new style each time', async () => {
    const basemap = await fetchAs(Response.json(STYLE));
    expect(basemap.painted).toBe(true);
    expect(basemap.style(lightTheme)).toEqual(basemap.style(lightTheme));
    expect(basemap.style(lightTheme)).not.toBe(basemap.style(lightTheme));
  });

  test.each([
    [new Response('', { status: 404, statusText: 'Not Found' }), '404 Not Found'],
    [new Response('<html>'), 'JSON'],
    [Response.json(null), 'no MapLibre style'],
    [Response.json({ version: 7, sources: {}, layers: [] }), 'no MapLibre style'],
    [Response.json({ version: 8, sources: {} }), 'no MapLibre style'],
  ])('tells what is no style (%#)', async (response, reason) => {
    await expect(fetchAs(response)).rejects.toThrow(reason);
  });

  test('tells what is an archive of another schema', async () => {
    const bytes = builtArchive({
      ...{ name: 'other', description: '', attribution: '', bounds: [-1, -1, 1, 1], center: [0, 0, 1] },
      ...{ minZoom: 0, maxZoom: 1 },
      parts: [
        {
          layer: 'landuse',
          features: [mapFeature({ type: 'Point', coordinates: [0, 0] }, { kind: 'a' })],
          zooms: [0, 1],
          tolerance: 0,
        },
      ],
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(Uint8Array.from(bytes))));
    await expect(
      fetchBasemap('https://example.org/other.pmtiles', lettering, new AbortController().signal),
    ).rejects.toThrow('not in the Protomaps basemap schema');
  });

  test('tells what is no archive', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('not an archive, whatever it is called')));
    await expect(
      fetchBasemap('https://example.org/a.pmtiles', lettering, new AbortController().signal),
    ).rejects.toThrow();
  });
});
