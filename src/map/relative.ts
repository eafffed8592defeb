import { WORLD } from '../model/mercator';

/** What a projection gives a shader: where marks are measured from, and how offsets from there reach the screen. */
export interface Relative {
  /** In steps of the world, within it. */
  centre: [number, number];
  /** Takes offsets from the centre, in shares of the world, to clip space. Column-major. */
  matrix: Float32Array;
}

/**
 * A projection about the map's centre, from MapLibre's matrix of mercator coordinates 0 to 1. The large numbers of the
 * world's square are taken out in 64-bit floats, so that what is left is exact in the 32 bits of a shader: less than
 * a twentieth of a pixel at zoom 18, the steps in which places are held included. A mark stands in the middle of its
 * step, see `positionOf`. `centre` may lie in another turn of the world, where the matrix is that of a camera which
 * went round.
 */
export function relativeTo(centre: readonly [number, number], matrix: ArrayLike<number>): Relative {
  const [x, y] = [(centre[0] + 0.5) / WORLD, (centre[1] + 0.5) / WORLD];
  const at = (index: number) => matrix[index] ?? 0;
  const moved = Array.from({ length: 16 }, (_, index) =>
    index < 12 ? at(index) : at(index) + x * at(index - 12) + y * at(index - 8),
  );
  return { centre: [centre[0] - Math.floor(centre[0] / WORLD) * WORLD, centre[1]], matrix: Float32Array.from(moved) };
}

/** What the globe gives a shader, for offsets from the centre's point on a sphere of radius 1. */
export interface Spherical {
  /** To clip space, from offsets to the east, along the axis to the north, and away from the axis. Column-major. */
  matrix: Float32Array;
  /** The plane of the horizon, in such offsets. */
  horizon: [number, number, number, number];
  /** Sine and cosine of the centre's latitude. */
  latitude: [number, number];
}

/** As {@link relativeTo}, from MapLibre's matrix of the sphere and its plane of the horizon. */
export function sphericalTo(
  centre: readonly [number, number],
  matrix: ArrayLike<number>,
  plane: readonly [number, number, number, number],
): Spherical {
  const longitude = ((2 * (centre[0] + 0.5)) / WORLD - 1) * Math.PI;
  const north = (1 - (2 * (centre[1] + 0.5)) / WORLD) * Math.PI;
  const [sine, cosine] = [Math.tanh(north), 1 / Math.cosh(north)];
  /** A row of the matrix, or the plane, turned to the centre's meridian and moved to its point. */
  const turned = (x: number, y: number, z: number, w: number): [number, number, number, number] => {
    const east = x * Math.cos(longitude) - z * Math.sin(longitude);
    const out = x * Math.sin(longitude) + z * Math.cos(longitude);
    return [east, y, out, w + y * sine + out * cosine];
  };
  const at = (index: number) => matrix[index] ?? 0;
  const rows = [0, 1, 2, 3].map((row) => turned(at(row), at(row + 4), at(row + 8), at(row + 12)));
  return {
    matrix: Float32Array.from({ length: 16 }, (_, index) => rows[index % 4]?.[index >> 2] ?? 0),
    horizon: turned(...plane),
    latitude: [sine, cosine],
  };
}

/**
 * The turns of the world, 0 the one round the centre, whose copies a flat map shows: `width` and `world` are pixels of
 * the map and of the world, and `reach` how far what stands at a place goes to either side of it.
 */
export function turnsOf(width: number, world: number, reach = 0): number[] {
  const more = Math.ceil(Math.max(0, (width + 2 * reach) / world - 1) / 2);
  return Array.from({ length: 2 * more + 1 }, (_, index) => index - more);
}
