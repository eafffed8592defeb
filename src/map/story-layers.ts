import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { KINDS } from '../model/feature';
import { headName } from './symbols';
import type { Theme } from './theme';

/** Whether a thing shows at the date is feature state `state`: `now`, `past` or absent. Nothing else moves on a step. */
const STATE: ExpressionSpecification = ['coalesce', ['feature-state', 'state'], 'absent'];
const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];

const DASHES: Record<string, number[] | undefined> = {
  arrived: undefined,
  'under way': [2.5, 1.5],
  announced: [0.1, 2],
  'on alert': [0.1, 2],
};

/** The layers between which the clock layer's soft circles and its symbols lie. */
export const ABOVE_CIRCLES = `story-casing-arrived`;
export const ABOVE_SYMBOLS = 'story-numbers';

/** The story's layers that lie below the basemap's labels: outlined areas, then lines. */
export function layersUnderLabels(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'story-areas',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': kindColour(theme, ['feature-state', 'kind']),
        'fill-opacity': ['match', STATE, 'now', theme.dark ? 0.24 : 0.18, 'past', theme.dark ? 0.11 : 0.08, 0],
        'fill-antialias': false,
      },
    },
    ...Object.entries(DASHES).flatMap(([status, dashes]) => lineLayers(theme, status, dashes)),
    {
      id: 'story-heads',
      type: 'symbol',
      source: 'heads',
      layout: {
        'icon-image': ['case', ['get', 'reported'], headName(true, theme), headName(false, theme)],
        'icon-size': ['interpolate', ['linear'], ['get', 'width'], 2, 0.75, 10, 1.15],
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        // The tip stays clear of the symbol at the end of the line.
        'icon-offset': [0, 16],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': opacity(1, 0.45) },
    },
  ];
}

function lineLayers(theme: Theme, status: string, dashes: number[] | undefined): LayerSpecification[] {
  const layout = { 'line-cap': dashes?.[0] === 2.5 ? 'butt' : 'round', 'line-join': 'round' } as const;
  const filter: ExpressionSpecification = ['==', ['get', 'status'], status];
  const dashed = dashes ? { 'line-dasharray': dashes } : {};
  const width: ExpressionSpecification = ['get', 'width'];
  const wider: ExpressionSpecification = ['+', width, ['case', SELECTED, 1.5, HOVERED, 1, 0]];
  return [
    {
      id: `story-casing-${status}`,
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: { 'line-color': theme.casing, 'line-width': ['+', width, 4], 'line-opacity': opacity(0.85, 0.4) },
    },
    {
      id: `story-line-${status}`,
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: { 'line-color': theme.movement, 'line-width': wider, 'line-opacity': opacity(1, 0.4), ...dashed },
    },
    // What the report does not say is hollow: a pale core leaves only the outline of the line.
    {
      id: `story-core-${status}`,
      type: 'line',
      source: 'lines',
      filter: ['all', filter, ['!', ['get', 'reported']]],
      layout,
      paint: {
        'line-color': theme.casing,
        'line-width': ['max', 0, ['-', width, 2.5]],
        'line-opacity': opacity(1, 0.6),
      },
    },
  ];
}

/** The story's layers above the basemap's labels: places, and the names and numbers over the symbols. */
export function layersOverLabels(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'story-places',
      type: 'circle',
      source: 'places',
      filter: ['!', ['get', 'area']],
      paint: {
        'circle-radius': 3.5,
        'circle-color': theme.casing,
        'circle-stroke-color': theme.place,
        'circle-stroke-width': 1.5,
        'circle-opacity': ringOpacity(1),
        'circle-stroke-opacity': ringOpacity(0.75),
      },
    },
    ...wordLayers(theme),
  ];
}

function wordLayers(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'story-numbers',
      type: 'symbol',
      source: 'lines',
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'label'],
        'text-font': ['Noto Sans Medium'],
        'text-size': 12.5,
        'text-offset': [0, -1.1],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': theme.movementText,
        'text-halo-color': theme.casing,
        'text-halo-width': 1.6,
        'text-opacity': opacity(1, 0.55),
      },
    },
    {
      id: 'story-names',
      type: 'symbol',
      source: 'places',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Noto Sans Medium'],
        'text-size': 12,
        'text-max-width': 9,
        'text-variable-anchor-offset': ['left', [1.1, 0], 'right', [-1.1, 0], 'bottom', [0, -1.1], 'top', [0, 1.1]],
        'text-justify': 'auto',
        'text-padding': 3,
      },
      paint: {
        'text-color': theme.place,
        'text-halo-color': theme.casing,
        'text-halo-width': 1.4,
        'text-opacity': placeOpacity(1),
      },
    },
  ];
}

function opacity(now: number, past: number): ExpressionSpecification {
  return ['match', STATE, 'now', now, 'past', past, 0];
}

/** An area without a symbol is named only while something shows there. */
function placeOpacity(shown: number): ExpressionSpecification {
  const marked: ExpressionSpecification = ['boolean', ['feature-state', 'marked'], false];
  const hidden: ExpressionSpecification = ['boolean', ['feature-state', 'hidden'], false];
  return ['case', ['any', hidden, ['all', ['get', 'area'], ['!', marked]]], 0, shown];
}

/** A place's own ring gives way to the symbol that stands on it. */
function ringOpacity(shown: number): ExpressionSpecification {
  return ['case', ['boolean', ['feature-state', 'marked'], false], 0, placeOpacity(shown)];
}

function kindColour(theme: Theme, kind: ExpressionSpecification): ExpressionSpecification {
  const colours = KINDS.flatMap((name) => [name, theme[name]]);
  return ['match', ['coalesce', kind, 'place'], ...colours, theme.place] as unknown as ExpressionSpecification;
}
