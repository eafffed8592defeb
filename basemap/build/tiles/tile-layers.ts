import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { PMTiles } from 'pmtiles';

/** The features of the tile that holds a position, by layer: what a map would read. Nothing where there is no tile. */
export async function tileLayers(
  archive: PMTiles,
  zoom: number,
  [longitude, latitude]: readonly [number, number],
): Promise<Record<string, VectorTileFeature[]>> {
  const width = 2 ** zoom;
  const x = Math.floor(((longitude + 180) / 360) * width);
  const y = Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * width);
  const found = await archive.getZxy(zoom, x, y);
  if (!found) return {};
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(found.data)));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => layer.feature(index)),
    ]),
  );
}
