import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { byZoom, layerOf, metres, ofKinds, type SchemaSource } from './basemap-layers';
import type { Theme } from './theme';

const POLYGON: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const TOWNS = ['urban_area'];
const ZONES = ['zone'];
/** How far the edge of an authored town or zone is soft on either side, in metres: nobody surveyed it. */
const SOFT_TOWN = 900;
const SOFT_ZONE = 200;

/**
 * What lies flat on the ground: land, towns and sites, water over them, buildings. Each source covers those before it;
 * the towns and sites of all lie on the last land, and under its water.
 */
export function groundLayers(theme: Theme, sources: readonly SchemaSource[]): LayerSpecification[] {
  const last = sources.findLast(({ has }) => has.has('earth') && has.has('water'));
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.water } },
    ...sources.flatMap((source) => [
      ...land(theme, source),
      ...(source === last ? sources.flatMap((each) => [...towns(theme, each), ...sites(theme, each)]) : []),
      ...water(theme, source),
    ]),
    ...sources.flatMap((source) => buildings(theme, source)),
  ];
}

function land(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return layerOf(source, 'earth', 'land', {
    type: 'fill',
    filter: POLYGON,
    // Where two sources disagree on a shore, an outline would be drawn twice.
    paint: { 'fill-color': theme.land, ...(source.coarse ? { 'fill-outline-color': theme.coast } : {}) },
  });
}

function towns(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return [
    ...layerOf(source, 'landcover', 'towns', {
      type: 'fill',
      filter: ofKinds(TOWNS),
      paint: { 'fill-color': theme.builtUp, 'fill-antialias': false },
    }),
    ...softEdge(source, 'landcover', 'town-edges', TOWNS, theme.builtUp, SOFT_TOWN),
    ...layerOf(source, 'landuse', 'quarters', {
      type: 'fill',
      filter: ofKinds(['residential', 'commercial', 'industrial']),
      paint: { 'fill-color': theme.builtUp, 'fill-antialias': false },
    }),
  ];
}

function sites(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return [
    ...layerOf(source, 'landuse', 'sites', {
      type: 'fill',
      filter: ofKinds(['aerodrome', 'airfield', 'military', 'naval_base', ...ZONES]),
      paint: { 'fill-color': theme.site },
    }),
    ...softEdge(source, 'landuse', 'zone-edges', ZONES, theme.site, SOFT_ZONE),
    ...layerOf(source, 'landuse', 'aprons', {
      type: 'fill',
      filter: ofKinds(['runway', 'taxiway']),
      paint: { 'fill-color': theme.runway },
    }),
  ];
}

/** Rounds the corners of areas and lets them fade out, so many metres wide on either side. */
function softEdge(
  source: SchemaSource,
  layer: 'landcover' | 'landuse',
  name: string,
  kinds: readonly string[],
  colour: string,
  reach: number,
): LayerSpecification[] {
  return layerOf(source, layer, name, {
    type: 'line',
    minzoom: 9,
    filter: ofKinds(kinds, POLYGON),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': metres(2 * reach), 'line-blur': metres(reach) },
  });
}

function water(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return layerOf(source, 'water', 'water', {
    type: 'fill',
    filter: POLYGON,
    paint: { 'fill-color': theme.water },
  });
}

function buildings(theme: Theme, source: SchemaSource): LayerSpecification[] {
  return layerOf(source, 'buildings', 'buildings', {
    type: 'fill',
    minzoom: 14,
    filter: ofKinds(['building', 'building_part']),
    paint: { 'fill-color': theme.site, 'fill-opacity': byZoom(14, 0, 15, 0.8) },
  });
}
