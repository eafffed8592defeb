import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, it } from 'vitest';
import { mapFeature, pointFeature, type MapFeature } from '../feature.ts';
import { cutTiles, type LayerPart } from './tiler.ts';
import type { Tile } from './pmtiles.ts';

const part = (layer: LayerPart['layer'], features: MapFeature[], zooms: [number, number]): LayerPart => ({
  layer,
  features,
  zooms,
  tolerance: 0,
});

function featuresOf(tile: Tile | undefined, layer: string): VectorTileFeature[] {
  const found = tile && new VectorTile(new PbfReader(tile.data)).layers[layer];
  return found ? Array.from({ length: found.length }, (_, index) => found.feature(index)) : [];
}

it('lets a feature in at its min_zoom, or at the last zoom', () => {
  const places = [0, 2, 9].map((min_zoom) => pointFeature([44, 33], { kind: 'locality', min_zoom }));
  const tiles = cutTiles([part('places', places, [0, 3])], 0, 3);
  const counts = [0, 1, 2, 3].map(
    (zoom) =>
      featuresOf(
        tiles.find(({ z }) => z === zoom),
        'places',
      ).length,
  );
  expect(counts).toEqual([1, 1, 2, 3]);
});

it('winds rings as vector tiles have them: outer rings one way, holes the other', () => {
  const ring = (size: number) => [
    [-size, -size],
    [size, -size],
    [size, size],
    [-size, size],
    [-size, -size],
  ];
  const land = mapFeature({ type: 'Polygon', coordinates: [ring(40), ring(10)] }, { kind: 'earth' });
  const [feature] = featuresOf(cutTiles([part('earth', [land], [0, 0])], 0, 0)[0], 'earth');
  const areas = feature?.loadGeometry().map((points) =>
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0),
  );
  expect(areas?.map(Math.sign)).toEqual([1, -1]);
});

it('has no tile where there is nothing, and layers in the order they are drawn in', () => {
  const parts = [
    part('places', [pointFeature([44, 33], { kind: 'locality' })], [2, 2]),
    part('water', [pointFeature([44, 33], { kind: 'sea' })], [2, 2]),
  ];
  const tiles = cutTiles(parts, 0, 2);
  expect(tiles.map(({ z, x, y }) => [z, x, y])).toEqual([[2, 2, 1]]);
  expect(Object.keys(new VectorTile(new PbfReader(tiles[0]?.data ?? new Uint8Array())).layers)).toEqual([
    'water',
    'places',
  ]);
});
