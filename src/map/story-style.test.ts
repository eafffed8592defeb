import type { FeatureCollection } from 'geojson';
import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { Place } from '../model/feature';
import { offlineStyle } from './offline-basemap';
import { storySources } from './story-sources';
import { firstNameLayer, storyStyle } from './story-style';
import { darkTheme, lightTheme } from './theme';

const shared = { layer: 'a', actors: [], sources: [], reported: true };
const ZONE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [44, 33],
      [45, 33],
      [45, 34],
      [44, 33],
    ],
  ],
};
function place(id: string, point: [number, number] | null, area = false): Place {
  const geometry = point && { type: 'Point' as const, coordinates: point };
  return { ...shared, id, kind: 'place', title: id, geometry, point, area, uncertainty: 20_000 };
}
const places = new Map(
  [
    place('Embassy', [44.396, 33.299]),
    place('Strikes', [41, 34.4], true),
    place('Gate', null),
    place('Kuwait', [47.6, 29.3], true),
    { ...place('Zone', null), geometry: ZONE },
  ].map((each) => [each.id, each]),
);
const label = { key: 'a', label: '~100 arrived', side: 'below', rank: 1, opacity: 1 };
const collection = (properties: Record<string, unknown>): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [44, 33] }, properties }],
});
const unit = { sidc: 'SFGPUCI----F---', icon: 'unit:light:SFGPUCI----F---', offset: [0, 0], opacity: 1, rank: 1 };
const details = { rowsAt: (id: string) => (id === 'Kuwait' ? [2, 5] : id === 'Embassy' ? [1] : undefined) };
const sources = storySources({ places, details }, { labels: collection(label), units: collection(unit) });
const featuresIn = (name: keyof typeof sources) => {
  const { data } = sources[name];
  if (typeof data !== 'object' || !('features' in data)) throw new Error('expected a collection');
  return data.features;
};

describe('storySources', () => {
  it('names the places that a source locates, and outlines those that have an outline', () => {
    expect(featuresIn('places').map(({ properties }) => String(properties?.['id']))).toEqual([
      'Embassy',
      'Strikes',
      'Kuwait',
    ]);
    expect(featuresIn('places').map(({ properties }) => Number(properties?.['told']))).toEqual([1, 0, 2]);
    expect(featuresIn('areas').map(({ properties }) => String(properties?.['id']))).toEqual(['Zone']);
  });
});

const styleIn = (theme: typeof lightTheme) => {
  const basemap = offlineStyle(theme, { language: 'en', names: {}, disputedBorders: 'dashed' });
  return storyStyle(basemap, theme, sources, places);
};

describe('storyStyle', () => {
  it.each([lightTheme, darkTheme])('is a valid style, dark: $dark', (theme) => {
    expect(validateStyleMin(styleIn(theme)).map((error) => error.message)).toEqual([]);
  });

  it('has no filter and no layout that a date could move: a step re-tiles nothing', () => {
    for (const layer of styleIn(lightTheme).layers.filter(({ id }) => id.startsWith('story-'))) {
      const still = JSON.stringify(['filter' in layer ? layer.filter : null, layer.layout ?? null]);
      expect(still, layer.id).not.toContain('feature-state');
      expect(still, layer.id).not.toContain('global-state');
    }
  });

  it('has its marks below the names of the basemap, and above all else of it', () => {
    const style = styleIn(lightTheme);
    const first = style.layers.findIndex(({ id }) => id === firstNameLayer(style));
    const before = style.layers[first - 1];
    expect(before?.id).toBe('story-areas');
    expect(style.layers.slice(0, first).every(({ type }) => type !== 'symbol')).toBe(true);
    expect(style.layers[first]?.type).toBe('symbol');
  });

  it('lays out numbers first, then room for all marks, then the names of what has one, then those of areas', () => {
    const { layers } = styleIn(lightTheme);
    // Symbols are laid out from the last layer to the first, and in a layer from the lowest sort key.
    const order = layers.map(({ id }) => id).filter((id) => /^story-(names|room|numbers)$/.test(id));
    expect(order).toEqual(['story-names', 'story-room', 'story-numbers']);
    const [names, room] = ['story-names', 'story-room'].map((id) => layers.find((layer) => layer.id === id));
    if (names?.type !== 'symbol' || room?.type !== 'symbol') throw new Error('expected symbol layers');
    const key = createExpression(names.layout?.['symbol-sort-key'], 'layout');
    if (key.result !== 'success') throw new Error('expected a sort key');
    const { filter } = featureFilter(room.filter, 'filter');
    const ranked = featuresIn('places').map(({ properties }) => {
      const feature = { type: 'Point' as const, properties: properties ?? {} };
      const rank = Number(key.value.evaluate({ zoom: 5 }, feature));
      return { id: String(properties?.['id']), rank, hasRoom: filter({ zoom: 5 }, feature) };
    });
    expect(ranked.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id)).toEqual(['Embassy', 'Kuwait', 'Strikes']);
    expect(ranked.filter(({ hasRoom }) => hasRoom).map(({ id }) => id)).toEqual(['Embassy']);
  });

  it('names a city once that is a place of the story, in the map’s language too', () => {
    const basemap = offlineStyle(lightTheme, { language: 'ar', names: {}, disputedBorders: 'dashed' });
    const arabic = new Map([['tehran', { ...place('tehran', [51.4, 35.7]), title: 'طهران' }]]);
    const { layers } = storyStyle(basemap, lightTheme, sources, arabic);
    const cities = layers.find(({ id }) => id === 'world-city-names');
    const { filter } = featureFilter(cities && 'filter' in cities ? cities.filter : undefined, 'filter');
    const shows = (name: string) =>
      filter({ zoom: 6 }, { type: 1, properties: { kind: 'locality', 'name:en': 'Tehran', 'name:ar': name } } as never);
    expect([shows('طهران'), shows('قم')]).toEqual([false, true]);
  });

  it('names a city once that is a place of the story', () => {
    const cities = styleIn(lightTheme).layers.find(({ id }) => id === 'world-city-names');
    expect(JSON.stringify(cities && 'filter' in cities ? cities.filter : '')).toContain('"Embassy"');
  });
});
