import type { Entry } from './entry';
import type { Place } from './feature';
import type { Quantity } from './quantity';
import { DOUBTS, type Doubt } from './wanted';
import { isUnsure } from './when';

/**
 * What is unsure of an entry: its date, where the source states none or doubts it; its place, where it has none, or one
 * that is known only as an area; its numbers, where one is no exact figure, sources differ, or a force's strength is not stated. A
 * date that is stated coarsely, as a year, is sure as far as it goes.
 */
export function doubtsOf(entry: Entry, places: ReadonlyMap<string, Place>): Doubt[] {
  const is = {
    date: entry.when === null || isUnsure(entry.when),
    place: isPlaceUnsure(entry, places),
    number: hasUnsureNumber(entry),
  };
  return DOUBTS.filter((doubt) => is[doubt]);
}

function isPlaceUnsure({ feature, report, places: ids }: Entry, places: ReadonlyMap<string, Place>): boolean {
  if (feature.geometry) return false;
  // Of a movement either end may be unknown.
  if (report && (report.from === undefined || report.to === undefined) && report.status !== 'on alert') return true;
  const known = ids.map((id) => places.get(id));
  return known.length === 0 || known.some((place) => !place?.point || place.area);
}

function hasUnsureNumber({ feature, report }: Entry): boolean {
  const figures = feature.counts.map(({ name }) => name);
  const quantities = feature.counts.map(({ quantity }) => quantity);
  if (report?.strength) quantities.push(report.strength);
  const isStrengthOpen = report !== undefined && !report.strength;
  return isStrengthOpen || new Set(figures).size < figures.length || quantities.some(isInexact);
}

/** That none was reported is all there is to say. */
function isInexact({ form }: Quantity): boolean {
  return form !== 'exact' && form !== 'none reported';
}
