import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import areas from '../../basemap/detail-areas.json';
import detail from '../../basemap/detail.pmtiles?url';
import focus from '../../basemap/focus.pmtiles?url';
import world from '../../basemap/world.pmtiles?url';
import type { Lettering, SchemaSource } from './basemap-layers';
import { schemaStyle, tileSource } from './basemap';
import type { Theme } from './theme';

/** One archive of the offline basemap: where it is, what it holds, and for which zooms. */
interface OfflineArchive extends SchemaSource {
  url: string;
  zooms: [least: number, most: number];
  attribution: string;
}

/** Addresses are absolute, so that they hold on pages of other hosts. */
const ARCHIVES: readonly OfflineArchive[] = [
  {
    id: 'world',
    url: new URL(world, import.meta.url).href,
    zooms: [0, 6],
    has: new Set(['earth', 'water', 'boundaries', 'places', 'pois']),
    coarse: true,
    attribution: 'Natural Earth, GeoNames, OurAirports, Unicode CLDR',
  },
  {
    // The areas' own shores cover the coarser ones of the world.
    id: 'focus',
    url: new URL(focus, import.meta.url).href,
    zooms: [6, 9],
    minzoom: 6,
    has: new Set(['earth', 'water']),
    attribution: '© OpenStreetMap contributors',
  },
  {
    id: 'detail',
    url: new URL(detail, import.meta.url).href,
    zooms: [9, 12],
    minzoom: 9,
    has: new Set(['landcover', 'landuse', 'water', 'roads', 'places', 'pois']),
    attribution: 'schematic city detail: GeoNames, Who’s On First',
  },
];

/** Addresses of the archives that {@link offlineStyle} draws. */
export const OFFLINE_ARCHIVES: readonly string[] = ARCHIVES.map(({ url }) => url);

/** The offline basemap shows nothing finer. */
export const OFFLINE_MAX_ZOOM = 14;

/** The offline basemap's land and sea alone, to lie under another that may not cover the world. */
export const OFFLINE_GROUND: readonly SchemaSource[] = ARCHIVES.filter(({ has }) => has.has('earth')).map(
  ({ id, minzoom, coarse }) => ({
    id,
    has: new Set(['earth', 'water'] as const),
    groundOnly: true,
    ...(minzoom === undefined ? {} : { minzoom }),
    ...(coarse === undefined ? {} : { coarse }),
  }),
);

/** The sources of {@link OFFLINE_GROUND}, by name. */
export function offlineGroundTiles(): Record<string, VectorSourceSpecification> {
  return tilesOf(ARCHIVES.filter(({ has }) => has.has('earth')));
}

/** The basemap that comes with the project, as a style. Every call gives a new one, which the caller may change. */
export function offlineStyle(theme: Theme, lettering: Lettering): StyleSpecification {
  return schemaStyle(theme, lettering, ARCHIVES, tilesOf(ARCHIVES));
}

function tilesOf(archives: readonly OfflineArchive[]): Record<string, VectorSourceSpecification> {
  return Object.fromEntries(
    archives.map(({ id, url, zooms, attribution }) => [id, tileSource(url, zooms, attribution)] as const),
  );
}

/** A part of the offline basemap that is drawn by hand from few points, and is no more exact than it says. */
export interface DetailArea {
  id: string;
  name: string;
  /** What is drawn lies within so many metres of where it is. */
  accuracyMeters: number;
  /** `[west, south, east, north]` in degrees. */
  bbox: readonly [number, number, number, number];
}

/** The area of schematic detail in view: the one that holds the map's centre, else any that shows; degrees, and zoom. */
export function detailInView(
  zoom: number,
  [west, south, east, north]: readonly [number, number, number, number],
): DetailArea | undefined {
  if (zoom < 9) return undefined;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const inView = (areas as unknown as DetailArea[]).filter(
    ({ bbox }) => bbox[0] < east && bbox[2] > west && bbox[1] < north && bbox[3] > south,
  );
  return inView.find(({ bbox }) => bbox[0] <= x && x <= bbox[2] && bbox[1] <= y && y <= bbox[3]) ?? inView[0];
}
