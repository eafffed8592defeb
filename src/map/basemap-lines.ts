import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { DisputedBorders } from '../model/basemap';
import { byZoom, layerOf, metres, ofKinds, type SchemaSource } from './basemap-layers';
import type { Theme } from './theme';

/** From here on the lines of a coarse source would be seen to stray. */
const COARSE_END = 10.5;
/** Here a finer source takes over those lines that it has too. */
const FINE_START = 9;
const DISPUTED: ExpressionSpecification = ['==', ['get', 'disputed'], true];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;
/** A river that is drawn for a part of its way is cut where that ends, and not rounded off. */
const CUT = { 'line-cap': 'butt', 'line-join': 'round' } as const;

/** Rivers, roads and borders, all sources' together, so that a coarse border is not hidden by a finer town. */
export function lineLayers(
  theme: Theme,
  sources: readonly SchemaSource[],
  disputed: DisputedBorders,
): LayerSpecification[] {
  return [
    ...sources.flatMap((source) => rivers(theme, source)),
    ...sources.flatMap((source) => roadLayers(theme, source)),
    ...sources.flatMap((source) => borders(theme, source, disputed)),
  ];
}

function rivers(theme: Theme, source: SchemaSource): LayerSpecification[] {
  const { coarse } = source;
  const weight: ExpressionSpecification = ['coalesce', ['get', 'weight'], 0.5];
  const width: ExpressionSpecification = ['coalesce', ['get', 'width_meters'], 20];
  const stays: ExpressionSpecification = ['case', ['has', 'detailed'], 0, 1];
  return layerOf(source, 'water', 'rivers', {
    type: 'line',
    minzoom: coarse ? 3 : 8,
    ...(coarse ? { maxzoom: COARSE_END } : {}),
    filter: ofKinds(coarse ? ['river'] : ['river', 'canal'], ['==', ['geometry-type'], 'LineString']),
    layout: coarse ? ROUND : CUT,
    paint: coarse
      ? {
          'line-color': theme.river,
          'line-width': byZoom(3, ['*', 0.6, weight], 6, ['*', 2.2, weight], 10, ['*', 4, weight]),
          'line-opacity': byZoom(
            3,
            0.6,
            5,
            1,
            FINE_START - 0.3,
            1,
            FINE_START,
            stays,
            COARSE_END - 0.5,
            stays,
            COARSE_END,
            0,
          ),
        }
      : {
          // From afar it is a line among the coarse ones, near by it is water.
          'line-color': ['interpolate', ['linear'], ['zoom'], FINE_START, theme.river, FINE_START + 2, theme.water],
          'line-width': metres(width, 1.4),
          'line-opacity': byZoom(8, 0, FINE_START, 1),
        },
  });
}

/** Widths in pixels at zooms 6, 10, 12 and 15, and the first zoom, by the kinds of roads. */
const ROADS = [
  { kind: 'minor_road', minzoom: 12, widths: [0, 0, 0.8, 4] },
  { kind: 'major_road', minzoom: 8, widths: [0.3, 0.8, 2, 7] },
  { kind: 'highway', minzoom: 6, widths: [0.6, 1.3, 3, 9] },
] as const;
/** Nearer than this a road has a casing. */
const NEAR = 10.5;

/** All roads from afar; near by all casings first, so that roads meet within them. */
function roadLayers(theme: Theme, source: SchemaSource): LayerSpecification[] {
  const shown: ExpressionSpecification = ['!', ['has', 'is_tunnel']];
  const passes = [
    { prefix: 'far-', colour: theme.distantRoad, casing: 0, from: 0, end: { maxzoom: NEAR } },
    { prefix: 'casing-', colour: theme.roadCasing, casing: 1.2, from: NEAR, end: {} },
    { prefix: '', colour: theme.road, casing: 0, from: NEAR, end: {} },
  ];
  return [
    ...runways(theme, source),
    ...passes.flatMap(({ prefix, colour, casing, from, end }) =>
      ROADS.flatMap(({ kind, minzoom, widths }) =>
        layerOf(source, 'roads', prefix + kind, {
          type: 'line',
          minzoom: Math.max(from, minzoom),
          ...end,
          filter: ofKinds([kind], shown),
          layout: ROUND,
          paint: { 'line-color': colour, 'line-width': widthOf(widths, casing) },
        }),
      ),
    ),
  ];
}

function widthOf([six, ten, twelve, fifteen]: readonly [number, number, number, number], casing: number) {
  return byZoom(6, six, 10, ten + casing, 12, twelve + casing, 15, fifteen + 1.5 * casing);
}

function runways(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return layerOf(source, 'roads', 'runways', {
    type: 'line',
    minzoom: 9,
    filter: ['==', ['get', 'kind_detail'], 'runway'],
    paint: {
      'line-color': theme.runway,
      'line-width': metres(60, 1),
    },
  });
}

function borders(theme: Theme, source: SchemaSource, disputed: DisputedBorders): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  const shown: ExpressionSpecification[] = disputed === 'hidden' ? [['!', DISPUTED]] : [];
  const undisputed: ExpressionSpecification[] = disputed === 'solid' ? [] : [['!', DISPUTED]];
  const paint = {
    'line-color': theme.border,
    'line-width': byZoom(1, 0.4, 4, 0.8, 8, 1.6),
    'line-opacity': byZoom(1, 0.6, 4, 1),
  };
  return [
    ...layerOf(source, 'boundaries', 'regions', {
      type: 'line',
      minzoom: 4.5,
      ...(source.coarse ? { maxzoom: COARSE_END } : {}),
      filter: ofKinds(['region']),
      paint: {
        'line-color': theme.region,
        'line-width': byZoom(4, 0.4, 10, 1.2),
        'line-dasharray': [3, 2],
        'line-opacity': byZoom(4.5, 0, 5.5, 1, COARSE_END - 1.5, 1, COARSE_END, source.coarse ? 0 : 1),
      },
    }),
    ...layerOf(source, 'boundaries', 'border-bands', {
      type: 'line',
      minzoom: 4,
      filter: ofKinds(['country'], ...shown),
      layout: join,
      paint: { 'line-color': theme.borderBand, 'line-width': byZoom(4, 2, 8, 6) },
    }),
    ...layerOf(source, 'boundaries', 'borders', {
      type: 'line',
      filter: ofKinds(['country'], ...undisputed),
      layout: join,
      paint,
    }),
    ...(disputed === 'dashed'
      ? layerOf(source, 'boundaries', 'disputed-borders', {
          type: 'line',
          filter: ofKinds(['country'], DISPUTED),
          layout: join,
          paint: { ...paint, 'line-dasharray': [2.5, 2] },
        })
      : []),
  ];
}
