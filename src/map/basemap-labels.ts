import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { byZoom, layerOf, ofKinds, type Lettering, type SchemaSource } from './basemap-layers';
import { DUE, namesIn, onLand, type Names } from './basemap-names';
import { cityDots, cityNames, countryNames, districtNames, regionNames } from './basemap-places';
import type { Theme } from './theme';

/** Rivers of the map of a country are named until the line itself goes, or a finer one takes its place. */
const COARSE_RIVER_NAMES_END = 10;
const NOT_DETAILED: ExpressionSpecification = ['any', ['<', ['zoom'], 9], ['!', ['has', 'detailed']]];
const POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const LINE: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
/** Points of interest that help to find one's way; shops and the like are not what these maps are for. */
const SITES = [
  ...['aerodrome', 'military', 'dam', 'lighthouse', 'industrial', 'train_station', 'station', 'hospital', 'hotel'],
  ...['attraction', 'museum', 'square', 'place_of_worship', 'university', 'stadium', 'townhall'],
];

/**
 * The dots and names of all `sources`. Later layers get their room first: a country's name before a city's, a city's
 * before a district's.
 */
export function labelLayers(
  theme: Theme,
  sources: readonly SchemaSource[],
  lettering: Lettering,
): LayerSpecification[] {
  const names = namesIn(lettering);
  return [
    ...sources.flatMap((source) => cityDots(theme, source)),
    ...[
      ...[waterNames, riverNames, regionNames, roadNames, siteNames],
      ...[districtNames, cityNames, countryNames],
    ].flatMap((layer) => sources.flatMap((source) => layer(theme, source, names))),
  ];
}

function waterNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'water', 'water-names', {
    type: 'symbol',
    filter: ofKinds(['ocean', 'sea', 'bay', 'strait', 'fjord', 'lake'], POINT, DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['Noto Sans Italic'],
      'text-size': byZoom(1, 10, 6, ['match', ['get', 'kind'], 'lake', 11, 13]),
      'text-letter-spacing': names.capitals ? 0.08 : 0,
      'text-max-width': 6,
    },
    paint: { 'text-color': theme.waterLabel, 'text-halo-color': theme.water, 'text-halo-width': 1 },
  });
}

function riverNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'water', 'river-names', {
    type: 'symbol',
    minzoom: source.coarse ? 5 : 9,
    ...(source.coarse ? { maxzoom: COARSE_RIVER_NAMES_END } : {}),
    filter: ofKinds(['river', 'canal'], LINE, ['has', 'name'], NOT_DETAILED),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 300,
      'text-field': names.text,
      'text-font': ['Noto Sans Italic'],
      'text-size': byZoom(5, 10, 12, 12.5),
      'text-letter-spacing': names.capitals ? 0.04 : 0,
      // A river at this scale turns at every other letter.
      'text-max-angle': source.coarse ? 80 : 30,
      'text-padding': 4,
    },
    paint: {
      'text-color': theme.waterLabel,
      'text-halo-color': source.coarse ? theme.halo : theme.water,
      'text-halo-width': 1.2,
    },
  });
}

function roadNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'roads', 'road-names', {
    type: 'symbol',
    minzoom: 11,
    filter: ofKinds(['highway', 'major_road'], ['has', 'name']),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': names.text,
      'text-font': ['Noto Sans Regular'],
      'text-size': 10.5,
      'text-max-angle': 30,
      'text-padding': 8,
    },
    paint: { 'text-color': theme.roadLabel, 'text-halo-color': theme.road, 'text-halo-width': 1.4 },
  });
}

function siteNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'pois', 'site-names', {
    type: 'symbol',
    minzoom: 7,
    filter: ofKinds(SITES, DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['Noto Sans Italic'],
      'text-size': 11,
      'text-max-width': 8,
      'text-padding': 4,
      'symbol-sort-key': ['coalesce', ['get', 'min_zoom'], 20],
      'text-variable-anchor-offset': ['center', [0, 0], 'top', [0, 0.4], 'bottom', [0, -0.4]],
    },
    paint: onLand(theme, theme.siteLabel),
  });
}
