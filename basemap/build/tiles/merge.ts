import type { GeoJSONVTFeature, GeoJSONVTFeatureNonPoint } from '@maplibre/geojson-vt';

type Point = [number, number];
type LinesOrRings = GeoJSONVTFeatureNonPoint;

const LINE = 2;

/**
 * A tile's features with those of like properties made one, which takes fewer bytes and draws the same. Points stay
 * single, because each is a label. What the tile's grid has shrunk to nothing is left out.
 */
export function mergedFeatures(features: readonly GeoJSONVTFeature[]): GeoJSONVTFeature[] {
  const merged = new Map<string, GeoJSONVTFeature>();
  features.forEach((feature, index) => {
    if (feature.type === 1) {
      merged.set(`point ${index}`, feature);
      return;
    }
    const geometry = feature.type === LINE ? lines(feature) : polygons(feature);
    if (geometry.length === 0) return;
    const key = `${feature.type} ${JSON.stringify(feature.tags)}`;
    const like = merged.get(key) as LinesOrRings | undefined;
    if (like) like.geometry.push(...geometry);
    else merged.set(key, { ...feature, geometry });
  });
  return [...merged.values()];
}

function lines({ geometry }: LinesOrRings): Point[][] {
  return geometry.map(withoutRepeats).filter(({ length }) => length > 1);
}

/** Rings with an area, and no hole whose outer ring has none. */
function polygons({ geometry }: LinesOrRings): Point[][] {
  let outerKept = false;
  return geometry.map(withoutRepeats).filter((ring) => {
    const area = doubledArea(ring);
    const outer = area > 0;
    const kept = Math.abs(area) >= 2 && (outer || outerKept);
    if (outer) outerKept = kept;
    return kept;
  });
}

function withoutRepeats(line: Point[]): Point[] {
  return line.filter(([x, y], index) => {
    const before = line[index - 1];
    return !before || before[0] !== x || before[1] !== y;
  });
}

/** Above zero for an outer ring: in a tile y grows downward, and outer rings run clockwise to the eye. */
function doubledArea(ring: Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
