import type { Columns } from '../model/columns';
import type { Entry } from '../model/entry';
import type { Shown } from '../model/facet';

/** How a timeline is looked at and played. */
export interface View {
  /** A range of dates and not one. */
  ranged: boolean;
  /** Dates are as far apart as they are in time, and not one step each. */
  trueScale: boolean;
  /** So many times as fast as play goes by itself. */
  speed: number;
}

/** What a story tells, and what of it is shown. */
export interface Told {
  columns: Columns;
  shown: Shown;
  /** What a row says; undefined until it has been read. */
  entry: (row: number) => Entry | undefined;
}
