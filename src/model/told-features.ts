import type { Chronicle } from './chronicle';
import type { Entry } from './entry';
import { kindOf } from './facet';
import type { DatedFeature } from './feature';

/** A chronicle of which all that entries say can be read at once. */
export type ReadChronicle = Pick<Chronicle, 'columns' | 'places' | 'movements' | 'details'>;

/** A dated feature with its entries, of which a movement has several, and their rows. */
export interface Told {
  feature: DatedFeature;
  rows: readonly number[];
  entries: readonly Entry[];
}

/** How many rows are read between two rests. */
const STRETCH = 64;

/** Every dated feature of a chronicle; in between the share that is done, from 0 to 1, wherever a walk may rest. */
export function* toldFeatures({ columns, movements, details }: ReadChronicle): Generator<Told | number> {
  for (const feature of movements) {
    const rows = details.rowsOf(feature.id) ?? [];
    const entries = rows.map((row) => details.entry(row)).filter((entry) => entry !== undefined);
    yield { feature, rows, entries };
  }
  for (const [row, facet] of columns.facet.entries()) {
    if (row % STRETCH === 0) yield row / columns.length;
    if (kindOf(facet) === 'movement') continue;
    const entry = details.entry(row);
    if (entry) yield { feature: entry.feature, rows: [row], entries: [entry] };
  }
}
