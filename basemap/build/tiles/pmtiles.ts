import { zxyToTileId } from 'pmtiles';
import type { Bounds } from '../geometry/bounds.ts';
import { gzip, joined } from './bytes.ts';
import { directories, type Entry } from './directory.ts';

/** A vector tile (MVT), not yet compressed. */
export interface Tile {
  z: number;
  x: number;
  y: number;
  data: Uint8Array;
}

/** What an archive says of itself. */
export interface ArchiveInfo {
  metadata: Record<string, unknown>;
  bounds: Bounds;
  /** Longitude, latitude, zoom of a good first view. */
  center: readonly [number, number, number];
  minZoom: number;
  maxZoom: number;
}

const HEADER_BYTES = 127;
/** A reader fetches header and root directory in one first request of this many bytes. */
const ROOT_END = 16384;
const GZIP = 2;
const MVT = 1;

/** A PMTiles archive (version 3), clustered and gzipped: equal tiles are stored once. The same input gives the same bytes. */
export function pmtilesArchive(tiles: readonly Tile[], info: ArchiveInfo): Uint8Array {
  const { entries, contents } = storedTiles(tiles);
  const { root, leaves } = directories(entries, ROOT_END - HEADER_BYTES);
  const metadata = gzip(new TextEncoder().encode(JSON.stringify(info.metadata)));
  const data = joined(contents);
  const sections = [root, metadata, leaves, data];
  const counts = [tiles.length, entries.length, contents.length];
  return joined([header(sections, counts, info), ...sections]);
}

function storedTiles(tiles: readonly Tile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  const places = new Map<string, { offset: number; length: number }>();
  let end = 0;
  const inOrder = tiles.map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data }));
  for (const { tileId, data } of inOrder.sort((one, other) => one.tileId - other.tileId)) {
    const key = Buffer.from(data).toString('latin1');
    let place = places.get(key);
    if (!place) {
      const content = gzip(data);
      place = { offset: end, length: content.length };
      places.set(key, place);
      contents.push(content);
      end += content.length;
    }
    const last = entries.at(-1);
    if (last?.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++;
    else entries.push({ tileId, runLength: 1, ...place });
  }
  return { entries, contents };
}

function header(sections: readonly Uint8Array[], counts: readonly number[], info: ArchiveInfo): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = 3;
  let offset = HEADER_BYTES;
  sections.forEach(({ length }, index) => {
    view.setBigUint64(8 + index * 16, BigInt(offset), true);
    view.setBigUint64(16 + index * 16, BigInt(length), true);
    offset += length;
  });
  counts.forEach((count, index) => view.setBigUint64(72 + index * 8, BigInt(count), true));
  const [longitude, latitude, zoom] = info.center;
  bytes.set([1, GZIP, GZIP, MVT, info.minZoom, info.maxZoom], 96);
  bytes[118] = zoom;
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
  info.bounds.forEach((edge, index) => degrees(102 + index * 4, edge));
  degrees(119, longitude);
  degrees(123, latitude);
  return bytes;
}
