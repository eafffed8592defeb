import { Map as MapLibre, setWorkerUrl, type CircleLayerSpecification, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { BACKGROUND, CENTER, COLORS, ZOOM } from '../scene';
import type { LoadRequest } from './technique';

/** The kinds' colours and a mark's radius in pixels, as paint of a circle layer. */
export function circlePaint(radius: number): NonNullable<CircleLayerSpecification['paint']> {
  return {
    'circle-radius': radius,
    'circle-color': [
      'match',
      ['get', 'kind'],
      'incident',
      COLORS.incident,
      'statement',
      COLORS.statement,
      COLORS.context,
    ],
  };
}

/**
 * A map of the scene, or as another camera sees it, with nothing on it but a background; `root` is more of its style's
 * root. Resolves when layers may be added.
 */
export async function createMap(
  { container, onmap, onframe }: Pick<LoadRequest, 'container' | 'onmap' | 'onframe'>,
  root: Pick<StyleSpecification, 'state' | 'font-faces'> = {},
  camera: { center: [number, number]; zoom: number } = { center: CENTER, zoom: ZOOM },
): Promise<MapLibre> {
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    ...camera,
    container,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
    style: {
      version: 8,
      ...root,
      sources: {},
      layers: [{ id: 'background', type: 'background', paint: { 'background-color': BACKGROUND } }],
    },
  });
  map.on('render', onframe);
  await map.once('load');
  onmap();
  return map;
}

/** Resolves when nothing moves, loads or waits to be drawn. */
export async function settleMap(map: MapLibre): Promise<void> {
  map.triggerRepaint();
  await map.once('idle');
}
