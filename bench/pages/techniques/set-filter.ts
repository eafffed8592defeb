import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import type { DayRange, EventMode } from '../../scene';
import { circlePaint, createMap, settleMap } from '../maplibre-map';
import { webglScreen } from '../screen';
import type { Technique } from '../technique';

/** MapLibre's circle layer over a GeoJSON source, and `setFilter` at every step. */
export function setFilter(): Technique {
  let map: MapLibre;
  let mode: EventMode;
  return {
    async load(request) {
      mode = request.mode;
      map = await createMap(request);
      map.addSource('events', { type: 'geojson', data: request.url });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        filter: filterOf(request.days, mode),
        layout: { 'circle-sort-key': ['get', 'day'] },
        paint: circlePaint(request.radius),
      });
      return webglScreen(map.getCanvas());
    },
    step: (days) => void map.setFilter('events', filterOf(days, mode)),
    repaint: () => map.triggerRepaint(),
    settle: () => settleMap(map),
  };
}

function filterOf({ from, to }: DayRange, mode: EventMode): ExpressionSpecification {
  const begun: ExpressionSpecification = ['<=', ['get', 'day'], to];
  return mode === 'cumulative' ? begun : ['all', begun, ['>=', ['get', 'day'], from]];
}
