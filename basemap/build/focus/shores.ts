import type { Position } from 'geojson';
import { difference } from 'polyclip-ts';
import { bentRing } from '../geometry/bending.ts';
import { boundsRing, type Bounds } from '../geometry/bounds.ts';
import { clippedRing } from '../geometry/clip.ts';
import { ringSquareKilometres, type Ring } from '../geometry/ring.ts';

/** Islands and inlets smaller than this, in km², are noise. */
const LEAST_ISLAND = 0.02;

/** The coast was simplified by so many metres. */
const TOLERANCE = 100;

/** Land and sea of a box, which together cover it. */
export interface Shores {
  land: Ring[][];
  sea: Ring[][];
}

/**
 * Land and sea of `box`. Of `lands` only outer rings count: their holes are crumbs of lakes and rivers traced from pixels.
 * Crumbs that touch the coast have bitten notches into it; the corners of `lakes` tell where, and are taken out.
 */
export function shoresOf(box: Bounds, lands: readonly Ring[][], lakes: readonly Ring[][]): Shores {
  const corners = new Set(lakes.flatMap(([outer = []]) => outer.flatMap(cornerKeys)));
  const clipped = lands.flatMap(([outer = []]) => {
    const coast = outer.filter((position, index) => index === 0 || !corners.has(cornerKey(position)));
    const ring = clippedRing(bentRing(coast, TOLERANCE), box);
    return ring && ringSquareKilometres(ring) >= LEAST_ISLAND ? [[ring]] : [];
  });
  const whole = [boundsRing(box)];
  const sea = difference(asPolygon(whole), ...clipped.map(asPolygon));
  // Taken from the box once more, so that both have the same shore, whatever rings overlapped.
  const land = difference(asPolygon(whole), ...sea);
  return { land, sea };
}

type ClipPolygon = [number, number][][];

function asPolygon(rings: Ring[]): ClipPolygon {
  return rings as ClipPolygon;
}

/** The land's data has four decimals. */
const GRID = 1e4;

function cornerKey([longitude = 0, latitude = 0]: Position): string {
  return `${Math.round(longitude * GRID)} ${Math.round(latitude * GRID)}`;
}

/** The lakes' data has five decimals, so that a corner may have been rounded up or down. */
function cornerKeys([longitude = 0, latitude = 0]: Position): string[] {
  const [x, y] = [Math.floor(longitude * GRID), Math.floor(latitude * GRID)];
  return [x, x + 1].flatMap((column) => [y, y + 1].map((row) => `${column} ${row}`));
}
