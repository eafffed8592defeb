import { entriesOf, type Entry } from './entry';
import { facetOf } from './facet';
import type { DatedFact, DatedFeature, Movement, Place } from './feature';
import { FeatureTable } from './feature-table';
import { grown } from './mark-builder';
import { marksOf } from './marks';
import { MentionTable } from './mentions';
import type { FeatureReading } from './parse-feature';
import { RowBuilder, successorsOf } from './rows';

const NO_PLACES: ReadonlyMap<string, Place> = new Map();

/** How far the intake had come, to go back to. */
export interface Checkpoint {
  features: number;
  mentions: number;
  rows: number;
}

/**
 * Takes in the features of a large story one by one and keeps of each as little as is needed: of facts, numbers only.
 * Places and movements, which are few, are kept as they are.
 */
export class Intake {
  readonly features = new FeatureTable();
  readonly mentions = new MentionTable();
  readonly rows: RowBuilder;
  /** By row, in the order of adding, the feature it is of; never falls. */
  featureOfRow = new Uint32Array(1024);
  /** By row, in the order of adding. */
  readonly reports = new Map<number, Entry>();
  /** By feature. */
  readonly places = new Map<number, Place>();
  readonly movements = new Map<number, Movement>();
  /** By feature, the code of its unit's symbol; few have one. */
  readonly units = new Map<number, string>();

  /** `layers` are the ids of the story's layers, in its order. */
  constructor(layers: readonly string[]) {
    this.rows = new RowBuilder(layers);
  }

  /** Takes in a feature of the layer at this position, which begins at `offset` of its file, in bytes. */
  take(reading: FeatureReading, layer: number, offset: number): void {
    const { feature, references } = reading;
    const number = this.features.add(offset, reading);
    this.mentions.add(number, references);
    if (feature?.kind === 'place') this.places.set(number, feature);
    else if (feature) this.#takeDated(number, feature, layer);
    if (feature?.kind === 'movement') this.movements.set(number, feature);
    if (feature?.sidc !== undefined) this.units.set(number, feature.sidc);
  }

  /** Where the intake stands. */
  checkpoint(): Checkpoint {
    return { features: this.features.length, mentions: this.mentions.length, rows: this.rows.length };
  }

  /** Takes back all that was taken in since. */
  rewind({ features, mentions, rows }: Checkpoint): void {
    this.features.length = features;
    this.mentions.length = mentions;
    this.rows.rewind(rows);
    for (const kept of [this.places, this.movements, this.units]) {
      for (const number of kept.keys()) if (number >= features) kept.delete(number);
    }
    for (const row of this.reports.keys()) if (row >= rows) this.reports.delete(row);
  }

  /** Marks of a fact's own point are added at once; all others stand at places, which may yet be to come. */
  #takeDated(number: number, feature: DatedFeature, layer: number): void {
    const entries = feature.kind === 'movement' ? entriesOf([feature]) : [entryOf(feature)];
    const successors = feature.kind === 'movement' ? successorsOf(entries) : undefined;
    for (const entry of entries) {
      const facet = facetOf(layer, feature.kind, entry.reported);
      const marks = entry.report ? [] : marksOf(entry, NO_PLACES);
      const row = this.rows.add({ when: entry.when, facet, ...successors?.get(entry) }, marks);
      if (row >= this.featureOfRow.length) this.featureOfRow = grown(this.featureOfRow);
      this.featureOfRow[row] = number;
      if (entry.report) this.reports.set(row, entry);
    }
  }
}

/** What `entriesOf` makes of one fact, in less time. */
function entryOf(feature: DatedFact): Entry {
  const { id, kind, layer, when, places, sources, reported } = feature;
  return { id, feature, kind, layer, when, places, sources, reported };
}
