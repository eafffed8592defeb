import type { Entry } from '../model/entry';
import type { Place } from '../model/feature';
import type { Messages } from './messages';

/** Where an entry is, in words: its places, or a movement's ends, or that no place is stated. */
export function placesOf(entry: Entry, places: ReadonlyMap<string, Place>, messages: Messages): string {
  const name = (id: string | undefined) => (id === undefined ? undefined : places.get(id)?.title);
  if (entry.report) {
    const { from, to } = entry.report;
    const at = from === undefined && to === undefined ? coordinatesOf(entry, messages) : undefined;
    return at ?? messages.fromTo(name(from), name(to));
  }
  const names = entry.places.map((id) => name(id)).filter((title) => title !== undefined);
  if (names.length > 0) return messages.severalPlaces(names);
  return coordinatesOf(entry, messages) ?? messages.noPlace;
}

/**
 * Where an entry with a point of its own is, or how far a dated track had come by it, in degrees to some hundred metres;
 * undefined for any other.
 */
export function coordinatesOf({ feature: { geometry }, report }: Entry, messages: Messages): string | undefined {
  const vertex = geometry?.type === 'LineString' ? geometry.coordinates[report?.reached ?? -1] : undefined;
  const point = geometry?.type === 'Point' ? geometry.coordinates : vertex;
  const [longitude = NaN, latitude = NaN] = point ?? [];
  return point && messages.coordinates(latitude, longitude);
}

/** True where no source locates any of an entry's places, so that the map cannot show it. */
export function isUnlocated(entry: Entry, places: ReadonlyMap<string, Place>): boolean {
  return !entry.feature.geometry && !entry.places.some((id) => places.get(id)?.point);
}
