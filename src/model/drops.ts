import type { Columns } from './columns';
import type { Filter } from './entry';
import { isFacetShown, isReportedFacet, kindOf, layerOf, shownBy, type DatedKind } from './facet';
import { hasBit } from './bit-set';
import { CRITERIA, type Criterion, type Found } from './wanted';

/** One thing that a reader asked for or switched off, and how many entries would show without it. */
export type Drop = { count: number } & (
  { criterion: Criterion } | { layer: string } | { kind: DatedKind } | { context: true }
);

/**
 * What to drop where nothing shows: each single wish or switch without which something would, in the order of the
 * page. Takes one walk over the columns.
 */
export function dropsOf(columns: Columns, filter: Filter, found: Found | undefined): Drop[] {
  const shown = shownBy(filter, columns.layers);
  const criteria = new Map<Criterion, number>();
  const layers = new Map<string, number>();
  const kinds = new Map<DatedKind, number>();
  let context = 0;
  const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [row, facet] of columns.facet.entries()) {
    if (isFacetShown(facet, shown)) {
      for (const [criterion, rows] of found?.almost ?? []) if (hasBit(rows, row)) add(criteria, criterion);
      continue;
    }
    if (found && !hasBit(found.rows, row)) continue;
    const layer = columns.layers[layerOf(facet)] ?? '';
    const kind = kindOf(facet);
    const hidden = {
      layer: filter.hiddenLayers.has(layer),
      kind: filter.hiddenKinds.has(kind),
      context: !filter.context && !isReportedFacet(facet),
    };
    if (Object.values(hidden).filter(Boolean).length > 1) continue;
    if (hidden.layer) add(layers, layer);
    if (hidden.kind) add(kinds, kind);
    if (hidden.context) context += 1;
  }
  return [
    ...CRITERIA.flatMap((criterion) => ofCount(criteria.get(criterion), { criterion })),
    ...columns.layers.flatMap((layer) => ofCount(layers.get(layer), { layer })),
    ...[...kinds].flatMap(([kind, count]) => ofCount(count, { kind })),
    ...ofCount(context, { context: true } as const),
  ];
}

function ofCount<What>(count: number | undefined, what: What): (What & { count: number })[] {
  return count ? [{ ...what, count }] : [];
}
