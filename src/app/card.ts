import type { Chronicle } from '../model/chronicle';
import { stateOfRow, type Columns } from '../model/columns';
import type { Moment } from '../model/moment';

/** As many events of each sort a card lists at most; the rest are in the list. */
const MOST = 100;

/** The rows of all entries that stand at just the point where a row's first mark does; the row alone without a mark. */
export function rowsAtMarkOf({ columns: { marks }, index }: Chronicle, row: number): number[] {
  const mark = marks.entry.indexOf(row);
  if (mark < 0) return [row];
  const [x, y] = [marks.x[mark] ?? 0, marks.y[mark] ?? 0];
  const rows = index.range(x, y, x, y).map((each) => marks.entry[each] ?? 0);
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** Of ascending rows those that a card lists: what is true now, and what came last before and comes next. */
export function nearestRows(columns: Columns, rows: readonly number[], moment: Moment): number[] {
  if (rows.length <= MOST) return [...rows];
  const by = (state: string) => rows.filter((row) => stateOfRow(columns, row, moment) === state);
  const near = [
    ...by('past').slice(-MOST),
    ...by('now').slice(-MOST),
    ...by('ahead').slice(0, MOST),
    ...by('undated').slice(0, MOST),
  ];
  return near.sort((a, b) => a - b);
}
