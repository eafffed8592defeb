import type { Position } from 'geojson';
import type { Entry } from './entry';
import type { Movement, Place } from './feature';
import { distanceBetween } from './geodesy';
import { mercatorOf } from './mercator';

/** A point where an entry stands on a map. */
export interface Mark {
  /** In steps of the world, see `mercatorOf`. */
  x: number;
  y: number;
  /** Metres within which the point is honest, 0 where it says none. */
  uncertainty: number;
  form: MarkForm;
}

/**
 * What stands at a mark: its kind's symbol; nothing but its soft circle where it is known only as an area; a ring at the
 * station of a force on alert; the symbol of a unit whose code the author gives. Columns hold positions in this list.
 */
export const FORMS = ['symbol', 'area', 'station', 'unit'] as const;
export type MarkForm = (typeof FORMS)[number];

/**
 * Where an entry stands. A fact with a point of its own stands there, any other at each of its places; a report has one
 * symbol, at the vertex of its track that it had reached, else at its destination, else at its origin; but a force on
 * alert has not left, and stands nowhere but at its origin. A report that is drawn as a line has none, only the soft circles
 * of its ends; nor has a place known only as an area. What no source locates has no mark, and neither has what lies
 * beyond the edge of the map.
 */
export function marksOf(entry: Entry, places: ReadonlyMap<string, Place>): Mark[] {
  const { feature } = entry;
  const form = formOf(entry);
  if (feature.kind !== 'movement' && feature.geometry?.type === 'Point') {
    return markAt(feature.geometry.coordinates, 0, form);
  }
  const isLine = hasLine(entry, places);
  const vertex = isLine ? undefined : vertexOf(entry);
  const ids = entry.report ? new Set(entry.places) : entry.places;
  const located = [...ids].map((id) => places.get(id)).filter((place) => place?.point);
  const { status, from } = entry.report ?? {};
  const standing = status === 'on alert' ? located.filter((place) => place?.id === from) : located;
  const pin = isLine || vertex ? undefined : standing.find((place) => !place?.area);
  const ends = located.flatMap((place) => {
    if (!place?.point) return [];
    const area = place.area || (entry.report !== undefined && place !== pin);
    const uncertainty = isOutlined(place) ? 0 : (place.uncertainty ?? 0);
    return area && uncertainty === 0 ? [] : markAt(place.point, uncertainty, area ? 'area' : form);
  });
  return vertex ? [...markAt(vertex, 0, form), ...ends] : ends;
}

/** True where a place has an outline of its own, which is drawn in place of a soft circle. */
export function isOutlined({ geometry }: Place): boolean {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

/**
 * True where a report is drawn as a line: its author drew one, or both its ends are located and lie apart, by more
 * than the areas they are known as. Of a track it is only what runs from the first vertex to the one that was reached, or
 * to the next where it moves evenly; a report before the first date of the track has no line.
 */
export function hasLine(entry: Entry, places: ReadonlyMap<string, Place>): boolean {
  if (!entry.report) return false;
  const { geometry, track } = entry.feature as Movement;
  if (geometry?.type === 'LineString') {
    if (!track) return true;
    const { reached } = entry.report;
    // What moves evenly is on its way to the next vertex at once.
    return reached !== undefined && hasMoved(geometry.coordinates, track.linear ? reached + 1 : reached);
  }
  const from = places.get(entry.report.from ?? '');
  const to = places.get(entry.report.to ?? '');
  if (!from?.point || !to?.point) return false;
  const length = distanceBetween(from.point, to.point);
  return length > 0 && areaRadius(from) + areaRadius(to) < length;
}

/** True where a track has left its first vertex by the one that was `reached`. */
function hasMoved(vertices: readonly Position[], reached: number): boolean {
  const [first] = vertices;
  const next = vertices.findIndex((vertex) => vertex[0] !== first?.[0] || vertex[1] !== first?.[1]);
  return next !== -1 && next <= reached;
}

/** The vertex of its track that a report had reached, if any. */
function vertexOf({ feature, report }: Entry): Position | undefined {
  if (feature.kind !== 'movement' || !feature.track || report?.reached === undefined) return undefined;
  return feature.geometry?.type === 'LineString' ? feature.geometry.coordinates[report.reached] : undefined;
}

/** The radius in metres of a place known only as an area, else 0. */
export function areaRadius(place: Place): number {
  return place.area ? (place.uncertainty ?? 0) : 0;
}

/** What stands where an entry has a symbol. */
function formOf({ feature, report }: Entry): MarkForm {
  if (feature.sidc !== undefined) return 'unit';
  return report?.status === 'on alert' ? 'station' : 'symbol';
}

function markAt(position: Position, uncertainty: number, form: MarkForm): Mark[] {
  const point = mercatorOf(position);
  return point ? [{ x: point[0], y: point[1], uncertainty, form }] : [];
}
