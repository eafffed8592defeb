import type { Feature as GeoFeature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { Chronicle, Details } from '../model/chronicle';
import type { Place } from '../model/feature';
import { isOutlined } from '../model/marks';

/** The sources of the story's style layers, by name: what is few. */
export type StorySources = Record<'areas' | 'places' | 'labels' | 'units', GeoJSONSourceSpecification>;

/**
 * Areas and places of the story, at every date, once; which of them shows at a date is feature state. `told` is how many
 * entries concern a place, as far as that has been read. `labels`, the movements' numbers, and `units`, their symbols, are
 * those of the date.
 */
export function storySources(
  { places, details }: Pick<Chronicle, 'places'> & { details: Pick<Details, 'rowsAt'> },
  { labels, units }: Record<'labels' | 'units', FeatureCollection>,
): StorySources {
  return {
    areas: source([...places.values()].flatMap(areasOf), 'id'),
    places: source(
      [...places.values()].flatMap((place) => placeOf(place, details.rowsAt(place.id)?.length ?? 0)),
      'id',
    ),
    labels: source(labels.features, 'key'),
    units: source(units.features),
  };
}

function source(features: GeoFeature[], promoteId?: string): GeoJSONSourceSpecification {
  const data: FeatureCollection = { type: 'FeatureCollection', features };
  return { type: 'geojson', data, ...(promoteId === undefined ? {} : { promoteId }) };
}

function feature(geometry: Geometry, properties: Record<string, unknown>): GeoFeature {
  return { type: 'Feature', geometry, properties };
}

function point(coordinates: Position): Geometry {
  return { type: 'Point', coordinates };
}

function areasOf(place: Place): GeoFeature[] {
  const { id, geometry, area } = place;
  return geometry && isOutlined(place) ? [feature(geometry, { id, area })] : [];
}

function placeOf({ id, title, area, point: at }: Place, told: number): GeoFeature[] {
  return at ? [feature(point(at), { id, name: title, area, told })] : [];
}
