import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../tiles/memory-source.ts';
import { tileLayers } from '../tiles/tile-layers.ts';
import { detailArchive, tileFeature } from './archive.ts';
import { detailAreas } from './areas.ts';
import { readCollections, type DetailFeature } from './collections.ts';

const COLLECTIONS = readCollections(path.join(import.meta.dirname, 'fixture'));

it('lists areas by their ids', () => {
  expect(JSON.parse(detailAreas(COLLECTIONS))).toEqual([
    { id: 'alpha', name: 'Alpha', 'name:ar': 'ألفا', accuracyMeters: 800, bbox: [44, 33, 44.5, 33.5] },
    { id: 'zulu', name: 'Zulu', 'name:ar': 'زولو', accuracyMeters: 500, bbox: [10, 10, 10.2, 10.1] },
  ]);
});

describe('a feature', () => {
  const [river, site] = (COLLECTIONS[1]?.features ?? []) as [DetailFeature, DetailFeature];

  it('keeps its properties, but not where it goes and comes from', () => {
    expect(tileFeature(river).properties).toEqual({ kind: 'river', name: 'Stream', 'name:ar': 'نهر' });
  });

  it('is smoothed only where that is asked for', () => {
    expect(tileFeature(site).geometry).toEqual(site.geometry);
    const { coordinates } = tileFeature(river).geometry as { coordinates: number[][] };
    expect(coordinates.length).toBeGreaterThan(3);
    expect([coordinates[0], coordinates.at(-1)]).toEqual([
      [10, 10],
      [10.2, 10],
    ]);
  });
});

describe('the archive', () => {
  const archive = new PMTiles(memorySource(detailArchive(COLLECTIONS)));

  it('has each feature in its layer, from zoom 9 to 12', async () => {
    expect(await archive.getHeader()).toMatchObject({ minZoom: 9, maxZoom: 12, minLon: 10, maxLat: 33.5 });
    const layers = await tileLayers(archive, 9, [10.05, 10.05]);
    expect(Object.keys(layers)).toEqual(['landuse', 'water']);
    expect(Object.keys(await tileLayers(archive, 11, [10.05, 10.05]))).toEqual(['landuse', 'water', 'pois']);
  });

  it('lists its layers with their fields', async () => {
    const { vector_layers } = (await archive.getMetadata()) as { vector_layers: { id: string; fields: object }[] };
    expect(vector_layers.map(({ id }) => id)).toEqual(['landuse', 'water', 'pois', 'places']);
    expect(vector_layers[2]?.fields).toEqual({ kind: 'String', min_zoom: 'Number' });
  });
});

it('refuses what no archive could hold, and says where', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-detail-'));
  const broken = {
    ...COLLECTIONS[0],
    features: [{ type: 'Feature', properties: { layer: 'lakes', kind: 'lake' }, geometry: null }],
  };
  writeFileSync(path.join(folder, 'broken.geojson'), JSON.stringify(broken));
  expect(() => readCollections(folder)).toThrow('broken.geojson: feature 0 has the kind "lake" of layer "lakes"');
});
