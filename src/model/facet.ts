import { emptyBits, hasBit, setBit, type BitSet } from './bit-set';
import type { Filter } from './entry';
import { KINDS, type Kind } from './feature';

/** The kinds that an entry may have: all but `place`, which has no date. In the order of the legend. */
export const DATED_KINDS = KINDS.filter((kind): kind is DatedKind => kind !== 'place');
export type DatedKind = Exclude<Kind, 'place'>;

/** How many layers a story may have: an entry's layer, kind and certainty are packed into ten bits. */
export const MOST_LAYERS = 128;
/** How many facets there can be. */
export const FACETS = MOST_LAYERS * 8;

/**
 * What a filter asks of an entry, packed into one number: the position of its layer among the story's, its kind, and
 * whether the main report says it.
 */
export function facetOf(layer: number, kind: DatedKind, reported: boolean): number {
  return (layer << 3) | (DATED_KINDS.indexOf(kind) << 1) | Number(reported);
}

/** The position of the layer, among the story's, in a facet. */
export function layerOf(facet: number): number {
  return facet >> 3;
}

/** The kind in a facet. */
export function kindOf(facet: number): DatedKind {
  return DATED_KINDS[(facet >> 1) & 3] ?? 'incident';
}

/** Whether the main report says what has this facet. */
export function isReportedFacet(facet: number): boolean {
  return (facet & 1) === 1;
}

/** The lowest rank stands for a stop: what is reported before what is added, then by kind, incidents first. */
export function rankOf(facet: number): number {
  return (isReportedFacet(facet) ? 0 : DATED_KINDS.length) + ((facet >> 1) & 3);
}

/** What a filter lets through: one bit a facet, and whether added context shows at all. */
export interface Shown {
  /** Of {@link FACETS}. */
  bits: BitSet;
  context: boolean;
  /** The rows that a search found, where there is one: no others show. */
  found?: BitSet | undefined;
}

/** The facets that a filter lets through, of a story with these layers, and of them what a search found. */
export function shownBy(filter: Filter, layers: readonly string[], found?: BitSet): Shown {
  const bits = emptyBits(FACETS);
  for (const [position, layer] of layers.entries()) {
    if (filter.hiddenLayers.has(layer)) continue;
    for (const kind of DATED_KINDS) {
      if (filter.hiddenKinds.has(kind)) continue;
      for (const reported of filter.context ? [false, true] : [true]) {
        setBit(bits, facetOf(position, kind, reported));
      }
    }
  }
  return { bits, context: filter.context, found };
}

/** True where the filter lets a facet through, whatever a search found. */
export function isFacetShown(facet: number, { bits }: Shown): boolean {
  return hasBit(bits, facet);
}
