import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { ringContains } from './geometry/ring.ts';
import { BUDGET, OUTPUT_FOLDER } from './outputs.ts';
import { isKind, isLayer } from './schema.ts';
import { memorySource } from './tiles/memory-source.ts';
import { tileLayers } from './tiles/tile-layers.ts';

const bytesOf = (name: string) => readFileSync(path.join(OUTPUT_FOLDER, name));
const NAMES = ['world.pmtiles', 'focus.pmtiles', 'detail.pmtiles'];
const open = (name: string) => new PMTiles(memorySource(new Uint8Array(bytesOf(name))));
const [world, focus] = [open('world.pmtiles'), open('focus.pmtiles')];

/** The kinds of the polygons at a position in one layer. */
async function kindsAt(archive: PMTiles, zoom: number, layer: string, [longitude, latitude]: [number, number]) {
  const width = 2 ** zoom;
  const features = (await tileLayers(archive, zoom, [longitude, latitude]))[layer] ?? [];
  const kinds = features
    .filter(({ type }) => type === 3)
    .filter((feature) => {
      const position = [
        (((longitude + 180) / 360) * width * feature.extent) % feature.extent,
        (((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * width * feature.extent) %
          feature.extent,
      ];
      const rings = feature.loadGeometry().map((ring) => ring.map(({ x, y }) => [x, y]));
      return rings.filter((ring) => ringContains(ring, position)).length % 2 === 1;
    });
  return kinds.map(({ properties }) => properties['kind']);
}

it('the archives stay within their budget', () => {
  expect(NAMES.reduce((sum, name) => sum + bytesOf(name).length, 0)).toBeLessThanOrEqual(BUDGET);
});

it.each(NAMES)('%s says who is to be named, and has layers, kinds and fields of the schema only', async (name) => {
  const archive = open(name);
  const { minZoom, maxZoom, centerLon, centerLat } = await archive.getHeader();
  const metadata = (await archive.getMetadata()) as {
    attribution: string;
    vector_layers: { id: string; fields: object }[];
  };
  expect(metadata.attribution).not.toBe('');
  const fields = new Map(metadata.vector_layers.map(({ id, fields }) => [id, Object.keys(fields)]));
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    for (const [layer, features] of Object.entries(await tileLayers(archive, zoom, [centerLon, centerLat]))) {
      if (!isLayer(layer)) throw new Error(`no layer ${layer} in the schema`);
      for (const { properties } of features) {
        expect(isKind(layer, properties['kind']), `${layer} ${String(properties['kind'])}`).toBe(true);
        expect(fields.get(layer)).toEqual(expect.arrayContaining(Object.keys(properties)));
      }
    }
  }
});

describe('world.pmtiles', () => {
  it.each([
    ['Baghdad', 'بغداد', 44.4, 33.34],
    ['Kuwait City', 'مدينة الكويت', 47.98, 29.37],
    ['Benghazi', 'بنغازي', 20.07, 32.11],
  ] as const)('names %s in both languages', async (english, arabic, longitude, latitude) => {
    const { places = [] } = await tileLayers(world, 6, [longitude, latitude]);
    const found = places.find(({ properties }) => properties['name:en'] === english);
    expect(found?.properties).toMatchObject({ kind: 'locality', name: english, 'name:ar': arabic });
  });

  it('has land and lakes where they are', async () => {
    expect(await kindsAt(world, 6, 'earth', [44.4, 33.3])).toEqual(['earth']);
    expect(await kindsAt(world, 6, 'earth', [19, 33.5])).toEqual([]);
    expect(await kindsAt(world, 6, 'water', [43.25, 33.97])).toEqual(['lake']);
    expect(await kindsAt(world, 2, 'earth', [51, 41])).toEqual([]);
  });

  it('has small tiles where the story opens', async () => {
    for (let x = 17; x <= 21; x++) {
      for (let y = 11; y <= 14; y++) {
        const tile = await world.getZxy(5, x, y);
        expect(tile?.data.byteLength ?? 0).toBeLessThan(40_000);
      }
    }
  });
});

describe('focus.pmtiles', () => {
  it.each([
    ['in the Gulf off Bubiyan', 48.45, 29.78, 'ocean'],
    ['in Kuwait Bay', 47.9, 29.45, 'ocean'],
    ['in the sea off Benghazi', 19.9, 32.2, 'ocean'],
    ['in Lake Tharthar', 43.25, 33.97, 'lake'],
    ['in Benghazi', 20.1, 32.1, undefined],
    ['where a notch was north of its harbour', 20.086, 32.14, undefined],
    ['on Bubiyan', 48.3, 29.7, undefined],
    ['in Baghdad', 44.4, 33.3, undefined],
  ] as const)('is right %s', async (_, longitude, latitude, water) => {
    for (const zoom of [6, 7, 8, 9]) {
      expect(await kindsAt(focus, zoom, 'water', [longitude, latitude])).toEqual(water ? [water] : []);
      expect(await kindsAt(focus, zoom, 'earth', [longitude, latitude])).toEqual(water === 'ocean' ? [] : ['earth']);
    }
  });
});

it('detail-areas.json lists the areas of detail.pmtiles', () => {
  const areas = JSON.parse(bytesOf('detail-areas.json').toString()) as { id: string; bbox: number[] }[];
  expect(areas.length).toBeGreaterThan(0);
  expect(areas.map(({ id }) => id)).toEqual(areas.map(({ id }) => id).sort());
  expect(areas.every(({ bbox }) => bbox.length === 4)).toBe(true);
});
