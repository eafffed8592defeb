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

/** A map of the scene with nothing on it but a background; resolves when layers may be added. */
export async function createMap(
  { container, onmap, onframe }: LoadRequest,
  state: StyleSpecification['state'] = {},
): Promise<MapLibre> {
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    container,
    center: CENTER,
    zoom: ZOOM,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
    style: {
      version: 8,
      state,
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
