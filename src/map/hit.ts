import type { Map as MapLibre, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import type { Entry } from '../model/entry';
import { distanceBetween } from '../model/geodesy';
import { WORLD, mercatorOf, positionOf } from '../model/mercator';
import { distanceToMark, marksAtPlaceOf, marksWithin } from '../model/pick';
import { NOW_SCALE, PAST_SCALE, type Clock } from './clock-layer';
import type { Movements } from './movements';

/** What lies at a point of the map: the rows of the entries drawn there, the topmost first, and the place's id. */
export interface Hit {
  rows: number[];
  place?: string;
}

/** What a reader can point at, and by which clock. */
export interface Target {
  map: MapLibre;
  chronicle: Chronicle;
  clock: Clock;
  movements: Movements;
  hiddenPlaces: ReadonlySet<string>;
  /** Places where something shows. */
  visiblePlaces: ReadonlyMap<string, unknown>;
  /** Size of symbols as a share of their full size. */
  scale: number;
}

/** Half the width of a symbol with its casing, in pixels of its box; and how far a pointer or a finger may miss it. */
const HALF = 11;
const MISS = { mouse: 3, touch: 16 };

/**
 * What a reader points at, in pixels of the map: the topmost symbol with all at its place, else a unit's, then a place's ring, a
 * line, then an area that something shows in. What is not drawn at the date cannot be hit.
 */
export function hitAt(target: Target, point: { x: number; y: number }, pointer: 'mouse' | 'touch'): Hit {
  const { map, chronicle, hiddenPlaces, clock } = target;
  const mark = markAt(target, point, MISS[pointer]);
  if (mark !== undefined) {
    const { columns, index } = chronicle;
    const rows = marksAtPlaceOf(columns, index, mark, clock.moment, clock.shown).map(
      (each) => columns.marks.entry[each] ?? 0,
    );
    const place = placeOfMark(chronicle, mark);
    return { rows: [...new Set(rows)], ...(place === undefined ? {} : { place }) };
  }
  const near = (reach: number, layers: string[]) => map.queryRenderedFeatures(around(point, reach), { layers });
  // Of what has a line the unit's symbol is no mark.
  const unit = near(0, ['story-units'])[0];
  if (unit) return { rows: [Number(unit.properties['row'])] };
  const ring = near(5, ['story-places']).find((hit) => !hiddenPlaces.has(idOf(hit)));
  if (ring) return { rows: [], place: idOf(ring) };
  const row = target.movements.rowAt(map, point, MISS[pointer]);
  if (row !== undefined) return { rows: [row] };
  const outlined = near(0, ['story-areas']).map(idOf);
  const area = outlined.find((id) => target.visiblePlaces.has(id)) ?? softAreaAt(target, point);
  return { rows: [], ...(area === undefined ? {} : { place: area }) };
}

/** The topmost mark whose symbol covers the point, else the nearest that it misses by little. */
function markAt(target: Target, { x, y }: { x: number; y: number }, miss: number): number | undefined {
  const { map, chronicle, clock, scale } = target;
  const { columns, index } = chronicle;
  const { lng, lat } = map.unproject([x, y]);
  const pointer = mercatorOf([lng, lat]);
  if (!pointer) return undefined;
  const flat = map.getProjection()?.type !== 'globe' || map.getZoom() >= FLAT;
  const pixel = WORLD / (512 * 2 ** map.getZoom());
  const half = HALF * NOW_SCALE * scale;
  // On the globe a pixel is more steps the nearer it lies to the edge.
  const reach = (half + miss) * pixel * (flat ? 1 : 4);
  const away = (mark: number) => {
    if (flat) return distanceToMark(columns, mark, pointer) / pixel;
    const at = map.project(positionOf(columns.marks.x[mark] ?? 0, columns.marks.y[mark] ?? 0));
    return Math.hypot(at.x - x, at.y - y);
  };
  let nearest: number | undefined;
  let least = half + miss;
  for (const mark of marksWithin(columns, index, pointer, reach, clock.moment, clock.shown)) {
    const distance = away(mark);
    const past = drawnState(columns, columns.marks.entry[mark] ?? 0, clock.moment, clock.shown) === 'past';
    if (distance <= HALF * scale * (past ? PAST_SCALE : NOW_SCALE)) return mark;
    if (distance < least) [nearest, least] = [mark, distance];
  }
  return nearest;
}

/** From this zoom on MapLibre draws the globe as a flat map. */
const FLAT = 12;

/** The place, among those of the mark's entry, that stands where the mark does. */
function placeOfMark({ columns, details, places }: Chronicle, mark: number): string | undefined {
  const entry: Entry | undefined = details.entry(columns.marks.entry[mark] ?? 0);
  return entry?.places.find((id) => {
    const at = mercatorOf(places.get(id)?.point ?? []);
    return at?.[0] === columns.marks.x[mark] && at?.[1] === columns.marks.y[mark];
  });
}

/** The smallest place known only as an area whose soft circle holds the point. */
function softAreaAt({ map, chronicle, visiblePlaces }: Target, { x, y }: { x: number; y: number }): string | undefined {
  const { lng, lat } = map.unproject([x, y]);
  return [...visiblePlaces.keys()]
    .map((id) => chronicle.places.get(id))
    .filter((place) => place?.area && place.point && place.uncertainty)
    .filter((place) => distanceBetween(place?.point ?? [], [lng, lat]) <= (place?.uncertainty ?? 0))
    .sort((a, b) => (a?.uncertainty ?? 0) - (b?.uncertainty ?? 0))[0]?.id;
}

function around({ x, y }: { x: number; y: number }, reach: number): [PointLike, PointLike] {
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

function idOf(feature: MapGeoJSONFeature): string {
  return String(feature.properties['id']);
}
