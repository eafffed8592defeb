import type { Position } from 'geojson';
import { isWithin, type Bounds } from '../geometry/bounds.ts';

/** Where the story's places lie, which are mapped more finely. */
export const FOCUS_BOXES: readonly Bounds[] = [
  // Mesopotamia and Kuwait
  [38.4, 28.2, 49.2, 37.7],
  // Cyrenaica
  [19, 30.4, 23.6, 33.2],
  // The Carolinas
  [-80.6, 33.6, -75.2, 36.8],
  // South-east Florida
  [-81.4, 25, -79.7, 28.2],
  // The Potomac
  [-78.2, 37.9, -75.6, 39.8],
];

/** Whether a place is in one of the focus boxes. */
export function isInFocus(position: Position): boolean {
  return FOCUS_BOXES.some((box) => isWithin(position, box));
}
