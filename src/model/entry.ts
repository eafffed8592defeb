import type { DatedFeature, Feature, Kind, Report, SourceReference } from './feature';
import type { When } from './when';

/**
 * One dated line of the story: a fact, or one report of a movement. It is what a stop stops at, what the list
 * lists and what the map marks, so that all three speak of the same thing.
 */
export interface Entry {
  /** The feature's id; for a report, with its number: `battalion-82nd/2`. Unique in the story. */
  id: string;
  feature: DatedFeature;
  report?: Report;
  kind: Kind;
  layer: string;
  when: When | null;
  /** Place ids, the entry's own first; a report gives its destination, then its origin. */
  places: string[];
  sources: SourceReference[];
  reported: boolean;
}

/** The entries of dated features in order of date: earliest first, undated last, ties in the order of the files. */
export function entriesOf(features: readonly Feature[]): Entry[] {
  return features
    .filter((feature): feature is DatedFeature => feature.kind !== 'place')
    .flatMap(entriesOfFeature)
    .sort(compareEntries);
}

function entriesOfFeature(feature: DatedFeature): Entry[] {
  const { id, kind, layer } = feature;
  if (feature.kind !== 'movement') {
    const { when, places, sources, reported } = feature;
    return [{ id, feature, kind, layer, when, places, sources, reported }];
  }
  return feature.reports.map((report, index) => ({
    id: `${id}/${index + 1}`,
    feature,
    report,
    kind,
    layer,
    when: report.when,
    places: [report.to, report.from].filter((place) => place !== undefined),
    sources: report.sources,
    reported: report.reported,
  }));
}

function compareEntries(a: Entry, b: Entry): number {
  if (!a.when || !b.when) return Number(!a.when) - Number(!b.when);
  return a.when.begin - b.when.begin || a.when.order - b.when.order || a.when.end - b.when.end;
}

/** What a reader switched off. Empty sets and `true` show everything. */
export interface Filter {
  hiddenLayers: ReadonlySet<string>;
  hiddenKinds: ReadonlySet<Kind>;
  /** Show what the main report does not say. */
  context: boolean;
}

/** True where the filter lets the entry through, at any date. */
export function isShown(entry: Pick<Entry, 'layer' | 'kind' | 'reported'>, filter: Filter): boolean {
  return (
    !filter.hiddenLayers.has(entry.layer) && !filter.hiddenKinds.has(entry.kind) && (filter.context || entry.reported)
  );
}
