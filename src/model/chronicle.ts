import type KDBush from 'kdbush';
import type { Columns } from './columns';
import { entriesOf, type Entry } from './entry';
import type { Feature, Movement, Place } from './feature';
import { hasLine } from './marks';
import { indexOf } from './pick';
import { columnsOf } from './rows';
import { tallyOf, type Tally } from './tally';

/** A story as it is asked at every step, and what its entries say, which may have to be read first. */
export interface Chronicle {
  columns: Columns;
  tally: Tally;
  /** The marks of the columns by place. */
  index: KDBush;
  /** By id. */
  places: ReadonlyMap<string, Place>;
  movements: readonly Movement[];
  /** The rows, ascending, of entries that a map draws as lines. They are few. */
  lines: readonly number[];
  /** By row, the symbol identification code of what its author has drawn as a unit. */
  units: ReadonlyMap<number, string>;
  details: Details;
  /** What it was made of, in that order, where all of it is at hand. */
  features?: readonly Feature[];
}

/**
 * What entries say, by row. Undefined means: not read yet. `want` reads it and tells when it is there.
 */
export interface Details {
  entry: (row: number) => Entry | undefined;
  /** The rows of a feature, ascending; none where there is no such feature. */
  rowsOf: (feature: string) => readonly number[] | undefined;
  /** The rows that a place concerns, ascending. */
  rowsAt: (place: string) => readonly number[] | undefined;
  want: (wish: Wish) => Promise<void>;
}

/** What to read. */
export interface Wish {
  rows?: readonly number[];
  feature?: string;
  place?: string;
}

/** The chronicle of features that are all at hand. */
export function chronicleOf(features: readonly Feature[], layers: readonly string[]): Chronicle {
  const places = new Map(features.filter((feature) => feature.kind === 'place').map((place) => [place.id, place]));
  const entries = entriesOf(features);
  const columns = columnsOf(entries, places, layers);
  return {
    columns,
    tally: tallyOf(columns),
    index: indexOf(columns),
    places,
    movements: features.filter((feature) => feature.kind === 'movement'),
    lines: entries.flatMap((entry, row) => (hasLine(entry, places) ? [row] : [])),
    units: new Map(entries.flatMap(({ feature: { sidc } }, row) => (sidc === undefined ? [] : [[row, sidc] as const]))),
    details: detailsOf(entries),
    features,
  };
}

function detailsOf(entries: readonly Entry[]): Details {
  const byFeature = new Map<string, number[]>();
  const byPlace = new Map<string, number[]>();
  const add = (rows: Map<string, number[]>, id: string, row: number) => {
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  };
  for (const [row, entry] of entries.entries()) {
    add(byFeature, entry.feature.id, row);
    for (const place of new Set(entry.places)) add(byPlace, place, row);
  }
  return {
    entry: (row) => entries[row],
    rowsOf: (feature) => byFeature.get(feature) ?? [],
    rowsAt: (place) => byPlace.get(place) ?? [],
    want: () => Promise.resolve(),
  };
}
