import type { Stretch } from './stretch';

/** The stretch that a range opens with: it ends at a stop and looks back an eighth of all stops, or ahead where there is no back. */
export function openingStretch(index: number, total: number): Stretch {
  const back = Math.max(1, Math.round(total / 8));
  const first = Math.max(0, index - back);
  return { first, last: Math.min(total - 1, Math.max(index, first + back)) };
}
