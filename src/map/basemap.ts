import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { groundLayers } from './basemap-ground';
import { labelLayers } from './basemap-labels';
import type { Lettering, SchemaSource } from './basemap-layers';
import { lineLayers } from './basemap-lines';
import { FONT_FACES } from './font-faces';
import type { Theme } from './theme';

/**
 * A style (MapLibre style specification, version 8) of tiles in the Protomaps basemap schema: land, water, roads and
 * borders, then names. Of several `sources` a later one is finer and covers the ground of those before it. The tiles
 * need `registerArchive`. Every call gives a new style, which the caller may change.
 */
export function schemaStyle(
  theme: Theme,
  lettering: Lettering,
  sources: readonly SchemaSource[],
  tiles: Record<string, VectorSourceSpecification>,
): StyleSpecification {
  const full = sources.filter(({ groundOnly }) => !groundOnly);
  return {
    version: 8,
    name: theme.dark ? 'Dateline dark' : 'Dateline light',
    'font-faces': structuredClone(FONT_FACES),
    sources: tiles,
    layers: [
      ...groundLayers(theme, sources),
      ...lineLayers(theme, full, lettering.disputedBorders),
      ...labelLayers(theme, full, lettering),
    ],
  };
}

/**
 * The tiles of an archive as a source: by their own address, and not by the archive's, so that nothing of it is fetched
 * before a tile is wanted. Of HTML in `attribution` MapLibre keeps what is harmless.
 */
export function tileSource(
  url: string,
  [minzoom, maxzoom]: readonly [number, number],
  attribution: string,
): VectorSourceSpecification {
  return { type: 'vector', tiles: [`pmtiles://${url}/{z}/{x}/{y}`], minzoom, maxzoom, attribution };
}
