import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { PlainFeature } from './tiles';
import { areaPath, circlePath, linePath } from './paths';
import type { PathShape } from './shape';
import type { FeatureState, PlainLayer } from './plain-layer';
import type { PlainView } from './view';

/** What is true of a feature of a source at the date. */
export type StateOf = (feature: PlainFeature) => FeatureState;

const NO_STATE: StateOf = () => ({});

/**
 * A background, fill, line or circle layer as paths: one for all features that look alike. A blur, which is drawn on the
 * closest maps only, is left out.
 */
export function groundShapes(
  layer: PlainLayer,
  features: readonly PlainFeature[],
  { width, height }: PlainView,
  stateOf: StateOf = NO_STATE,
): PathShape[] {
  const { type } = layer.layer;
  if (type === 'background') {
    return [{ form: 'path', d: `M0 0H${width}V${height}H0Z`, fill: String(layer.paint('background-color')) }];
  }
  const drawn = Object.hasOwn(DRAWN_BY, type) ? layer.filter(features) : [];
  return (DRAWN_BY[type] ?? []).flatMap((shapeOf) =>
    joined(drawn.map((feature) => shapeOf(layer, feature, stateOf(feature)))),
  );
}

/** What a type of layer draws of a feature, the last on top. */
const DRAWN_BY: Partial<Record<LayerSpecification['type'], (typeof fillOf)[]>> = {
  fill: [fillOf, outlineOf],
  line: [lineOf],
  circle: [circleOf],
};

function fillOf(layer: PlainLayer, feature: PlainFeature, state: FeatureState): PathShape {
  return {
    form: 'path',
    d: feature.type === 'Polygon' ? areaPath(feature) : '',
    fill: String(layer.paint('fill-color', feature, state)),
    opacity: Number(layer.paint('fill-opacity', feature, state)),
  };
}

function outlineOf(layer: PlainLayer, feature: PlainFeature, state: FeatureState): PathShape {
  const colour = layer.paint('fill-outline-color', feature, state);
  return {
    form: 'path',
    d: colour === undefined || colour === null ? '' : linePath(feature),
    stroke: String(colour),
    width: 1,
    opacity: Number(layer.paint('fill-opacity', feature, state)),
  };
}

function lineOf(layer: PlainLayer, feature: PlainFeature, state: FeatureState): PathShape {
  const width = Math.round(Number(layer.paint('line-width', feature, state)) * 20) / 20;
  const dashes = layer.paint('line-dasharray', feature, state) as number[] | null | undefined;
  return {
    form: 'path',
    d: width > 0 ? linePath(feature) : '',
    stroke: String(layer.paint('line-color', feature, state)),
    width,
    opacity: Number(layer.paint('line-opacity', feature, state)),
    cap: layer.layout('line-cap', feature) as 'butt' | 'round',
    join: layer.layout('line-join', feature) as 'miter' | 'round',
    ...(dashes ? { dashes: dashes.map((length) => length * width) } : {}),
  };
}

function circleOf(layer: PlainLayer, feature: PlainFeature, state: FeatureState): PathShape {
  const number = (name: string) => Number(layer.paint(name, feature, state));
  // MapLibre's stroke lies outside the radius, SVG's on it.
  const width = number('circle-stroke-width');
  return {
    form: 'path',
    d: circlePath(feature, number('circle-radius') + width / 2),
    fill: String(layer.paint('circle-color', feature, state)),
    stroke: String(layer.paint('circle-stroke-color', feature, state)),
    width,
    opacity: number('circle-opacity'),
    strokeOpacity: number('circle-stroke-opacity'),
  };
}

/** One path for all that look alike, in order of the first of each. */
function joined(shapes: readonly PathShape[]): PathShape[] {
  const looks = new Map<string, PathShape>();
  for (const { d, ...look } of shapes) {
    if (d === '' || look.opacity === 0) continue;
    const key = JSON.stringify(look);
    const known = looks.get(key);
    if (known) known.d += d;
    else looks.set(key, { ...look, d });
  }
  return [...looks.values()];
}
