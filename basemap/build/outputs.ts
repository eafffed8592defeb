import path from 'node:path';
import { focusArchive } from './focus/archive.ts';
import { detailArchive } from './schematic/archive.ts';
import { detailAreas } from './schematic/areas.ts';
import { readCollections } from './schematic/collections.ts';
import { riverBounds } from './schematic/river-bounds.ts';
import { worldArchive } from './world/archive.ts';

/** Where the files are committed. */
export const OUTPUT_FOLDER = path.resolve(import.meta.dirname, '..');

const DETAIL_FOLDER = path.join(import.meta.dirname, 'detail');

/** What makes each file of the basemap, by its name. */
export const OUTPUTS: Readonly<Record<string, () => Uint8Array>> = {
  'world.pmtiles': () => worldArchive(riverBounds(readCollections(DETAIL_FOLDER))),
  'focus.pmtiles': focusArchive,
  'detail.pmtiles': () => detailArchive(readCollections(DETAIL_FOLDER)),
  'detail-areas.json': () => new TextEncoder().encode(detailAreas(readCollections(DETAIL_FOLDER))),
};

/** The three archives together may not be larger than this, in bytes. */
export const BUDGET = 2_700_000;
