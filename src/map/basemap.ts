import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import gazetteer from '../../basemap/places.geojson?url';
import { FOCUS_ARCHIVE, WORLD_ARCHIVE } from './archive';
import { labelLayers } from './basemap-labels';
import { FONT_FACES } from './font-faces';
import type { Theme } from './theme';

export { FIRST_LABEL_LAYER } from './basemap-labels';

/** From this zoom on the focus areas' own land and lakes cover the coarser ones of the world. */
const FOCUS_ZOOM = 6;
/** Rivers and provinces are drawn for a country's map: their lines stray by a kilometre or more, which shows from here on. */
const RIVER_END = 9.5;
const REGION_END = 10.5;

/**
 * The offline basemap as a style (MapLibre style specification, version 8): land, water and borders, then names in
 * `language` (BCP 47), which are Arabic where that is asked for and known, else English. Its vector sources need
 * `registerArchives`. Every call gives a new style, which the caller may change.
 */
export function basemapStyle(theme: Theme, language: string): StyleSpecification {
  return {
    version: 8,
    name: theme.dark ? 'Dateline dark' : 'Dateline light',
    'font-faces': structuredClone(FONT_FACES),
    sources: sources(),
    layers: [
      ...groundLayers(theme),
      ...focusLayers(theme),
      riverLayer(theme),
      ...borderLayers(theme),
      ...labelLayers(theme, language),
    ],
  };
}

function sources(): Record<'world' | 'focus' | 'gazetteer', SourceSpecification> {
  return {
    world: { type: 'vector', url: `pmtiles://${WORLD_ARCHIVE}`, attribution: 'Natural Earth' },
    focus: { type: 'vector', url: `pmtiles://${FOCUS_ARCHIVE}`, attribution: '© OpenStreetMap contributors' },
    gazetteer: { type: 'geojson', data: new URL(gazetteer, import.meta.url).href, attribution: 'GeoNames' },
  };
}

function groundLayers(theme: Theme): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.water } },
    {
      id: 'land',
      type: 'fill',
      source: 'world',
      'source-layer': 'earth',
      paint: { 'fill-color': theme.land, 'fill-outline-color': theme.coast },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'world',
      'source-layer': 'water',
      filter: ['==', ['get', 'kind'], 'lake'],
      paint: { 'fill-color': theme.water },
    },
  ];
}

/** An opaque rectangle of sea first, so that nothing of the world's coarser shores shows beside the finer ones. */
function focusLayers(theme: Theme): LayerSpecification[] {
  const earth = { type: 'fill', source: 'focus', 'source-layer': 'earth', minzoom: FOCUS_ZOOM } as const;
  return [
    {
      ...earth,
      id: 'focus-sea',
      filter: ['==', ['get', 'kind'], 'ocean'],
      paint: { 'fill-color': theme.water, 'fill-antialias': false },
    },
    { ...earth, id: 'focus-land', filter: ['==', ['get', 'kind'], 'earth'], paint: { 'fill-color': theme.land } },
    { ...earth, id: 'focus-lakes', 'source-layer': 'water', paint: { 'fill-color': theme.water } },
  ];
}

function riverLayer(theme: Theme): LayerSpecification {
  return {
    id: 'rivers',
    type: 'line',
    source: 'world',
    'source-layer': 'water',
    minzoom: 3,
    maxzoom: RIVER_END,
    filter: ['==', ['get', 'kind'], 'river'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': theme.river,
      // `w` is the river's own weight, about 0.2 to 1.
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        3,
        ['*', 0.6, ['get', 'w']],
        6,
        ['*', 2.2, ['get', 'w']],
        10,
        ['*', 4, ['get', 'w']],
      ],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 5, 1, RIVER_END - 1, 1, RIVER_END, 0],
    },
  };
}

function borderLayers(theme: Theme): LayerSpecification[] {
  const boundaries = { type: 'line', source: 'world', 'source-layer': 'boundaries' } as const;
  return [
    {
      ...boundaries,
      id: 'regions',
      minzoom: 4.5,
      maxzoom: REGION_END,
      filter: ['==', ['get', 'kind'], 'region'],
      paint: {
        'line-color': theme.region,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.4, 10, 1.2],
        'line-dasharray': [3, 2],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 4.5, 0, 5.5, 1, REGION_END - 1.5, 1, REGION_END, 0],
      },
    },
    {
      ...boundaries,
      id: 'border-bands',
      minzoom: 4,
      filter: ['==', ['get', 'kind'], 'country'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.borderBand, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 2, 8, 6] },
    },
    {
      ...boundaries,
      id: 'borders',
      filter: ['==', ['get', 'kind'], 'country'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.4, 4, 0.8, 8, 1.6],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 4, 1],
      },
    },
  ];
}
