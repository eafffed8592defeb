import type { Position } from 'geojson';
import { WORLD, positionOf } from '../model/mercator';
import { worldShareOf } from '../map/arc';
import { FRAME_PADDING, type Camera } from '../map/camera';
import type { InView } from '../map/label-spot';
import { OFFLINE_MAX_ZOOM } from '../map/offline-basemap';

/** Pixels round the world at zoom 0, as MapLibre has it. */
const WORLD_PIXELS = 512;

/** What a plain map shows: a flat one with north above, in pixels of the page. */
export interface PlainView {
  width: number;
  height: number;
  zoom: number;
  /** Pixels round the world at this zoom. */
  world: number;
  /** The view's upper left corner, in pixels of that world. */
  left: number;
  top: number;
}

/** Where a map begins: a camera, else what it frames, `[west, south, east, north]` in degrees, else the world. */
export interface PlainFrame {
  camera?: Camera | undefined;
  bounds?: readonly [number, number, number, number] | undefined;
}

/** The view that MapLibre opens with on the offline basemap at this size (`fitBounds` with {@link FRAME_PADDING}). */
export function plainViewOf({ width, height }: { width: number; height: number }, frame: PlainFrame): PlainView {
  const { zoom: wanted, middle } = frame.camera ? cameraOf(frame.camera) : fitted(width, height, frame);
  // The world is never less high than the map.
  const zoom = Math.max(Math.log2(height / WORLD_PIXELS), Math.min(wanted, OFFLINE_MAX_ZOOM));
  const world = WORLD_PIXELS * 2 ** zoom;
  const top = Math.max(0, Math.min(world - height, middle[1] * world - height / 2));
  return { width, height, zoom, world, left: middle[0] * world - width / 2, top };
}

function cameraOf({ zoom, longitude, latitude }: Camera) {
  return { zoom, middle: worldShareOf([longitude, latitude]) };
}

function fitted(width: number, height: number, { bounds }: PlainFrame) {
  if (!bounds) return { zoom: 0, middle: [0.5, 0.5] as [number, number] };
  const [west, south, east, north] = bounds;
  const [left, top] = worldShareOf([west, north]);
  const [right, bottom] = worldShareOf([east, south]);
  const room = (length: number) => Math.max(1, length - 2 * FRAME_PADDING) / WORLD_PIXELS;
  const scale = Math.min(room(width) / (right - left), room(height) / (bottom - top));
  return { zoom: Math.log2(scale), middle: [(left + right) / 2, (top + bottom) / 2] as [number, number] };
}

/** Where a `[longitude, latitude]` in degrees is in a view, by the shorter way round the world from its middle. */
export function pixelOf(view: PlainView, position: Position): [x: number, y: number] {
  const { world, left, top, width } = view;
  const [share, down] = worldShareOf(position);
  const x = share * world - left;
  return [x - Math.round((x - width / 2) / world) * world, down * world - top];
}

/** What of the earth a view shows, in degrees. */
export function boundsOfView({ left, top, width, height, world }: PlainView): InView {
  const [west, north] = positionOf((left / world) * WORLD, (top / world) * WORLD);
  const [east, south] = positionOf(((left + width) / world) * WORLD, ((top + height) / world) * WORLD);
  return { west, south, east, north, width };
}
