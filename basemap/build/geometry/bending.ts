import type { Position } from 'geojson';
import { closedRing, type Ring } from './ring.ts';

/** Metres in a degree of latitude. */
const DEGREE = 111_320;
/** Edges shorter than this, in metres, need no bending at the zooms they are drawn for. */
const LEAST_EDGE = 600;
/** At a corner sharper than this, in radians, the line is meant to turn: a mole, a cape. */
const SHARPEST_BEND = 0.8;
/** Points that stand for one bent edge. */
const STEPS = 5;

interface Vector {
  east: number;
  north: number;
}

/**
 * The closed ring with its long edges bent the way the line turns at their ends (cubic Hermite through the same corners),
 * by at most `tolerance` metres. For an outline that was simplified by that tolerance: what it stands for lies within it
 * on either side, and turns evenly more often than in corners. Short edges and sharp corners stay as they are.
 */
export function bentRing(ring: Ring, tolerance: number): Ring {
  const corners = ring.slice(0, -1);
  if (corners.length < 4) return ring;
  const at = (index: number): Position => corners[(index + corners.length) % corners.length] ?? [];
  const bent = corners.flatMap((corner, index) => {
    const [before, end, after] = [at(index - 1), at(index + 1), at(index + 2)];
    return [corner, ...bentEdge([before, corner, end, after], tolerance)];
  });
  return closedRing(bent);
}

/** The points between the middle two of four corners in a row. */
function bentEdge(
  [before, start, end, after]: [Position, Position, Position, Position],
  tolerance: number,
): Position[] {
  const edge = vector(start, end);
  const length = Math.hypot(edge.east, edge.north);
  if (length < LEAST_EDGE) return [];
  const leaving = turnAt(vector(before, start), edge) / 2;
  const arriving = turnAt(edge, vector(end, after)) / 2;
  // The middle of the curve is so far from that of the edge.
  const stray = (Math.abs(Math.sin(leaving)) + Math.abs(Math.sin(arriving))) * (length / 8);
  if (stray === 0) return [];
  const share = Math.min(1, tolerance / stray);
  const slopes = [Math.tan(leaving) * share, -Math.tan(arriving) * share] as const;
  return Array.from({ length: STEPS - 1 }, (_, step) => pointOn(start, end, edge, slopes, (step + 1) / STEPS));
}

/** How far the line turns from one edge into the next, in radians, left as positive; 0 at a corner that is meant. */
function turnAt(one: Vector, next: Vector): number {
  const cross = one.east * next.north - one.north * next.east;
  const turn = Math.atan2(cross, one.east * next.east + one.north * next.north);
  return Math.abs(turn) > SHARPEST_BEND ? 0 : turn;
}

/** A point at `share` of the way along an edge, moved aside by the cubic with these slopes at its ends. */
function pointOn(
  [x1 = 0, y1 = 0]: Position,
  [x2 = 0, y2 = 0]: Position,
  edge: Vector,
  [leaving, arriving]: readonly [number, number],
  share: number,
): Position {
  // A line that turns left at its start has come round from the right of the edge.
  const aside = -leaving * share * (1 - share) ** 2 + arriving * share ** 2 * (1 - share);
  const [east, north] = [-edge.north * aside, edge.east * aside];
  const latitude = y1 + (y2 - y1) * share;
  return [x1 + (x2 - x1) * share + east / (DEGREE * Math.cos((latitude * Math.PI) / 180)), latitude + north / DEGREE];
}

function vector([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): Vector {
  return {
    east: (x2 - x1) * DEGREE * Math.cos((((y1 + y2) / 2) * Math.PI) / 180),
    north: (y2 - y1) * DEGREE,
  };
}
