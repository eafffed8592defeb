import { isShown, type Entry, type Filter } from './entry';
import type { When } from './when';

/** What a dated thing is at a date: not yet, true on it, over, or without a date. */
export type State = 'ahead' | 'now' | 'past' | 'undated';

/**
 * What is true at a date, the one rule that the map, the list and the counts all ask.
 * `date` is a midnight of the local calendar in milliseconds, as in `When`.
 */
export function stateAt(when: When | null, date: number): State {
  if (!when) return 'undated';
  if (date < when.begin) return 'ahead';
  return date < when.end ? 'now' : 'past';
}

/**
 * What the map draws at a date: the state, `now` or `past`, by entry id. Absent are entries that are ahead, undated
 * or filtered out, and reports that a later report of the same movement replaced: one force is one mark.
 * `entries` are in order of date, as `entriesOf` gives them.
 */
export function drawnAt(entries: readonly Entry[], filter: Filter, date: number): Map<string, 'now' | 'past'> {
  const latestReport = new Map<string, string>();
  const drawn = new Map<string, 'now' | 'past'>();
  for (const entry of entries) {
    const state = stateAt(entry.when, date);
    if ((state !== 'now' && state !== 'past') || !isShown(entry, filter)) continue;
    if (entry.report) {
      const replaced = latestReport.get(entry.feature.id);
      if (replaced !== undefined) drawn.delete(replaced);
      latestReport.set(entry.feature.id, entry.id);
    }
    drawn.set(entry.id, state);
  }
  return drawn;
}

/** How many entries are true at a date, by `key` (layer, kind, …). */
export function countNow(entries: readonly Entry[], date: number, key: (entry: Entry) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if (stateAt(entry.when, date) === 'now') counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  }
  return counts;
}
