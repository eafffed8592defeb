import type { Map as MapLibre, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import { STATUSES } from '../model/feature';
import type { Drawn } from './strongest';

/** What lies at a point of the map: the place, and the ids of the drawn entries there, those of now first. */
export interface Hit {
  place?: string;
  entries: string[];
}

const MARK_LAYERS = ['story-marks-now', 'story-marks-past', 'story-places', 'story-areas'];
const LINE_LAYERS = STATUSES.map((status) => `story-line-${status}`);

/**
 * What a reader points at, in pixels of the map: a symbol before a place's ring, then a line, then an area whose
 * place is among `visibleAreas`. What is not drawn at the date cannot be hit.
 */
export function hitAt(
  map: MapLibre,
  { x, y }: { x: number; y: number },
  drawn: Drawn,
  hiddenPlaces: ReadonlySet<string>,
  visibleAreas: ReadonlyMap<string, unknown>,
): Hit {
  const around = (reach: number): [PointLike, PointLike] => [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const near = map.queryRenderedFeatures(around(5), { layers: MARK_LAYERS });
  const marks = near.filter((hit) => hit.source === 'marks' && drawn.has(idOf(hit)));
  const isPast = (id: string) => Number(drawn.get(id) === 'past');
  const entries = [...new Set(marks.map(idOf))].sort((a, b) => isPast(a) - isPast(b));
  const ring = near.find((hit) => hit.source === 'places' && !hiddenPlaces.has(idOf(hit)));
  const place = marks.map((hit) => hit.properties['place'] as unknown).find((id) => typeof id === 'string');
  if (entries.length > 0 || ring) {
    const found = place ?? (ring && idOf(ring));
    return { entries, ...(found === undefined ? {} : { place: found }) };
  }
  const line = map
    .queryRenderedFeatures(around(4), { layers: LINE_LAYERS })
    .map(idOf)
    .find((id) => drawn.has(id));
  if (line !== undefined) return { entries: [line] };
  const area = near.find((hit) => hit.source === 'areas' && hit.properties['area'] && visibleAreas.has(idOf(hit)));
  return { entries: [], ...(area ? { place: idOf(area) } : {}) };
}

function idOf(feature: MapGeoJSONFeature): string {
  return String(feature.properties['id']);
}
