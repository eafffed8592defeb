import type { Entry } from '../model/entry';
import type { Place } from '../model/feature';
import type { Messages } from './english';

/** Where an entry is, in words: its places, or a movement's ends, or that no place is stated. */
export function placesOf(entry: Entry, places: ReadonlyMap<string, Place>, messages: Messages): string {
  const name = (id: string | undefined) => (id === undefined ? undefined : places.get(id)?.title);
  if (entry.report) return messages.fromTo(name(entry.report.from), name(entry.report.to));
  const names = entry.places.map((id) => name(id)).filter((title) => title !== undefined);
  return names.length > 0 ? messages.severalPlaces(names) : messages.noPlace;
}

/** True where no source locates any of an entry's places, so that the map cannot show it. */
export function isUnlocated(entry: Entry, places: ReadonlyMap<string, Place>): boolean {
  return !entry.feature.geometry && !entry.places.some((id) => places.get(id)?.point);
}
