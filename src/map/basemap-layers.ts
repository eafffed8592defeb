import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { DisputedBorders } from '../model/basemap';

/** The layers of the Protomaps basemap schema (version 4) that are drawn. */
export const SCHEMA_LAYERS = [
  ...(['earth', 'landcover', 'landuse', 'water', 'roads', 'buildings'] as const),
  ...(['boundaries', 'places', 'pois'] as const),
] as const;
export type SchemaLayer = (typeof SCHEMA_LAYERS)[number];

/** A vector source whose tiles follow the Protomaps basemap schema, as the layers that draw it need to know it. */
export interface SchemaSource {
  /** Name of the source in the style; the ids of its layers begin with it. */
  id: string;
  /** The layers its tiles hold. */
  has: ReadonlySet<SchemaLayer>;
  /** From this zoom on it is drawn. */
  minzoom?: number;
  /** Drawn for the map of a country: its lines stray by a kilometre or more, and end where that shows. */
  coarse?: boolean;
  /** Only its land and water are drawn: lines and names are another's. */
  groundOnly?: boolean;
}

/** What of a basemap's drawing an editor decides. */
export interface Lettering {
  /** BCP 47. */
  language: string;
  /** Other names than the data's, by the English name in the data, then by language (BCP 47). */
  names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  disputedBorders: DisputedBorders;
}

/** A layer of a source without what {@link layerOf} adds, for any type of layer that draws tiles. */
type LayerParts<Layer = LayerSpecification> = Layer extends { source: string }
  ? Omit<Layer, 'id' | 'source' | 'source-layer'>
  : never;

/**
 * The layer `name` of a source, drawing its `layer`; none where its tiles hold no such layer, or where all of it would be
 * below the zoom that the source is drawn from.
 */
export function layerOf(
  source: SchemaSource,
  layer: SchemaLayer,
  name: string,
  parts: LayerParts,
): LayerSpecification[] {
  if (!source.has.has(layer)) return [];
  const minzoom = Math.max(source.minzoom ?? 0, parts.minzoom ?? 0);
  if (parts.maxzoom !== undefined && parts.maxzoom <= minzoom) return [];
  return [
    {
      ...parts,
      id: `${source.id}-${name}`,
      source: source.id,
      'source-layer': layer,
      ...(minzoom > 0 ? { minzoom } : {}),
    },
  ];
}

/** A filter for features of one of `kinds` that meet all `conditions`. */
export function ofKinds(kinds: readonly string[], ...conditions: ExpressionSpecification[]): FilterSpecification {
  return ['all', ['in', ['get', 'kind'], ['literal', [...kinds]]], ...conditions];
}

/** A value by zoom: pairs of zoom and value, straight between them. */
export function byZoom(...stops: (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** Pixels that a metre takes at zoom 9 and at zoom 14, at the latitude of Baghdad (33.3°). */
const METRE_AT = { 9: 0.0078, 14: 0.25 };

/** A length on the ground in pixels, of so many metres, and never below `least` at zoom 9: it doubles from zoom to zoom. */
export function metres(length: number | ExpressionSpecification, least = 0): ExpressionSpecification {
  const [far, near] = [METRE_AT[9], METRE_AT[14]];
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    ...[9, ['max', least, ['*', far, length]]],
    ...[14, ['*', near, length]],
  ] as unknown as ExpressionSpecification;
}
