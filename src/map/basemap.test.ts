import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { schemaStyle, tileSource } from './basemap';
import { SCHEMA_LAYERS, type Lettering } from './basemap-layers';
import { OFFLINE_ARCHIVES, detailInView, offlineStyle } from './offline-basemap';
import { darkTheme, lightTheme } from './theme';

const DISPUTED = ['dashed', 'solid', 'hidden'] as const;
const english: Lettering = { language: 'en', names: {}, disputedBorders: 'dashed' };
const STYLES = [lightTheme, darkTheme].flatMap((theme) =>
  ['en', 'en-GB', 'ar', 'ar-IQ', 'fr'].flatMap((language) =>
    DISPUTED.map((disputedBorders) => ({ theme, dark: theme.dark, language, disputedBorders })),
  ),
);

/** A style of one archive that holds every layer of the schema, as Protomaps' own do. */
function protomapsStyle(lettering: Lettering = english, theme = lightTheme) {
  const url = 'https://example.org/planet.pmtiles';
  return schemaStyle(theme, lettering, [{ id: 'tiles', has: new Set(SCHEMA_LAYERS) }], {
    tiles: tileSource(url, [0, 15], '© OpenStreetMap'),
  });
}

describe.each(STYLES)('the styles (dark: $dark, $language, disputed borders $disputedBorders)', (choice) => {
  const lettering = { ...choice, names: { 'Persian Gulf': { en: 'The Gulf', ar: 'الخليج' } } };
  const styles = [offlineStyle(choice.theme, lettering), protomapsStyle(lettering, choice.theme)];

  test('follow the style specification', () => {
    for (const style of styles) expect(validateStyleMin(style)).toEqual([]);
  });

  test('have names above all that is drawn', () => {
    for (const { layers } of styles) {
      const first = layers.findIndex(({ type }) => type === 'symbol');
      const after = layers.slice(first).map(({ type }) => type);
      expect(new Set(after)).toEqual(new Set(['symbol']));
    }
  });

  test('need no sprite, and only fonts they bring', () => {
    for (const style of styles) {
      expect(style).not.toHaveProperty('sprite');
      expect(style).not.toHaveProperty('glyphs');
      for (const { layout = {} } of style.layers) {
        expect(layout).not.toHaveProperty('icon-image');
        const fonts = JSON.stringify('text-font' in layout ? layout['text-font'] : []).match(/Noto Sans \w+/g) ?? [];
        for (const font of fonts) expect(Object.keys(style['font-faces'] ?? {})).toContain(font);
      }
    }
  });

  test('draw every source they name, and no other', () => {
    for (const style of styles) {
      const drawn = style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
      expect(new Set(drawn)).toEqual(new Set(Object.keys(style.sources)));
      const ids = style.layers.map(({ id }) => id);
      expect(ids).toHaveLength(new Set(ids).size);
    }
  });
});

test('the offline style credits its sources in plain text, and says that its detail is schematic', () => {
  const credits = Object.values(offlineStyle(lightTheme, english).sources).map((source) =>
    'attribution' in source ? source.attribution : '',
  );
  expect(credits).toEqual([
    'Natural Earth, GeoNames, OurAirports, Unicode CLDR',
    '© OpenStreetMap contributors',
    'schematic city detail: GeoNames, Who’s On First',
  ]);
  expect(OFFLINE_ARCHIVES).toHaveLength(3);
});

describe('names', () => {
  const najaf = { name: 'النجف', 'name:en': 'Najaf', 'name:ar': 'النجف' };

  test.each([
    ['en', najaf, 'Najaf'],
    ['en-GB', najaf, 'Najaf'],
    ['ar-IQ', najaf, 'النجف'],
    ['fr', najaf, 'Najaf'],
    ['fr', { ...najaf, 'name:fr': 'Nadjaf' }, 'Nadjaf'],
    ['ar', { name: 'Topeka', 'name:en': 'Topeka' }, 'Topeka'],
    ['en', { name: 'Topeka' }, 'Topeka'],
  ])('in %s', (language, properties, name) => {
    expect(nameIn({ ...english, language }, properties)).toBe(name);
  });

  test('are the editor’s where the editor has one in that language', () => {
    const names = { 'Persian Gulf': { en: 'Arabian Gulf', ar: 'الخليج العربي' } };
    const gulf = { 'name:en': 'Persian Gulf', 'name:ar': 'الخليج الفارسي' };
    expect(nameIn({ ...english, names }, gulf)).toBe('Arabian Gulf');
    expect(nameIn({ ...english, language: 'ar', names }, gulf)).toBe('الخليج العربي');
    expect(nameIn({ ...english, language: 'fr', names }, gulf)).toBe('Persian Gulf');
    expect(nameIn({ ...english, names }, najaf)).toBe('Najaf');
  });

  test('are in spaced capitals in Latin script only: Arabic letters join', () => {
    for (const { layout = {} } of protomapsStyle({ ...english, language: 'ar' }).layers) {
      if ('text-letter-spacing' in layout) expect(layout['text-letter-spacing']).toBe(0);
      if ('text-transform' in layout) expect(layout['text-transform']).toBe('none');
    }
  });

  test('come at the zoom they are due', () => {
    const town = { kind: 'locality', min_zoom: 8, 'name:en': 'Hit' };
    const shows = (zoom: number) => drawnBy(layer('tiles-city-names'), zoom, town);
    expect([7, 8, 9].map(shows)).toEqual([false, true, true]);
  });

  function nameIn(lettering: Lettering, properties: Record<string, string>): unknown {
    const { layout } = layer('tiles-city-names', protomapsStyle(lettering).layers);
    return evaluate(layout && 'text-field' in layout ? layout['text-field'] : undefined, 6, properties);
  }
});

describe('borders', () => {
  const agreed = { kind: 'country', kind_detail: 2 };
  const disputed = { ...agreed, disputed: true };
  const drawing = (disputedBorders: Lettering['disputedBorders'], border: Record<string, unknown>) =>
    protomapsStyle({ ...english, disputedBorders })
      .layers.filter((each) => /(^|-)(disputed-)?borders$/.test(each.id) && drawnBy(each, 5, border))
      .map(({ id, paint }) => (paint && 'line-dasharray' in paint ? `${id}, dashed` : id));

  test.each([
    ['dashed', ['tiles-disputed-borders, dashed']],
    ['solid', ['tiles-borders']],
    ['hidden', []],
  ] as const)('that are not agreed on are %s', (way, layers) => {
    expect(drawing(way, disputed)).toEqual(layers);
    expect(drawing(way, agreed)).toEqual(['tiles-borders']);
  });
});

test('coarse rivers end where they would be seen to stray, and fine ones begin', () => {
  const { layers } = offlineStyle(lightTheme, english);
  const coarse = layer('world-rivers', layers);
  const opacity = coarse.paint && 'line-opacity' in coarse.paint ? coarse.paint['line-opacity'] : undefined;
  expect([8, 9.5, 10.5].map((zoom) => evaluate(opacity, zoom))).toEqual([1, 1, 0]);
  expect([8, 9, 9.5].map((zoom) => evaluate(opacity, zoom, { detailed: true }))).toEqual([1, 0, 0]);
  expect(coarse.maxzoom).toBe(10.5);
  const fine = layer('detail-rivers', layers);
  const width = fine.paint && 'line-width' in fine.paint ? fine.paint['line-width'] : undefined;
  // 230 m are 57 pixels of 4 m at zoom 14 and the latitude of Baghdad.
  expect(evaluate(width, 14, { width_meters: 230 })).toBeCloseTo(57.5);
  expect(evaluate(width, 13, { width_meters: 230 })).toBeCloseTo(57.5 / 2, 0);
});

test('a source has layers only for what its tiles hold, and only from its own zoom on', () => {
  const { layers } = offlineStyle(lightTheme, english);
  const focus = layers.filter(({ id }) => id.startsWith('focus-'));
  expect(focus.map((each) => ('source-layer' in each ? each['source-layer'] : ''))).not.toContain('roads');
  expect(focus.length).toBeGreaterThan(1);
  for (const { minzoom } of focus) expect(minzoom).toBeGreaterThanOrEqual(6);
});

test('two styles share nothing', () => {
  const [one, other] = [offlineStyle(lightTheme, english), offlineStyle(lightTheme, english)];
  expect(one).toEqual(other);
  expect(one.sources['world']).not.toBe(other.sources['world']);
  expect(one['font-faces']).not.toBe(other['font-faces']);
});

test('the schematic area in view is the one at the middle of the map', () => {
  expect(detailInView(11, [44.3, 33.2, 44.5, 33.4])).toMatchObject({ id: 'baghdad' });
  expect(detailInView(5, [40, 29, 49, 37])).toBeUndefined();
  expect(detailInView(11, [10, 50, 10.2, 50.1])).toBeUndefined();
});

function layer(id: string, layers: readonly LayerSpecification[] = protomapsStyle().layers): LayerSpecification {
  const found = layers.find((each) => each.id === id);
  if (!found) throw new Error(`no layer ${id}`);
  return found;
}

/** Whether a layer draws a feature of `properties` in a tile of `zoom`. */
function drawnBy(each: LayerSpecification, zoom: number, properties: Record<string, unknown>): boolean {
  const filter = 'filter' in each ? each.filter : undefined;
  return featureFilter(filter, 'filter').filter({ zoom }, { type: 1, properties } as never);
}

/** What a style's expression gives for a feature of `properties` at `zoom`. */
function evaluate(expression: unknown, zoom: number, properties: Record<string, unknown> = {}): unknown {
  const parsed = createExpression(expression, 'expression');
  if (parsed.result === 'error') throw new Error(JSON.stringify(parsed.value));
  return parsed.value.evaluate({ zoom }, { type: 'Point', properties } as never);
}
