import { difference } from 'polyclip-ts';
import { boundsOf, meet, type Bounds } from '../geometry/bounds.ts';
import { clippedRing } from '../geometry/clip.ts';
import { polygonSquareKilometres, ringSquareKilometres, type Ring } from '../geometry/ring.ts';
import { midpointRing, smoothRing } from '../geometry/smoothing.ts';

/** In km². The data's lakes are traced from pixels of about one: smaller ones are mostly chance, and so are islands in them. */
const LEAST_LAKE = 6;
/** A lake with few corners is a block of pixels, unless it is large. */
const FEWEST_CORNERS = 14;
const LARGE_LAKE = 40;
/** A "lake" of which more than this share lies in the sea is a lagoon, or a piece of the sea. */
const MOST_SEA = 0.01;

type ClipPolygon = [number, number][][];

/** The lakes of a box, smoothed, cut at its edges and at the sea's shore. */
export function lakesOf(box: Bounds, lakes: readonly Ring[][], sea: readonly Ring[][]): Ring[][] {
  return lakes.filter(isShown).flatMap(([outer = []]) => {
    const smooth = clippedRing(smoothRing(midpointRing(outer)), box);
    return smooth ? ashore([smooth], sea) : [];
  });
}

function isShown([outer = []]: Ring[]): boolean {
  const area = ringSquareKilometres(outer);
  return area >= LARGE_LAKE || (area >= LEAST_LAKE && outer.length >= FEWEST_CORNERS);
}

function clippedPolygon(rings: Ring[], box: Bounds): Ring[] | undefined {
  const [outer, ...holes] = rings.map((ring) => clippedRing(ring, box));
  return outer && [outer, ...holes.filter((hole) => hole !== undefined)];
}

/** What of a lake lies on land: nothing where it reaches into the sea by more than a sliver. */
function ashore(lake: Ring[], sea: readonly Ring[][]): Ring[][] {
  const bounds = boundsOf(lake[0] ?? []);
  const near = sea
    .filter(([outer = []]) => meet(boundsOf(outer), bounds))
    .map((rings) => clippedPolygon(rings, bounds))
    .filter((rings) => rings !== undefined);
  if (near.length === 0) return [lake];
  const rest: Ring[][] = difference(lake as ClipPolygon, ...(near as ClipPolygon[]));
  const restArea = rest.reduce((sum, rings) => sum + polygonSquareKilometres(rings), 0);
  return restArea / polygonSquareKilometres(lake) < 1 - MOST_SEA ? [] : rest;
}
