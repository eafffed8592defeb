import type { Entry } from '../model/entry';
import type { Kind } from '../model/feature';

/** The state, `now` or `past`, by entry id, of everything that is drawn. */
export type Drawn = ReadonlyMap<string, 'now' | 'past'>;

/** By place id, what its soft area shows: now before past, and the first kind in the story's order. */
export function strongestByPlace(
  drawn: Drawn,
  entries: ReadonlyMap<string, Entry>,
): Map<string, { state: 'now' | 'past'; kind: Kind }> {
  const strongest = new Map<string, { state: 'now' | 'past'; kind: Kind }>();
  for (const [id, state] of drawn) {
    const entry = entries.get(id);
    for (const place of entry?.places ?? []) {
      const before = strongest.get(place);
      if (entry && (!before || (state === 'now' && before.state === 'past')))
        strongest.set(place, { state, kind: entry.kind });
    }
  }
  return strongest;
}
