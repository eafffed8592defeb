import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { MapFeature } from '../feature.ts';
import { LAYERS, type LayerName } from '../schema.ts';
import { tilesNear } from './cover.ts';
import { mergedFeatures } from './merge.ts';
import type { Tile } from './pmtiles.ts';

/** Features of one layer and the zooms whose tiles hold them. */
export interface LayerPart {
  layer: LayerName;
  features: readonly MapFeature[];
  /** First and last zoom. A feature with a `min_zoom` comes in with it, or with the last zoom, which is drawn larger beyond. */
  zooms: readonly [first: number, last: number];
  /** How far a line may be moved to spare points, in units of a tile that is 4096 wide. */
  tolerance: number;
  /** How far features reach over the edges of a tile, as a share of its width: a line ends there, which must not show. */
  reach?: number;
}

const USUAL_REACH = 1 / 64;

/** Width of a tile in its own units: at an archive's last zoom, and below it, where no tile is drawn at twice its size. */
const LAST_EXTENT = 4096;
const EXTENT = 2048;

/** The tiles of an archive that ends at `maxZoom`, without the empty ones. A layer's parts are drawn in their order. */
export function cutTiles(parts: readonly LayerPart[], minZoom: number, maxZoom: number): Tile[] {
  const tiles: Tile[] = [];
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) tiles.push(...zoomTiles(parts, zoom, maxZoom));
  return tiles;
}

function zoomTiles(parts: readonly LayerPart[], zoom: number, maxZoom: number): Tile[] {
  const extent = zoom === maxZoom ? LAST_EXTENT : EXTENT;
  const shown = parts.map((part) => ({ ...part, features: featuresAt(part, zoom) }));
  const indexes = shown
    .filter(({ features }) => features.length > 0)
    .map((part) => ({ layer: part.layer, index: tileIndex(part, zoom, extent) }));
  const tiles: Tile[] = [];
  for (const { x, y } of tilesNear(
    shown.flatMap(({ features }) => features),
    zoom,
  )) {
    const layers = new Map<LayerName, GeoJSONVTFeature[]>();
    for (const { layer, index } of indexes) {
      const features = index.getTile(zoom, x, y)?.features ?? [];
      if (features.length > 0) layers.set(layer, [...(layers.get(layer) ?? []), ...features]);
    }
    const data = encodedTile(layers, extent);
    if (data) tiles.push({ z: zoom, x, y, data });
  }
  return tiles;
}

function featuresAt({ features, zooms: [first, last] }: LayerPart, zoom: number): MapFeature[] {
  if (zoom < first || zoom > last) return [];
  return features.filter(({ properties }) => zoom === last || Number(properties['min_zoom'] ?? 0) <= zoom);
}

/** One index a zoom, because features come in at zooms of their own. */
function tileIndex({ features, tolerance, reach = USUAL_REACH }: LayerPart, zoom: number, extent: number): GeoJSONVT {
  return new GeoJSONVT(
    { type: 'FeatureCollection', features: [...features] },
    {
      // At its own last zoom the index would simplify nothing.
      maxZoom: zoom + 1,
      indexMaxZoom: zoom,
      indexMaxPoints: 0,
      tolerance: (tolerance * extent) / LAST_EXTENT,
      extent,
      buffer: extent * reach,
    },
  );
}

function encodedTile(layers: Map<LayerName, GeoJSONVTFeature[]>, extent: number): Uint8Array | undefined {
  const encoded: Partial<Record<LayerName, GeoJSONVTTile>> = {};
  for (const name of LAYERS) {
    const features = mergedFeatures(layers.get(name) ?? []);
    // The encoder reads nothing of a tile but its features.
    if (features.length > 0) encoded[name] = { features } as GeoJSONVTTile;
  }
  return Object.keys(encoded).length > 0
    ? fromGeojsonVt(encoded as Record<string, GeoJSONVTTile>, { version: 2, extent })
    : undefined;
}
