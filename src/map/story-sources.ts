import type { Feature as GeoFeature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import type { Entry } from '../model/entry';
import type { Movement, Place } from '../model/feature';
import { areaRadius, hasLine, isOutlined } from '../model/marks';
import { arcBetween, arrowWidth, headBearing } from './arc';

/**
 * The sources of the story's style layers, by name: what is few. A line's and its head's feature id is the row of its
 * entry, a place's is its own.
 */
export type StorySources = Record<'areas' | 'lines' | 'heads' | 'places', GeoJSONSourceSpecification>;

/**
 * Lines, areas and places of the story, at every date, once. Which of it shows at a date is feature state.
 * `label` gives the words on a movement's line.
 */
export function storySources(
  { lines: rows, details, places }: Chronicle,
  label: (entry: Entry) => string,
): StorySources {
  const lines: GeoFeature[] = [];
  const heads: GeoFeature[] = [];
  for (const row of rows) {
    const entry = details.entry(row);
    const line = entry && lineOf(entry, places);
    if (!line) continue;
    const properties = {
      reported: entry.reported,
      status: entry.report?.status,
      label: label(entry),
      width: arrowWidth(entry.report?.strength?.low),
    };
    lines.push({ ...feature({ type: 'LineString', coordinates: line }, properties), id: row });
    heads.push({ ...feature(point(line.at(-1)), { ...properties, bearing: headBearing(line) }), id: row });
  }
  return {
    areas: source([...places.values()].flatMap(areasOf), 'id'),
    lines: source(lines),
    heads: source(heads),
    places: source([...places.values()].flatMap(placeOf), 'id'),
  };
}

function source(features: GeoFeature[], promoteId?: string): GeoJSONSourceSpecification {
  const data: FeatureCollection = { type: 'FeatureCollection', features };
  return { type: 'geojson', data, ...(promoteId === undefined ? {} : { promoteId }) };
}

function feature(geometry: Geometry, properties: Record<string, unknown>): GeoFeature {
  return { type: 'Feature', geometry, properties };
}

function point(position: Position | undefined): Geometry {
  return { type: 'Point', coordinates: position ?? [] };
}

/** The line of a report; a path the author drew comes first. */
function lineOf(entry: Entry, places: ReadonlyMap<string, Place>): Position[] | undefined {
  if (!hasLine(entry, places)) return undefined;
  const drawn = (entry.feature as Movement).geometry;
  if (drawn?.type === 'LineString') return drawn.coordinates;
  const from = places.get(entry.report?.from ?? '');
  const to = places.get(entry.report?.to ?? '');
  if (!from?.point || !to?.point) return undefined;
  return arcBetween(from.point, to.point, areaRadius(from), areaRadius(to));
}

function areasOf(place: Place): GeoFeature[] {
  const { id, geometry, area } = place;
  return geometry && isOutlined(place) ? [feature(geometry, { id, area })] : [];
}

function placeOf(place: Place): GeoFeature[] {
  if (!place.point) return [];
  return [feature(point(place.point), { id: place.id, name: place.title, area: place.area })];
}
