import type { Position } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';

/** Where the map looks: degrees, and MapLibre's zoom. */
export interface Camera {
  zoom: number;
  latitude: number;
  longitude: number;
}

/** Where a map without a turn can be moved. */
export const DIRECTIONS = ['north', 'west', 'east', 'south'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Pixels between what a map frames and its edges. */
export const FRAME_PADDING = 24;

/** How much of what is in view a press of a button moves the map by. */
const PAN_SHARE = 0.25;

/** Moves the map by a quarter of what it shows. */
export function panTowards(map: MapLibre, direction: Direction): void {
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  const [x, y] = { north: [0, -1], south: [0, 1], west: [-1, 0], east: [1, 0] }[direction] as [number, number];
  map.panBy([x * width * PAN_SHARE, y * height * PAN_SHARE]);
}

/** Pixels of a wide map that an open card covers. */
const CARD_WIDTH = 388;
/** Pixels that a point keeps from the edge. */
const MARGIN = 40;

/** Brings a `[longitude, latitude]` point into view, if it is not, beside what covers the map's end side. */
export function revealPoint(map: MapLibre, [longitude = 0, latitude = 0]: Position, direction: 'ltr' | 'rtl'): void {
  const { x, y } = map.project([longitude, latitude]);
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  const covered = width > CARD_WIDTH * 1.6 ? CARD_WIDTH : 0;
  const [left, right] = direction === 'rtl' ? [covered, 0] : [0, covered];
  const inside = x > left + MARGIN && y > MARGIN && x < width - right - MARGIN && y < height - MARGIN;
  if (!inside) map.easeTo({ center: [longitude, latitude], offset: [(left - right) / 2, 0] });
}
