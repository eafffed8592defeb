import L from 'leaflet';
import 'leaflet-timedimension';
import { DAY, DAYS, FIRST_DATE, WINDOW_DAYS } from '../../scene';
import { fetchEvents, type EventFeature } from '../events-file';
import { createLeaflet, type LeafletScene } from '../leaflet-map';
import type { Technique } from '../technique';

/** Leaflet.TimeDimension's GeoJSON layer over circles on a canvas, and `setCurrentTime`. */
export function leafletTimeDimension(): Technique {
  let scene: LeafletScene;
  let timeDimension: L.TimeDimension;
  return {
    async load(request) {
      scene = createLeaflet(request);
      const { features } = await fetchEvents(request.url);
      const isWindow = request.mode === 'window';
      // It reads a duration of a hundred days as some months and weeks, so each event says its own last day.
      for (const { properties } of features) {
        const last = isWindow ? properties.day + WINDOW_DAYS - 1 : properties.day;
        Object.assign(properties, { times: [timeOf(properties.day), timeOf(last)] });
      }
      const layer = L.geoJSON(features, {
        pointToLayer: (feature, place) => scene.circle(feature as EventFeature, place),
      });
      timeDimension = L.timeDimension({
        times: Array.from({ length: DAYS }, (_, day) => timeOf(day)),
        currentTime: timeOf(request.days.to),
      });
      const options = isWindow ? { timeDimension, duration: 'PT1H' } : { timeDimension };
      L.timeDimension.layer.geoJson(layer, options).addTo(scene.map);
      return scene.screen;
    },
    step: ({ to }) => timeDimension.setCurrentTime(timeOf(to)),
    repaint: () => scene.repaint(),
    settle: () => scene.settle(),
  };
}

function timeOf(day: number): number {
  return FIRST_DATE + day * DAY;
}
