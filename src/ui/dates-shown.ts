import { isRowShown } from '../model/columns';
import type { When } from '../model/when';
import type { Told } from './timeline-view';

/**
 * More dated entries than this have no bands: what a date says besides its days is read from the file, which would have to
 * be read whole, and thousands of bands are one smear that says nothing.
 */
const MOST = 1000;

/** The dates of what is shown, at any date, as far as they have been read; none of a story too large to ask each. */
export function datesShown({ columns, shown, entry }: Told): When[] {
  if (columns.dated > MOST) return [];
  return Array.from({ length: columns.dated }, (_, row) => row)
    .filter((row) => isRowShown(columns, row, shown))
    .map((row) => entry(row)?.when)
    .filter((when) => when !== undefined && when !== null);
}
