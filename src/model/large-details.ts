import type { Details } from './chronicle';
import { entriesOf, type Entry } from './entry';
import { hashOf } from './feature-table';
import type { StoredFeatures } from './stored-features';

/** The rows that each place concerns, ascending, one place after the other. */
export interface PlaceRows {
  /** By id, the position of a place. */
  positions: ReadonlyMap<string, number>;
  /** Where the rows of each position begin; one more for where the last end. */
  first: Uint32Array;
  rows: Uint32Array;
}

/** A hash in half the memory: of a million features, it takes the reading of some fifteen to find one. */
export function shortHash(hash: number): number {
  return (hash >>> 16) ^ (hash & 0xffff);
}

/** What is kept of a large story's features for {@link LargeDetails}. */
export interface Kept {
  stored: StoredFeatures;
  /** By feature, see {@link shortHash}. */
  hashes: Uint16Array;
  /** By row, the feature it is of. */
  featureOfRow: Uint32Array;
  /** By row. */
  reports: ReadonlyMap<number, Entry>;
  placeRows: PlaceRows;
}

/** Reads what entries say, each time it is asked, from the text of the files. Nothing has to be waited for. */
export class LargeDetails implements Details {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** The entry of a row; undefined where there is no such row. */
  entry(row: number): Entry | undefined {
    const { reports, featureOfRow, stored } = this.#kept;
    const report = reports.get(row);
    const number = featureOfRow[row];
    if (report || number === undefined) return report;
    const { feature } = stored.read(number);
    return feature && entriesOf([feature])[0];
  }

  /** The rows of a feature, ascending; none where there is no such feature. */
  rowsOf(feature: string): readonly number[] {
    const { reports, hashes, featureOfRow, stored } = this.#kept;
    const ofMovement = [...reports].filter(([, entry]) => entry.feature.id === feature).map(([row]) => row);
    if (ofMovement.length > 0) return ofMovement;
    const hash = shortHash(hashOf(feature));
    for (let number = hashes.indexOf(hash); number !== -1; number = hashes.indexOf(hash, number + 1)) {
      if (stored.read(number).id !== feature) continue;
      // Places have no row, nor has what is left out.
      const row = featureOfRow.indexOf(number);
      if (row !== -1) return [row];
    }
    return [];
  }

  /** The rows that a place concerns, ascending. */
  rowsAt(place: string): readonly number[] {
    const { positions, first, rows } = this.#kept.placeRows;
    const position = positions.get(place);
    return position === undefined ? [] : [...rows.subarray(first[position], first[position + 1])];
  }

  want(): Promise<void> {
    return Promise.resolve();
  }
}
