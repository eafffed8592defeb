import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import type { Geometry, Position } from 'geojson';
import type { GeoJSONSourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { PbfReader } from 'pbf';
import type { PMTiles } from 'pmtiles';
import { openArchive } from '../map/archive';
import { pixelOf, type PlainView } from './view';

type Point = [x: number, y: number];

/** A feature of a style's source where a plain map has it. */
export interface PlainFeature {
  type: 'Point' | 'LineString' | 'Polygon';
  id?: string | number | undefined;
  properties: Record<string, unknown>;
  /** Points, lines or rings, in pixels of the view. */
  parts: Point[][];
  /** What of the view its tile covers, `[left, top, right, bottom]` in pixels; what lies beyond is the next tile's. */
  tile?: readonly [number, number, number, number];
}

const TILE_PIXELS = 512;
const TYPES = { 1: 'Point', 2: 'LineString', 3: 'Polygon' } as const;
const SCHEME = /^pmtiles:\/\/(.*)\/\{z\}\/\{x\}\/\{y\}$/;

/** Reads what of a style's PMTiles archives is in view. What has been fetched is kept. */
export class PlainTiles {
  readonly #archives = new Map<string, PMTiles>();
  readonly #tiles = new Map<string, Promise<VectorTile | undefined>>();

  /**
   * The features, by source layer, of each vector source that draws something in this view. A tile that cannot be had is
   * left out.
   */
  async read(
    { sources, layers }: StyleSpecification,
    view: PlainView,
  ): Promise<Map<string, Map<string, PlainFeature[]>>> {
    const read = new Map<string, Map<string, PlainFeature[]>>();
    const isDrawn = (id: string) =>
      layers.some(
        (layer) =>
          'source' in layer &&
          layer.source === id &&
          view.zoom >= (layer.minzoom ?? 0) &&
          view.zoom < (layer.maxzoom ?? 24),
      );
    for (const [id, source] of Object.entries(sources)) {
      const url = source.type === 'vector' ? SCHEME.exec(source.tiles?.[0] ?? '')?.[1] : undefined;
      if (source.type !== 'vector' || url === undefined || !isDrawn(id)) continue;
      const zoom = Math.min(Math.floor(view.zoom), source.maxzoom ?? 22);
      if (zoom < (source.minzoom ?? 0)) continue;
      read.set(id, await this.#readSource(url, zoom, view));
    }
    return read;
  }

  async #readSource(url: string, zoom: number, view: PlainView): Promise<Map<string, PlainFeature[]>> {
    const features = new Map<string, PlainFeature[]>();
    const tiles = await Promise.all(
      tilesIn(view, zoom).map(async (at) => ({ at, tile: await this.#tile(url, zoom, at) })),
    );
    for (const { at, tile } of tiles) {
      for (const [name, layer] of Object.entries(tile?.layers ?? {})) {
        const known = features.get(name) ?? [];
        features.set(name, known);
        for (let index = 0; index < layer.length; index++) known.push(...placed(layer.feature(index), at));
      }
    }
    return features;
  }

  #tile(url: string, zoom: number, { column, row }: TilePlace): Promise<VectorTile | undefined> {
    const key = `${zoom}/${column}/${row} ${url}`;
    let tile = this.#tiles.get(key);
    if (!tile) {
      const archive = this.#archives.get(url) ?? openArchive(url);
      this.#archives.set(url, archive);
      tile = archive.getZxy(zoom, column, row).then(
        (answer) => answer && new VectorTile(new PbfReader(answer.data)),
        () => {
          this.#tiles.delete(key);
          return undefined;
        },
      );
      this.#tiles.set(key, tile);
    }
    return tile;
  }
}

interface TilePlace {
  /** Within the archive. */
  column: number;
  row: number;
  /** Pixels of the view: the tile's upper left corner, and its side. */
  left: number;
  top: number;
  side: number;
}

function tilesIn({ left, top, width, height, zoom }: PlainView, tileZoom: number): TilePlace[] {
  const side = TILE_PIXELS * 2 ** (zoom - tileZoom);
  const around = 2 ** tileZoom;
  const places: TilePlace[] = [];
  for (let row = Math.max(0, Math.floor(top / side)); row < Math.min(around, (top + height) / side); row++) {
    for (let column = Math.floor(left / side); column < (left + width) / side; column++) {
      const within = ((column % around) + around) % around;
      places.push({ column: within, row, left: column * side - left, top: row * side - top, side });
    }
  }
  return places;
}

function placed(feature: VectorTileFeature, { left, top, side }: TilePlace): PlainFeature[] {
  const type = feature.type === 0 ? undefined : TYPES[feature.type];
  if (!type) return [];
  const scale = side / feature.extent;
  const parts = feature
    .loadGeometry()
    .map((part) => part.map(({ x, y }): Point => [left + x * scale, top + y * scale]));
  const { id, properties } = feature;
  return [{ type, id, properties, parts, tile: [left, top, left + side, top + side] }];
}

/** The features of a style's GeoJSON source, which holds them itself. */
export function plainFeaturesOf(source: GeoJSONSourceSpecification, view: PlainView): PlainFeature[] {
  if (typeof source.data === 'string' || source.data.type !== 'FeatureCollection') return [];
  const { promoteId } = source;
  return source.data.features.flatMap(({ id, geometry, properties }) => {
    const known = properties ?? {};
    const shape = partsOf(geometry, (position) => pixelOf(view, position));
    return shape
      ? [{ ...shape, properties: known, id: typeof promoteId === 'string' ? (known[promoteId] as string) : id }]
      : [];
  });
}

function partsOf(
  geometry: Geometry | null,
  place: (position: Position) => Point,
): Pick<PlainFeature, 'type' | 'parts'> | undefined {
  const line = (positions: Position[]) => positions.map(place);
  switch (geometry?.type) {
    case 'Point':
      return { type: 'Point', parts: [[place(geometry.coordinates)]] };
    case 'Polygon':
      return { type: 'Polygon', parts: wound(geometry.coordinates.map(line)) };
    case 'MultiPolygon':
      return { type: 'Polygon', parts: geometry.coordinates.flatMap((rings) => wound(rings.map(line))) };
    default:
      // Of a story, no other forms are in its style's sources.
      return undefined;
  }
}

/** The rings of an area with the outer one clockwise and its holes the other way, as tiles have them (vector tile specification 2.1, 4.3.4.4). */
function wound(rings: Point[][]): Point[][] {
  return rings.map((ring, index) => (clockwise(ring) === (index === 0) ? ring : ring.toReversed()));
}

function clockwise(ring: readonly Point[]): boolean {
  let area = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [0, 0];
    area += x * toY - toX * y;
  }
  return area > 0;
}
