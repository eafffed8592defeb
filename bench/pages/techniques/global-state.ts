import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import { WINDOW_DAYS, type EventMode } from '../../scene';
import { circlePaint, createMap, settleMap } from '../maplibre-map';
import { webglScreen } from '../screen';
import type { Technique } from '../technique';

const DATE: ExpressionSpecification = ['global-state', 'day'];

/** MapLibre's circle layer with a filter that reads the date from the style's state, and `setGlobalStateProperty`. */
export function globalState(): Technique {
  let map: MapLibre;
  return {
    async load(request) {
      map = await createMap(request, { state: { day: { default: request.days.to } } });
      map.addSource('events', { type: 'geojson', data: request.url });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        filter: filterOf(request.mode),
        layout: { 'circle-sort-key': ['get', 'day'] },
        paint: circlePaint(request.radius),
      });
      return webglScreen(map.getCanvas());
    },
    step: ({ to }) => void map.setGlobalStateProperty('day', to),
    repaint: () => map.triggerRepaint(),
    settle: () => settleMap(map),
  };
}

function filterOf(mode: EventMode): ExpressionSpecification {
  const begun: ExpressionSpecification = ['<=', ['get', 'day'], DATE];
  return mode === 'cumulative' ? begun : ['all', begun, ['>', ['get', 'day'], ['-', DATE, WINDOW_DAYS]]];
}
