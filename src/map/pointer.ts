import type { Map as MapLibre } from 'maplibre-gl';
import type { Hit } from './hit';

/** How long after a touch the browser still tells of it as of a mouse, in milliseconds. */
const TOUCH_ECHO = 700;

/** Where a reader points, in pixels of the map, and with what. */
export type Pointing = (point: { x: number; y: number }, pointer: 'mouse' | 'touch') => Hit;

/** What a map does with what a reader points at. */
export interface PointerOptions {
  hitAt: Pointing;
  onhover: (hit: Hit) => void;
  /** Something was clicked or touched; `again` looks anew at the same point. */
  onchoose: (hit: Hit, again: () => Hit) => void;
}

/** Tells what lies under the pointer, at most once a frame, and what was clicked or touched. */
export function followPointer(map: MapLibre, { hitAt, onhover, onchoose }: PointerOptions): void {
  let touched = -Infinity;
  let waiting: { x: number; y: number } | undefined;
  map.on('touchstart', () => (touched = performance.now()));
  map.on('click', ({ point }) => {
    const pointer = performance.now() - touched < TOUCH_ECHO ? 'touch' : 'mouse';
    const again = () => hitAt(point, pointer);
    const hit = again();
    if (hit.place !== undefined || hit.rows.length > 0) onchoose(hit, again);
  });
  map.on('mousemove', ({ point }) => {
    if (!waiting) {
      requestAnimationFrame(() => {
        if (waiting) onhover(hitAt(waiting, 'mouse'));
        waiting = undefined;
      });
    }
    waiting = point;
  });
  map.on('mouseout', () => {
    waiting = undefined;
    onhover({ rows: [] });
  });
}
