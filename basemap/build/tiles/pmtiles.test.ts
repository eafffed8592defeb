import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { memorySource } from './memory-source.ts';
import { pmtilesArchive, type ArchiveInfo, type Tile } from './pmtiles.ts';

const INFO: ArchiveInfo = {
  metadata: { name: 'Test', vector_layers: [] },
  bounds: [-10.5, -20, 30.25, 40],
  center: [44.4, 33.3, 3],
  minZoom: 0,
  maxZoom: 8,
};

const tile = (z: number, x: number, y: number, text: string): Tile => ({
  z,
  x,
  y,
  data: new TextEncoder().encode(text),
});
const reader = (bytes: Uint8Array) => new PMTiles(memorySource(bytes));

async function textOf(archive: PMTiles, z: number, x: number, y: number): Promise<string | undefined> {
  const found = await archive.getZxy(z, x, y);
  return found && new TextDecoder().decode(found.data);
}

/** A pyramid whose tiles all differ, or are all the same. */
function pyramid(lastZoom: number, text: (z: number, x: number, y: number) => string): Tile[] {
  const tiles: Tile[] = [];
  for (let z = 0; z <= lastZoom; z++) {
    for (let x = 0; x < 2 ** z; x++) for (let y = 0; y < 2 ** z; y++) tiles.push(tile(z, x, y, text(z, x, y)));
  }
  return tiles;
}

describe('a PMTiles archive', () => {
  it('gives back every tile, and none that was not put in', async () => {
    const tiles = pyramid(3, (z, x, y) => `${z}/${x}/${y}`).filter(({ x }) => x !== 5);
    const archive = reader(pmtilesArchive(tiles, INFO));
    for (const { z, x, y } of tiles) expect(await textOf(archive, z, x, y)).toBe(`${z}/${x}/${y}`);
    expect(await textOf(archive, 3, 5, 2)).toBeUndefined();
  });

  it('describes itself in its header', async () => {
    const header = await reader(pmtilesArchive([tile(0, 0, 0, 'a')], INFO)).getHeader();
    expect(header).toMatchObject({
      specVersion: 3,
      clustered: true,
      internalCompression: 2,
      tileCompression: 2,
      tileType: 1,
      minZoom: 0,
      maxZoom: 8,
      minLon: -10.5,
      minLat: -20,
      maxLon: 30.25,
      maxLat: 40,
      centerZoom: 3,
      centerLon: 44.4,
      centerLat: 33.3,
    });
  });

  it('keeps its metadata', async () => {
    expect(await reader(pmtilesArchive([tile(0, 0, 0, 'a')], INFO)).getMetadata()).toEqual(INFO.metadata);
  });

  it('stores equal tiles once, and those in a row as one entry', async () => {
    const tiles = pyramid(2, (z) => (z === 0 ? 'top' : 'same'));
    const header = await reader(pmtilesArchive(tiles, INFO)).getHeader();
    expect(header.numAddressedTiles).toBe(21);
    expect(header.numTileContents).toBe(2);
    expect(header.numTileEntries).toBe(2);
  });

  it('makes a new entry where a run is broken, of the same content', async () => {
    const tiles = pyramid(1, () => 'same').map((one) =>
      one.z === 1 && one.x === 0 && one.y === 1 ? { ...one, data: new Uint8Array([7]) } : one,
    );
    const archive = reader(pmtilesArchive(tiles, INFO));
    const header = await archive.getHeader();
    expect(header.numTileContents).toBe(2);
    expect(header.numTileEntries).toBe(3);
    expect(await textOf(archive, 1, 1, 0)).toBe('same');
  });

  it('spreads many entries over leaf directories', async () => {
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647);
    // Sizes without a pattern, so that the directory does not compress well.
    const noise = () => String.fromCharCode(...Array.from({ length: random() % 300 }, () => 33 + (random() % 90)));
    const tiles = pyramid(7, (z, x, y) => `${noise()} ${z}/${x}/${y}`);
    const bytes = pmtilesArchive(tiles, INFO);
    const archive = reader(bytes);
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16384);
    for (const [z, x, y] of [
      [0, 0, 0],
      [5, 3, 30],
      [7, 0, 0],
      [7, 127, 127],
      [7, 64, 5],
    ] as const) {
      expect(await textOf(archive, z, x, y)).toMatch(new RegExp(` ${z}/${x}/${y}$`));
    }
  });

  it('has the same bytes for the same tiles, in whatever order they come', () => {
    const tiles = pyramid(3, (z, x, y) => `${z}${(x * y) % 3}`);
    const bytes = pmtilesArchive(tiles, INFO);
    expect(pmtilesArchive(tiles, INFO)).toEqual(bytes);
    expect(pmtilesArchive(tiles.toReversed(), INFO)).toEqual(bytes);
  });
});
