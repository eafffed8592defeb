import type { Position } from 'geojson';

/** Farther from every other point than this, in degrees, a point stands alone. */
const ALONE = 10;
/** A swapped point this near to another, in degrees, was most likely meant to be there. */
const NEAR = 1.5;

/**
 * The indices of points whose latitude and longitude look swapped although both are in range: alone as they stand,
 * beside another point once swapped. Equal points count as one. Of two that are each other's mirror image, and both
 * alone, the earlier is trusted. A story whose points are all swapped, or all far apart, shows no such sign.
 */
export function findSwapped(points: readonly (Position | undefined)[]): Set<number> {
  const grid = gridOf(points);
  const alone = new Set<number>();
  for (const [index, point] of points.entries()) {
    if (point && !hasCompany(grid, point)) alone.add(index);
  }
  const swapped = new Set<number>();
  for (const index of alone) {
    const [longitude = 0, latitude = 0] = points[index] ?? [];
    if (Math.abs(longitude) > 90) continue;
    const meant = [latitude, longitude];
    const trusted = points.some((other, at) => {
      const witness = at < index ? !swapped.has(at) : !alone.has(at);
      return other && witness && distance(other, meant) < NEAR;
    });
    if (trusted) swapped.add(index);
  }
  return swapped;
}

/** Points by cell of ALONE degrees, so that company is sought in nine cells and not in the whole story. */
type Grid = ReadonlyMap<string, Position[]>;

const COLUMNS = 360 / ALONE;

function gridOf(points: readonly (Position | undefined)[]): Grid {
  const grid = new Map<string, Position[]>();
  for (const point of points) {
    if (!point) continue;
    const [column, row] = cellOf(point);
    const key = `${column},${row}`;
    const cell = grid.get(key);
    if (cell) cell.push(point);
    else grid.set(key, [point]);
  }
  return grid;
}

function cellOf([longitude = 0, latitude = 0]: Position): [number, number] {
  return [(Math.floor(longitude / ALONE) + COLUMNS) % COLUMNS, Math.floor(latitude / ALONE)];
}

/** The point's own cell comes first: company is most often there. */
const AROUND = [0, -1, 1].flatMap((right) => [0, -1, 1].map((up) => [right, up] as const));

function hasCompany(grid: Grid, point: Position): boolean {
  const [column, row] = cellOf(point);
  return AROUND.some(([right, up]) =>
    grid.get(`${(column + right + COLUMNS) % COLUMNS},${row + up}`)?.some((other) => {
      const apart = distance(other, point);
      return apart > 0 && apart <= ALONE;
    }),
  );
}

/** Degrees between two points on a plane that wraps round: near enough to tell neighbours from strangers. */
function distance(a: Position, b: Position): number {
  const east = Math.abs((a[0] ?? 0) - (b[0] ?? 0));
  return Math.hypot(Math.min(east, 360 - east), (a[1] ?? 0) - (b[1] ?? 0));
}
