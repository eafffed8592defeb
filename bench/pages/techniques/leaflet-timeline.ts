import L from 'leaflet';
import 'leaflet.timeline';
import { DAYS, DAYS_PER_STEP, WINDOW_DAYS } from '../../scene';
import { fetchEvents, type EventFeature } from '../events-file';
import { createLeaflet, type LeafletScene } from '../leaflet-map';
import type { Technique } from '../technique';

/** Leaflet.timeline over circles on a canvas, and `setTime`. Its times are any numbers: here they are days. */
export function leafletTimeline(): Technique {
  let scene: LeafletScene;
  let timeline: L.Timeline;
  return {
    async load(request) {
      scene = createLeaflet(request);
      const { features } = await fetchEvents(request.url);
      const lasting = request.mode === 'window' ? WINDOW_DAYS : DAYS;
      timeline = L.timeline(
        { type: 'FeatureCollection', features },
        {
          pointToLayer: (feature, place) => scene.circle(feature as EventFeature, place),
          getInterval: (feature) => {
            const { day, title } = feature.properties as EventFeature['properties'];
            // It draws in no order of date, so a beacon ends where the next one, on top of it, begins.
            const days = title.startsWith('Beacon') ? DAYS_PER_STEP : lasting;
            return { start: day, end: day + days, endExclusive: true };
          },
        },
      );
      timeline.addTo(scene.map);
      timeline.setTime(request.days.to);
      return scene.screen;
    },
    step: ({ to }) => timeline.setTime(to),
    repaint: () => scene.repaint(),
    settle: () => scene.settle(),
  };
}
