import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from './theme';

/** Id of the lowest layer of names: what lies on the ground goes before it. */
export const FIRST_LABEL_LAYER = 'sea-names';

/** Zoom at which a town is wide enough for its name to stand on it, and needs no dot. */
const TOWN_ZOOM = 8;

/** Filters see the whole zoom of a tile only, so that the half zooms among `min_zoom` must be met half a zoom early. */
const SHOWN_FROM_MIN_ZOOM: ExpressionSpecification = ['>=', ['zoom'], ['-', ['get', 'min_zoom'], 0.5]];
/** Capitals of the smallest states would crowd a continent's map. */
const GREAT_OR_NEAR: ExpressionSpecification = ['any', ['>=', ['get', 'population'], 6e4], ['>=', ['zoom'], 6]];

/** How names are written in a language. */
interface Lettering {
  name: ExpressionSpecification;
  /** Whether the script may be set in spaced capitals: Arabic letters join, and have no capitals. */
  capitals: boolean;
}

/** The basemap's dots and names from the `gazetteer` source in `language` (BCP 47). Later layers get their room first. */
export function labelLayers(theme: Theme, language: string): LayerSpecification[] {
  const arabic = /^ar\b/i.test(language);
  const lettering: Lettering = {
    name: arabic ? ['coalesce', ['get', 'name:ar'], ['get', 'name:en']] : ['get', 'name:en'],
    capitals: !arabic,
  };
  return [
    cityDots(theme),
    seaNames(theme, lettering),
    regionNames(theme, lettering),
    airfieldNames(theme, lettering),
    cityNames(theme, lettering),
    countryNames(theme, lettering),
  ];
}

function byZoom(...stops: (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

function ofKind(kind: string, ...conditions: ExpressionSpecification[]): FilterSpecification {
  return ['all', ['==', ['get', 'kind'], kind], ...conditions];
}

function spacedCapitals({ capitals }: Lettering, spacing: number) {
  return { 'text-transform': capitals ? 'uppercase' : 'none', 'text-letter-spacing': capitals ? spacing : 0 } as const;
}

function onLand(theme: Theme, colour: string) {
  return { 'text-color': colour, 'text-halo-color': theme.halo, 'text-halo-width': 1.3 };
}

function cityDots(theme: Theme): LayerSpecification {
  return {
    id: 'city-dots',
    type: 'circle',
    source: 'gazetteer',
    minzoom: 4,
    maxzoom: TOWN_ZOOM,
    filter: ofKind('locality', SHOWN_FROM_MIN_ZOOM, GREAT_OR_NEAR),
    paint: {
      'circle-radius': ['case', ['has', 'capital'], 2.4, 1.8],
      'circle-color': ['case', ['has', 'capital'], theme.cityDot, theme.land],
      'circle-stroke-color': theme.cityDot,
      'circle-stroke-width': 1,
    },
  };
}

function seaNames(theme: Theme, lettering: Lettering): LayerSpecification {
  return {
    id: FIRST_LABEL_LAYER,
    type: 'symbol',
    source: 'gazetteer',
    filter: ofKind('sea', SHOWN_FROM_MIN_ZOOM),
    layout: {
      'text-field': lettering.name,
      'text-font': ['Noto Sans Italic'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 13],
      'text-letter-spacing': lettering.capitals ? 0.08 : 0,
      'text-max-width': 6,
    },
    paint: { 'text-color': theme.seaLabel, 'text-halo-color': theme.water, 'text-halo-width': 1 },
  };
}

function regionNames(theme: Theme, lettering: Lettering): LayerSpecification {
  return {
    id: 'region-names',
    type: 'symbol',
    source: 'gazetteer',
    minzoom: 5,
    maxzoom: 9,
    filter: ofKind(
      'region',
      // A label's zoom in Natural Earth is meant for tiles half as wide as MapLibre's.
      ['>=', ['zoom'], ['-', ['get', 'min_zoom'], 1]],
      // Kuwait's lie on islands far from the towns they are named after.
      ['!=', ['get', 'iso'], 'KW'],
    ),
    layout: {
      'text-field': lettering.name,
      'text-font': ['Noto Sans Regular'],
      'text-size': lettering.capitals ? 10 : 11.5,
      ...spacedCapitals(lettering, 0.12),
      'text-max-width': 8,
      'text-padding': 12,
    },
    paint: onLand(theme, theme.regionLabel),
  };
}

function airfieldNames(theme: Theme, lettering: Lettering): LayerSpecification {
  return {
    id: 'airfield-names',
    type: 'symbol',
    source: 'gazetteer',
    minzoom: 7,
    filter: ofKind('aerodrome', ['any', ['has', 'major'], ['>=', ['zoom'], 9]]),
    layout: {
      'text-field': lettering.name,
      'text-font': ['Noto Sans Italic'],
      'text-size': 11,
      'text-max-width': 8,
      'text-variable-anchor-offset': ['center', [0, 0], 'top', [0, 0.4], 'bottom', [0, -0.4]],
    },
    paint: onLand(theme, theme.airfieldLabel),
  };
}

function cityNames(theme: Theme, lettering: Lettering): LayerSpecification {
  const byPopulation = (small: number, large: number, huge: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['get', 'population'],
    5e4,
    small,
    1e6,
    large,
    7e6,
    huge,
  ];
  const anchors = ['left', [0.55, 0], 'right', [-0.55, 0], 'top', [0, 0.45], 'bottom', [0, -0.45]];
  const aslant = ['bottom-left', [0.3, -0.25], 'top-left', [0.3, 0.25], 'bottom-right', [-0.3, -0.25]];
  return {
    id: 'city-names',
    type: 'symbol',
    source: 'gazetteer',
    filter: ofKind('locality', SHOWN_FROM_MIN_ZOOM, GREAT_OR_NEAR),
    layout: {
      'text-field': lettering.name,
      'text-font': ['case', ['has', 'capital'], ['literal', ['Noto Sans Medium']], ['literal', ['Noto Sans Regular']]],
      'text-size': byZoom(
        3,
        ['case', ['has', 'capital'], 11.5, 10],
        7,
        byPopulation(11, 13.5, 16),
        11,
        byPopulation(12, 17, 21),
      ),
      'symbol-sort-key': ['-', ['get', 'min_zoom'], ['/', ['get', 'population'], 1e7]],
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
  };
}

function countryNames(theme: Theme, lettering: Lettering): LayerSpecification {
  // Ranks go by area, from 1 for the largest to 6.
  const lowestRank: ExpressionSpecification = ['step', ['zoom'], 1, 1, 2, 3, 3, 4, 4, 5, 6];
  return {
    id: 'country-names',
    type: 'symbol',
    source: 'gazetteer',
    maxzoom: 7.5,
    filter: ofKind('country', ['<=', ['get', 'rank'], lowestRank]),
    layout: {
      'text-field': lettering.name,
      'text-font': ['Noto Sans Medium'],
      'text-size': byZoom(1, ['-', 12, ['get', 'rank']], 6, ['-', 18, ['*', 1.2, ['get', 'rank']]]),
      ...spacedCapitals(lettering, 0.12),
      'text-max-width': 7,
      'text-padding': 4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: onLand(theme, theme.countryLabel),
  };
}
