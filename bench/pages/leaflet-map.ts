import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { BACKGROUND, CENTER, COLORS, ZOOM } from '../scene';
import type { EventFeature } from './events-file';
import { canvasScreen, colorOf, type Screen } from './screen';
import type { LoadRequest } from './technique';

/** Leaflet's canvas renderer, whose drawing can be watched and repeated. */
interface WatchedCanvas extends L.Canvas {
  _container: HTMLCanvasElement;
  _redraw(): void;
}

/** A Leaflet map of the scene and the canvas that all its circles are drawn on. */
export interface LeafletScene {
  map: L.Map;
  /** A circle of an event, for `pointToLayer`. */
  circle(feature: EventFeature, place: L.LatLng): L.CircleMarker;
  repaint(): void;
  settle(): Promise<void>;
  screen: Screen;
}

/** Makes the map, ready for layers. */
export function createLeaflet({ container, radius, onmap, onframe }: LoadRequest): LeafletScene {
  container.style.background = BACKGROUND;
  const map = L.map(container, { zoomControl: false, attributionControl: false });
  map.setView([CENTER[1], CENTER[0]], ZOOM + 1);
  const Watched = L.Canvas.extend({
    _redraw(this: WatchedCanvas) {
      (L.Canvas.prototype as WatchedCanvas)._redraw.call(this);
      onframe();
    },
  }) as unknown as new () => WatchedCanvas;
  const renderer = new Watched();
  renderer.addTo(map);
  const canvas = renderer._container;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the canvas has no 2D context');
  onmap();
  return {
    map,
    circle: ({ properties }, place) =>
      L.circleMarker(place, {
        renderer,
        radius,
        stroke: false,
        fillColor: COLORS[properties.kind],
        fillOpacity: 1,
      }),
    repaint: () => void requestAnimationFrame(() => renderer._redraw()),
    settle: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    screen: canvasScreen(context, () => cornerIn(canvas, container), colorOf(BACKGROUND)),
  };
}

/** Where the map's top left corner lies on its canvas, which is larger than the map. */
function cornerIn(canvas: HTMLCanvasElement, container: HTMLElement): { x: number; y: number } {
  const [inner, outer] = [container.getBoundingClientRect(), canvas.getBoundingClientRect()];
  return { x: Math.round(inner.left - outer.left), y: Math.round(inner.top - outer.top) };
}
