import type { Feature as GeoFeature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { Entry } from '../model/entry';
import { KINDS, type Movement, type Place } from '../model/feature';
import { arcBetween, arrowWidth, headBearing } from './arc';
import { circleAround } from './geodesy';

/** The sources of the story's layers, by name. A feature's state is kept under its entry's or its place's id. */
export type StorySources = Record<'areas' | 'lines' | 'heads' | 'marks' | 'places', GeoJSONSourceSpecification>;

/** The shares of its radius at which a soft circle's rings lie: together they fade towards its edge. */
const RINGS = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65];

/**
 * Everything of the story that the map can draw, at every date, once. Which of it shows at a date is feature state.
 * `label` gives the words on a movement's line.
 */
export function storySources(
  entries: readonly Entry[],
  places: ReadonlyMap<string, Place>,
  label: (entry: Entry) => string,
): StorySources {
  const lines: GeoFeature[] = [];
  const heads: GeoFeature[] = [];
  const marks: GeoFeature[] = [];
  for (const entry of entries) {
    const line = lineOf(entry, places);
    if (line) {
      const properties = {
        id: entry.id,
        reported: entry.reported,
        status: entry.report?.status,
        label: label(entry),
        width: arrowWidth(entry.report?.strength?.low),
      };
      lines.push(feature({ type: 'LineString', coordinates: line }, properties));
      heads.push(feature(point(line.at(-1)), { ...properties, bearing: headBearing(line) }));
    } else {
      for (const { place, position } of pointsOf(entry, places)) {
        const rank = KINDS.length - KINDS.indexOf(entry.kind);
        const { id, kind, reported } = entry;
        marks.push(feature(point(position), { id, kind, reported, rank, place }));
      }
    }
  }
  return {
    areas: source([...places.values()].flatMap(areasOf)),
    lines: source(lines),
    heads: source(heads),
    marks: source(marks),
    places: source([...places.values()].flatMap(placeOf)),
  };
}

function source(features: GeoFeature[]): GeoJSONSourceSpecification {
  const data: FeatureCollection = { type: 'FeatureCollection', features };
  return { type: 'geojson', data, promoteId: 'id' };
}

function feature(geometry: Geometry, properties: Record<string, unknown>): GeoFeature {
  return { type: 'Feature', geometry, properties };
}

function point(position: Position | undefined): Geometry {
  return { type: 'Point', coordinates: position ?? [] };
}

/** The line of a report whose two ends are both located and apart; a path the author drew comes first. */
function lineOf(entry: Entry, places: ReadonlyMap<string, Place>): Position[] | undefined {
  if (!entry.report) return undefined;
  const drawn = (entry.feature as Movement).geometry;
  if (drawn?.type === 'LineString') return drawn.coordinates;
  const from = places.get(entry.report.from ?? '');
  const to = places.get(entry.report.to ?? '');
  if (!from?.point || !to?.point) return undefined;
  const arc = arcBetween(from.point, to.point, areaRadius(from), areaRadius(to));
  return arc.length > 1 ? arc : undefined;
}

function areaRadius(place: Place): number {
  return place.area ? (place.uncertainty ?? 0) : 0;
}

/** Where symbols stand. A place known only as an area has none: its soft shape is the mark. */
function pointsOf(entry: Entry, places: ReadonlyMap<string, Place>): { place?: string; position: Position }[] {
  if (entry.feature.kind !== 'movement' && entry.feature.geometry?.type === 'Point') {
    const place = entry.places[0];
    return [{ position: entry.feature.geometry.coordinates, ...(place === undefined ? {} : { place }) }];
  }
  const located = entry.places.map((id) => places.get(id)).filter((place) => place?.point && !place.area);
  const standing = entry.report ? located.slice(0, 1) : located;
  return standing.flatMap((place) => (place?.point ? [{ place: place.id, position: place.point }] : []));
}

function areasOf(place: Place): GeoFeature[] {
  const { id, geometry, point: centre, uncertainty } = place;
  const own = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? [feature(geometry, { id })] : [];
  if (own.length > 0 || !centre || !uncertainty) return own;
  return RINGS.map((share) =>
    feature({ type: 'Polygon', coordinates: [circleAround(centre, uncertainty * share)] }, { id, area: place.area }),
  );
}

function placeOf(place: Place): GeoFeature[] {
  if (!place.point) return [];
  return [feature(point(place.point), { id: place.id, name: place.title, area: place.area })];
}
