import L from 'leaflet';
import type { DayRange } from '../../scene';
import { fetchEvents, positionsOf } from '../events-file';
import { createLeaflet, type LeafletScene } from '../leaflet-map';
import type { Technique } from '../technique';

/** Leaflet's circle markers on a canvas: a step adds those that come and removes those that go. */
export function leaflet(): Technique {
  let scene: LeafletScene;
  let circles: L.CircleMarker[];
  let days: Int32Array;
  /** Positions of the circles on the map, the second not included. */
  let [first, last] = [0, 0];

  const show = (range: DayRange) => {
    const [newFirst, newLast] = positionsOf(days, range);
    for (let index = first; index < last; index++) {
      if (index < newFirst || index >= newLast) circles[index]?.remove();
    }
    for (let index = Math.max(newFirst, last); index < newLast; index++) circles[index]?.addTo(scene.map);
    // Earlier circles belong below those that stay, the earliest at the bottom.
    for (let index = Math.min(newLast, last) - 1; index >= newFirst; index--) {
      if (index < first) circles[index]?.addTo(scene.map).bringToBack();
    }
    [first, last] = [newFirst, newLast];
  };

  return {
    async load(request) {
      scene = createLeaflet(request);
      const events = await fetchEvents(request.url);
      days = events.days;
      circles = events.features.map((feature) => {
        const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
        return scene.circle(feature, L.latLng(latitude, longitude));
      });
      show(request.days);
      return scene.screen;
    },
    step: show,
    repaint: () => scene.repaint(),
    settle: () => scene.settle(),
  };
}
