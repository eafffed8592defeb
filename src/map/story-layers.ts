import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { KINDS } from '../model/feature';
import { NUMBER, type Side } from './label-spot';
import type { Theme } from './theme';

/** Whether a thing shows at the date is feature state `state`: `now`, `past` or absent. Nothing else moves on a step. */
const STATE: ExpressionSpecification = ['coalesce', ['feature-state', 'state'], 'absent'];
/** Areas are drawn by what happened in them alone. */
export const HAS_MARK: ExpressionSpecification = ['!', ['get', 'area']];
/** The layer under which the clock layer's symbols lie. */
export const ABOVE_SYMBOLS = 'story-units';

/** The story's layers that lie below the basemap's labels: outlined areas. Soft circles and movements follow. */
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
  ];
}

/** The story's layers above the basemap's labels: places, and the names and numbers over the symbols. */
export function layersOverLabels(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'story-places',
      type: 'circle',
      source: 'places',
      filter: HAS_MARK,
      paint: {
        'circle-radius': 3.5,
        'circle-color': theme.casing,
        'circle-stroke-color': theme.place,
        'circle-stroke-width': 1.5,
        'circle-opacity': ringOpacity(1),
        'circle-stroke-opacity': ringOpacity(0.75),
      },
    },
    UNITS,
    namesLayer(theme),
    ROOM,
    numbersLayer(theme),
  ];
}

const UNITS: LayerSpecification = {
  id: ABOVE_SYMBOLS,
  type: 'symbol',
  source: 'units',
  layout: {
    'icon-image': ['get', 'icon'],
    'icon-offset': ['get', 'offset'],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'icon-opacity': ['get', 'opacity'] },
};

function namesLayer(theme: Theme): LayerSpecification {
  return {
    id: 'story-names',
    type: 'symbol',
    source: 'places',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Noto Sans Medium'],
      'text-size': 12,
      'text-max-width': 9,
      'text-variable-anchor-offset': roomForName(),
      'text-justify': 'auto',
      'text-padding': 3,
      // What has no mark is named where there is room beside all that has one.
      'symbol-sort-key': ['-', ['case', ['get', 'area'], 1e6, 0], ['get', 'told']],
    },
    paint: {
      'text-color': theme.place,
      'text-halo-color': theme.casing,
      'text-halo-width': 1.4,
      'text-opacity': placeOpacity(1),
    },
  };
}

/** Laid out before names, which keep off the marks of all places. A letter, as that is there in every style. */
const ROOM: LayerSpecification = {
  id: 'story-room',
  type: 'symbol',
  source: 'places',
  filter: HAS_MARK,
  layout: {
    'text-field': 'O',
    'text-font': ['Noto Sans Medium'],
    'text-size': 16,
    'text-line-height': 1,
    'text-overlap': 'always',
    'text-padding': 1,
  },
  paint: { 'text-opacity': 0 },
};

/** Laid out first, as numbers tell what names only place. */
function numbersLayer(theme: Theme): LayerSpecification {
  return {
    id: 'story-numbers',
    type: 'symbol',
    source: 'labels',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': ['Noto Sans Medium'],
      'text-size': NUMBER.size,
      'text-line-height': NUMBER.lineHeight,
      'text-max-width': NUMBER.widest,
      'text-variable-anchor-offset': roomBeside(),
      'text-justify': 'auto',
      'text-padding': 2,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': theme.movementText,
      'text-halo-color': theme.casing,
      'text-halo-width': 1.8,
      // What is out of date goes with the step; what is new comes when it is laid out.
      'text-opacity': ['case', ['boolean', ['feature-state', 'gone'], false], 0, ['get', 'opacity']],
    },
  };
}

/** Sides or corners of words, each with how far from the point it stands, in ems. */
type Anchorings = (string | [number, number])[];

/** Where a name may stand, the best place first: beside a mark on any side, or over an area, which has none. */
function roomForName(): ExpressionSpecification {
  const beside: Anchorings = [
    ...['left', [1.1, 0], 'right', [-1.1, 0], 'bottom-left', [0.9, -1.1], 'bottom-right', [-0.9, -1.1]],
    ...['bottom', [0, -1.1], 'top', [0, 1.1]],
  ] as Anchorings;
  const over: Anchorings = ['center', [0, 0], 'bottom', [0, -1], 'top', [0, 1]];
  return ['case', ['get', 'area'], ['literal', over], ['literal', beside]] as unknown as ExpressionSpecification;
}

/** Where a number may stand about its point, the best place first: on both sides of a line, and round a place. */
function roomBeside(): ExpressionSpecification {
  const sides: Record<Side, Anchorings> = {
    upright: ['left', [0.95, 0], 'right', [-0.95, 0]],
    rising: ['top-left', [0.6, 0.45], 'bottom-right', [-0.6, -0.45]],
    level: ['bottom', [0, -0.8], 'top', [0, 0.8]],
    falling: ['bottom-left', [0.6, -0.45], 'top-right', [-0.6, 0.45]],
    below: ['top', [0, 1.35], 'left', [1.35, 0], 'right', [-1.35, 0], 'bottom', [0, -1.35], 'top-left', [1, 1]],
    right: ['left', [1.35, 0], 'right', [-1.35, 0], 'bottom', [0, -1.35], 'top', [0, 1.35]],
    left: ['right', [-1.35, 0], 'bottom', [0, -1.35], 'left', [1.35, 0], 'top', [0, 1.35]],
    above: ['bottom', [0, -1.35], 'left', [1.35, 0], 'right', [-1.35, 0], 'top', [0, 1.35]],
  };
  const cases = Object.entries(sides).flatMap(([side, anchors]) => [side, ['literal', anchors]]);
  return ['match', ['get', 'side'], ...cases, ['literal', sides.below]] as unknown as ExpressionSpecification;
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
