import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { byZoom, layerOf, ofKinds, type SchemaSource } from './basemap-layers';
import { DUE, onLand, spacedCapitals, type Names } from './basemap-names';
import type { Theme } from './theme';

/** Zoom at which a town is wide enough for its name to stand on it, and needs no dot. */
const TOWN_ZOOM = 8;
/** 0 to 18, by population: 8 is from 50,000 on, 12 from a million, 14 from ten. */
const POPULATION: ExpressionSpecification = ['coalesce', ['get', 'population_rank'], 0];
const CAPITAL: ExpressionSpecification = ['==', ['get', 'capital'], 'yes'];

/** Dots of towns and cities, where their names stand beside them. */
export function cityDots(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return layerOf(source, 'places', 'city-dots', {
    type: 'circle',
    minzoom: 3,
    maxzoom: TOWN_ZOOM,
    filter: ofKinds(['locality'], DUE),
    paint: {
      'circle-radius': ['case', CAPITAL, 2.4, 1.8],
      'circle-color': ['case', CAPITAL, theme.cityDot, theme.land],
      'circle-stroke-color': theme.cityDot,
      'circle-stroke-width': 1,
    },
  });
}

/** Names of provinces. */
export function regionNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'places', 'region-names', {
    type: 'symbol',
    minzoom: 5,
    maxzoom: 9,
    filter: ofKinds(['region'], DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['Noto Sans Regular'],
      'text-size': names.capitals ? 10 : 11.5,
      ...spacedCapitals(names, 0.12),
      'text-max-width': 8,
      'text-padding': 12,
    },
    paint: onLand(theme, theme.regionLabel),
  });
}

/** Names of parts of cities. */
export function districtNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  return layerOf(source, 'places', 'district-names', {
    type: 'symbol',
    minzoom: 10,
    filter: ofKinds(['neighbourhood', 'macrohood'], DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['Noto Sans Regular'],
      'text-size': byZoom(10, 10.5, 14, 13),
      'text-max-width': 7,
      'text-padding': 6,
      'symbol-sort-key': ['coalesce', ['get', 'min_zoom'], 20],
    },
    paint: onLand(theme, theme.districtLabel),
  });
}

/** Names of towns and cities, by rank. */
export function cityNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  const byPopulation = (small: number, large: number, huge: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    POPULATION,
    ...[8, small, 12, large, 14, huge],
  ];
  const anchors = ['left', [0.55, 0], 'right', [-0.55, 0], 'top', [0, 0.45], 'bottom', [0, -0.45]];
  const aslant = ['bottom-left', [0.3, -0.25], 'top-left', [0.3, 0.25], 'bottom-right', [-0.3, -0.25]];
  return layerOf(source, 'places', 'city-names', {
    type: 'symbol',
    filter: ofKinds(['locality'], DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['case', CAPITAL, ['literal', ['Noto Sans Medium']], ['literal', ['Noto Sans Regular']]],
      'text-size': byZoom(
        ...[3, ['case', CAPITAL, 11.5, 10] as ExpressionSpecification],
        ...[7, byPopulation(11, 13.5, 16), 11, byPopulation(12, 17, 21)],
      ),
      'symbol-sort-key': ['-', ['coalesce', ['get', 'min_zoom'], 20], ['/', POPULATION, 20]],
      'text-variable-anchor-offset': [
        'step',
        ['zoom'],
        ['literal', [...anchors, ...aslant]],
        TOWN_ZOOM,
        ['literal', ['center', [0, 0]]],
      ],
      'text-justify': 'auto',
      'text-max-width': 8,
      'text-padding': 2,
    },
    paint: onLand(theme, theme.cityLabel),
  });
}

/** Names of countries, the greatest first. */
export function countryNames(theme: Theme, source: SchemaSource, names: Names): LayerSpecification[] {
  // The later it is named, the smaller the country.
  const due: ExpressionSpecification = ['coalesce', ['get', 'min_zoom'], 3];
  return layerOf(source, 'places', 'country-names', {
    type: 'symbol',
    maxzoom: 7.5,
    filter: ofKinds(['country'], DUE),
    layout: {
      'text-field': names.text,
      'text-font': ['Noto Sans Medium'],
      'text-size': byZoom(1, ['-', 11, ['*', 0.8, due]], 6, ['max', 10.5, ['-', 17, ['*', 1.2, due]]]),
      ...spacedCapitals(names, 0.12),
      'text-max-width': 7,
      'text-padding': 4,
      'symbol-sort-key': due,
    },
    paint: onLand(theme, theme.countryLabel),
  });
}
