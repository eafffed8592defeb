import type { FeatureCollection, LineString, Position } from 'geojson';
import { mapFeature, type MapFeature } from '../feature.ts';
import type { Bounds } from '../geometry/bounds.ts';
import { kilometresToLine } from '../geometry/distance.ts';
import { splitLine, type LinePart } from '../geometry/split.ts';
import { nameFields } from '../names/names.ts';
import { packageData } from '../package-data.ts';
import { RiverNetwork } from './river-course.ts';
import { RIVERS, type NamedRiver } from './river-names.ts';

/** What mapeo-offline-map says of a river. */
interface RiverProperties {
  min_zoom: number;
  /** Width it is drawn at, 0.1 for a brook to 1 for the Amazon. */
  strokeweig: number;
}
export type River = FeatureCollection<LineString, RiverProperties>['features'][number];

/** First zoom with rivers, and the one from which all are there. */
const FIRST_ZOOM = 3;
const ALL_ZOOM = 5;
/** A line within this many km of a point on a river is that river: the data is rounded to about one. */
export const NAME_REACH = 8;

/** Natural Earth's rivers, from mapeo-offline-map. */
export function readRivers(): River[] {
  return packageData<FeatureCollection<LineString, RiverProperties>>('mapeo-offline-map/dist/rivers.json').features;
}

/**
 * Rivers with their width as `weight`, and with their names where our list has them. What lies within one of `detailed` is
 * a feature of its own and marked so: another archive draws it finer.
 */
export function rivers(lines: readonly River[], detailed: readonly Bounds[] = []): MapFeature<LineString>[] {
  const names = riverNames(lines);
  return lines.flatMap((line) => {
    const river = names.get(line);
    const properties = {
      kind: 'river',
      ...(river && nameFields(river.english, river.arabic)),
      // The data's zooms are meant for tiles half as wide as ours.
      min_zoom: Math.min(ALL_ZOOM, Math.max(FIRST_ZOOM, Math.ceil(line.properties.min_zoom - 1))),
      weight: line.properties.strokeweig,
    };
    return splitBy(line.geometry.coordinates, detailed).map(({ line: coordinates, inside }) =>
      mapFeature({ type: 'LineString', coordinates }, { ...properties, detailed: inside || undefined }),
    );
  });
}

function splitBy(line: Position[], boxes: readonly Bounds[]): LinePart[] {
  return boxes.reduce<LinePart[]>(
    (parts, box) => parts.flatMap((part) => (part.inside ? [part] : splitLine(part.line, box))),
    [{ line, inside: false }],
  );
}

/** The named river that each line is: the lines from one of its points to the next. */
export function riverNames(lines: readonly River[]): Map<River, NamedRiver> {
  const network = new RiverNetwork(lines);
  const names = new Map<River, NamedRiver>();
  for (const river of RIVERS) {
    const known = river.points.map((point) => nearestLine(lines, point)).filter((line) => line !== undefined);
    known.forEach((line, index) => {
      const before = known[index - 1];
      const parts = before ? network.course(before, line) : [];
      for (const part of [line, ...parts]) if (!names.has(part)) names.set(part, river);
    });
  }
  return names;
}

/** The line nearest to a point, if one is within reach. */
export function nearestLine(lines: readonly River[], point: readonly [number, number]): River | undefined {
  let nearest: River | undefined;
  let reach = NAME_REACH;
  for (const line of lines) {
    const distance = kilometresToLine(point, line.geometry.coordinates);
    if (distance > reach) continue;
    nearest = line;
    reach = distance;
  }
  return nearest;
}
