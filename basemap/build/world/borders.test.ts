import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { countryAtlas, type CountryAtlas } from './atlas.ts';
import { borders, disputedBorder } from './borders.ts';
import { DISPUTES } from './disputes.ts';

const ATLASES = [countryAtlas('50m'), countryAtlas('10m')];

describe('each disputed border', () => {
  it.each(DISPUTES.map((dispute) => ({ name: dispute.between.join(' and '), dispute })))(
    '$name is in the data',
    ({ dispute }) => {
      expect(ATLASES.some((atlas) => disputedBorder(atlas, dispute).disputed.length > 0)).toBe(true);
    },
  );

  it('has a reason', () => {
    expect(DISPUTES.every(({ reason }) => reason.length > 10)).toBe(true);
  });
});

describe('a border', () => {
  /** Two countries of one degree each, with a border from south to north between them. */
  const atlas = {
    type: 'Topology',
    arcs: [
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [
        [1, 3],
        [0, 3],
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
        [2, 3],
        [1, 3],
      ],
    ],
    objects: {
      countries: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0, 1]], properties: { name: 'West' } },
          { type: 'Polygon', arcs: [[-1, 2]], properties: { name: 'East' } },
        ],
      },
    },
  } as unknown as Topology as CountryAtlas;

  it('is disputed as a whole, either side first', () => {
    for (const between of [
      ['West', 'East'],
      ['East', 'West'],
    ] as const) {
      const { disputed, undisputed } = disputedBorder(atlas, { between, reason: 'Test' });
      expect(disputed).toEqual([
        [
          [1, 0],
          [1, 1],
          [1, 2],
          [1, 3],
        ],
      ]);
      expect(undisputed).toEqual([]);
    }
  });

  it('is disputed within bounds only, and whole all the same', () => {
    const dispute = { between: ['West', 'East'], within: [0, 1, 2, 2], reason: 'Test' } as const;
    expect(disputedBorder(atlas, dispute)).toEqual({
      disputed: [
        [
          [1, 1],
          [1, 2],
        ],
      ],
      undisputed: [
        [
          [1, 0],
          [1, 1],
        ],
        [
          [1, 2],
          [1, 3],
        ],
      ],
    });
  });
});

it('sets disputed borders apart, and only those', () => {
  const lines = borders('50m');
  const disputed = lines.filter(({ properties }) => properties['disputed']);
  expect(lines.every(({ properties }) => properties['kind'] === 'country' && properties['kind_detail'] === 2)).toBe(
    true,
  );
  expect(disputed.length).toBeGreaterThan(15);
  expect(disputed.length).toBeLessThan(lines.length / 4);
  expect(lines.every(({ properties }) => properties['disputed'] !== false)).toBe(true);
});
