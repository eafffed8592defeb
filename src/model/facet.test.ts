import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown } from './entry';
import {
  DATED_KINDS,
  FACETS,
  facetOf,
  isFacetShown,
  isReportedFacet,
  kindOf,
  layerOf,
  MOST_LAYERS,
  rankOf,
  shownBy,
} from './facet';
import { KINDS } from './feature';
import { anyFilter, EVERYTHING, LAYERS } from './sample';

const positions = Array.from({ length: MOST_LAYERS }, (_, position) => position);
const all = positions.flatMap((layer) =>
  DATED_KINDS.flatMap((kind) => [false, true].map((reported) => ({ layer, kind, reported }))),
);

describe('facetOf', () => {
  it('packs every layer, kind and certainty into a number of its own', () => {
    const facets = all.map(({ layer, kind, reported }) => facetOf(layer, kind, reported));
    expect(new Set(facets)).toEqual(new Set(Array.from({ length: FACETS }, (_, facet) => facet)));
  });

  it('unpacks to what was packed', () => {
    for (const { layer, kind, reported } of all) {
      const facet = facetOf(layer, kind, reported);
      expect([layerOf(facet), kindOf(facet), isReportedFacet(facet)]).toEqual([layer, kind, reported]);
    }
  });

  it('knows every kind that has a date', () => {
    expect([...DATED_KINDS, 'place'].sort()).toEqual([...KINDS].sort());
  });
});

describe('rankOf', () => {
  it('puts what is reported before what is added, then goes by kind, incidents first', () => {
    const ranked = [...all].sort(
      (a, b) => rankOf(facetOf(a.layer, a.kind, a.reported)) - rankOf(facetOf(b.layer, b.kind, b.reported)),
    );
    const names = ranked.map(({ kind, reported }) => `${reported ? 'reported' : 'added'} ${kind}`);
    expect([...new Set(names)]).toEqual([
      'reported incident',
      'reported movement',
      'reported statement',
      'reported context',
      'added incident',
      'added movement',
      'added statement',
      'added context',
    ]);
  });

  it('is the same in every layer, and another for each kind and certainty', () => {
    const ranks = new Map<number, Set<string>>();
    for (const { layer, kind, reported } of all) {
      const rank = rankOf(facetOf(layer, kind, reported));
      ranks.set(rank, (ranks.get(rank) ?? new Set()).add(`${kind} ${reported}`));
    }
    expect(ranks.size).toBe(DATED_KINDS.length * 2);
    for (const names of ranks.values()) expect(names.size).toBe(1);
  });
});

describe('shownBy', () => {
  it('lets through just what a filter lets through of an entry', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const shown = shownBy(filter, LAYERS);
        expect(shown.context).toBe(filter.context);
        const wrong = all.filter(({ layer, kind, reported }) => {
          const id = LAYERS[layer];
          const expected = id !== undefined && isShown({ layer: id, kind, reported }, filter);
          return isFacetShown(facetOf(layer, kind, reported), shown) !== expected;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('shows every facet of as many layers as there may be, and can hide each layer alone', () => {
    const layers = positions.map((position) => `layer-${position}`);
    const { bits } = shownBy(EVERYTHING, layers);
    expect([...bits]).toEqual(Array(FACETS / 32).fill(0xffff_ffff));
    for (const hidden of positions) {
      const shown = shownBy({ ...EVERYTHING, hiddenLayers: new Set([`layer-${hidden}`]) }, layers);
      const wrong = all.filter(({ layer, kind, reported }) => {
        return isFacetShown(facetOf(layer, kind, reported), shown) !== (layer !== hidden);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('has the lowest facet in the lowest bit of the first word', () => {
    const { bits } = shownBy({ ...EVERYTHING, hiddenKinds: new Set(['movement', 'statement', 'context']) }, ['a']);
    expect([...bits].slice(0, 2)).toEqual([0b11, 0]);
    expect(shownBy(EVERYTHING, ['a', 'b', 'c', 'd', 'e']).bits.slice(0, 2)).toEqual(Uint32Array.of(0xffff_ffff, 0xff));
  });

  it('shows nothing of a story without layers', () => {
    expect([...shownBy(EVERYTHING, []).bits].every((word) => word === 0)).toBe(true);
  });
});
