import { isRowShown, stateOfRow, type Columns } from '../model/columns';
import type { Shown } from '../model/facet';
import type { Moment } from '../model/moment';
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
  /** A range of dates where only what is true in it is listed. */
  within?: Moment | undefined;
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

/**
 * The events by stop, earliest first: every stop, or of a list of some rows alone, or of what is true in a range, the stops
 * that have any. What began before a range and lasts is there under its own stop.
 */
export function groupsOf({ columns, shown, stops, only, open, within }: Listed): Group[] {
  if (within) return groupsWithin({ columns, shown, stops, only, open, within });
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

function groupsWithin({ columns, shown, stops, only, open, within }: Listed & { within: Moment }): Group[] {
  return stops.flatMap((stop, index) => {
    // Nothing lasts longer than this, so that of a million events few are asked.
    if (stop.from >= within.to || stop.to + columns.longest <= within.from) return [];
    const among = only?.filter((row) => row >= stop.first && row < stop.last);
    const rows = (among ?? shownRows(columns, shown, stop.first, stop.last)).filter(
      (row) => stateOfRow(columns, row, within) === 'now',
    );
    if (rows.length === 0) return [];
    return [{ stop, index, rows: only || open === undefined || open === index ? rows : [], count: rows.length }];
  });
}

/** The events without a date, which are true in no range. */
export function undatedRows({ columns, shown, only, within }: Listed): number[] {
  if (within) return [];
  return only?.filter((row) => row >= columns.dated) ?? shownRows(columns, shown, columns.dated, columns.length);
}

function shownRows(columns: Columns, shown: Shown, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let row = first; row < last; row++) if (isRowShown(columns, row, shown)) rows.push(row);
  return rows;
}
