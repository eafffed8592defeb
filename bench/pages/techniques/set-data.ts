import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { FeatureCollection, Point } from 'geojson';
import type { DayRange } from '../../scene';
import { fetchEvents, positionsOf, type EventsByDay } from '../events-file';
import { circlePaint, createMap, settleMap } from '../maplibre-map';
import { webglScreen } from '../screen';
import type { Technique } from '../technique';

/** MapLibre's circle layer, and `setData` at every step with the events to show, which the main thread keeps. */
export function setData(): Technique {
  let map: MapLibre;
  let events: EventsByDay;
  return {
    async load(request) {
      [map, events] = await Promise.all([createMap(request), fetchEvents(request.url)]);
      map.addSource('events', { type: 'geojson', data: shown(events, request.days) });
      // The events come in order of date, which is the order they are drawn in: no sort key is needed.
      map.addLayer({ id: 'events', type: 'circle', source: 'events', paint: circlePaint(request.radius) });
      return webglScreen(map.getCanvas());
    },
    step: (days) => void map.getSource<GeoJSONSource>('events')?.setData(shown(events, days)),
    repaint: () => map.triggerRepaint(),
    settle: () => settleMap(map),
  };
}

function shown({ features, days }: EventsByDay, range: DayRange): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features: features.slice(...positionsOf(days, range)) };
}
