import { DAY, type When } from './when';

/** What a dated thing is at a moment: not yet, true in it, over, or without a date. */
export type State = 'ahead' | 'now' | 'past' | 'undated';

/** The days on which a reader stands: from the first up to, and not with, the last; days of the local calendar since 1970. */
export interface Moment {
  from: number;
  to: number;
}

/** The day, since 1970-01-01 of the local calendar, of a midnight in milliseconds as `When` has it. */
export function dayOf(midnight: number): number {
  return Math.floor(midnight / DAY);
}

/** What is true at a moment, the one rule that the map, the list and the counts all ask. */
export function stateAt(when: When | null, moment: Moment): State {
  if (!when) return 'undated';
  if (dayOf(when.begin) >= moment.to) return 'ahead';
  return when.end / DAY > moment.from ? 'now' : 'past';
}
