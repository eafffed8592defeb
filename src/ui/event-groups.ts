import type { Columns } from '../model/columns';
import { isFacetShown, type Shown } from '../model/facet';
import type { Stop } from '../model/stops';

/** What a list of events lists. */
export interface Listed {
  columns: Columns;
  shown: Shown;
  stops: readonly Stop[];
  /** Ascending rows that the filter lets through, where the list holds these alone and all of their dates are open. */
  only: readonly number[] | undefined;
  /** The one stop that is open where not all are. */
  open: number | undefined;
}

/** The events of one stop. */
export interface Group {
  stop: Stop;
  /** The stop's position among all. */
  index: number;
  /** What is listed of it: nothing while it is closed. */
  rows: readonly number[];
  count: number;
}

/** The events by stop, earliest first: every stop, or of a list of some rows alone the stops that have any. */
export function groupsOf({ columns, shown, stops, only, open }: Listed): Group[] {
  if (only) {
    return stops.flatMap((stop, index) => {
      const rows = only.filter((row) => row >= stop.first && row < stop.last);
      return rows.length > 0 ? [{ stop, index, rows, count: rows.length }] : [];
    });
  }
  return stops.map((stop, index) => ({
    stop,
    index,
    rows: open === undefined || open === index ? shownRows(columns, shown, stop.first, stop.last) : [],
    count: stop.count,
  }));
}

/** The events without a date. */
export function undatedRows({ columns, shown, only }: Listed): number[] {
  return only?.filter((row) => row >= columns.dated) ?? shownRows(columns, shown, columns.dated, columns.length);
}

function shownRows({ facet }: Columns, shown: Shown, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let row = first; row < last; row++) if (isFacetShown(facet[row] ?? 0, shown)) rows.push(row);
  return rows;
}
