import type { Chronicle } from '../model/chronicle';
import type { Story } from '../model/feature';
import { mercatorOf, positionOf } from '../model/mercator';

/** Degrees of air around places that lie close together. */
const AIR = 0.5;

/**
 * What the map frames at first, `[west, south, east, north]`: as the story says, else all its places and marks;
 * undefined without any.
 */
export function boundsOf(story: Story, { places, columns: { marks } }: Chronicle): Story['bounds'] {
  if (story.bounds) return story.bounds;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let mark = 0; mark < marks.length; mark++) widen(box, marks.x[mark] ?? 0, marks.y[mark] ?? 0);
  for (const { point } of places.values()) {
    const at = point && mercatorOf(point);
    if (at) widen(box, ...at);
  }
  if (box.left > box.right) return undefined;
  const [west, north] = positionOf(box.left, box.top);
  const [east, south] = positionOf(box.right, box.bottom);
  return [west - AIR, Math.max(-85, south - AIR), east + AIR, Math.min(85, north + AIR)];
}

/** In steps of the world. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function widen(box: Box, x: number, y: number): void {
  if (x < box.left) box.left = x;
  if (x > box.right) box.right = x;
  if (y < box.top) box.top = y;
  if (y > box.bottom) box.bottom = y;
}
