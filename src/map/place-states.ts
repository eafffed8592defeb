import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import { kindOf, rankOf } from '../model/facet';
import type { Kind } from '../model/feature';
import { isOutlined } from '../model/marks';
import type { Clock } from './clock-layer';

/** What the map shows at a place: the strongest of its entries, now before past, and of those the leading kind. */
export interface PlaceState {
  state: 'now' | 'past';
  kind: Kind;
}

/** By place id, what shows there by the clock; places where nothing does, or whose entries are not read, are absent. */
export function placeStatesAt(
  { columns, details, places }: Chronicle,
  { moment, shown }: Clock,
): Map<string, PlaceState> {
  const states = new Map<string, PlaceState>();
  for (const id of places.keys()) {
    let best = Infinity;
    for (const row of details.rowsAt(id) ?? []) {
      if ((columns.begin[row] ?? 0) >= moment.to) break;
      const state = drawnState(columns, row, moment, shown);
      const facet = columns.facet[row] ?? 0;
      const rank = rankOf(facet) + (state === 'now' ? 0 : 100);
      if (state === 'absent' || rank >= best) continue;
      best = rank;
      states.set(id, { state, kind: kindOf(facet) });
    }
  }
  return states;
}

/** Has the entries of all areas read, on which depends what shows there; true where some had not been, as of a large file. */
export async function readAreas({ places, details }: Chronicle): Promise<boolean> {
  const unread = [...places.values()].filter(
    (place) => (place.area || isOutlined(place)) && details.rowsAt(place.id) === undefined,
  );
  await Promise.all(unread.map(({ id }) => details.want({ place: id })));
  return unread.length > 0;
}
