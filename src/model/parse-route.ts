import type { Geometry, LineString, Position } from 'geojson';
import { describeValue } from './problem';
import type { Properties } from './properties';

/**
 * The geometry of a movement. The lines of a MultiLineString, as RFC 7946 §3.1.9 has what crosses the antimeridian cut,
 * become one LineString, whose longitudes run on past 180: each line must begin where the one before ended, which may be
 * at longitude 180 and -180. Notes at `geometry.coordinates` where one does not; any other geometry comes back as given.
 */
export function readRoute(geometry: Geometry | null, properties: Properties): Geometry | null {
  if (geometry?.type !== 'MultiLineString' || geometry.coordinates.length === 0) return geometry;
  const route: Position[] = [];
  let turn = 0;
  for (const [index, line] of geometry.coordinates.entries()) {
    const [end, start] = [geometry.coordinates[index - 1]?.at(-1), line[0]];
    if (end && start) {
      if (!isMeeting(end, start)) {
        const message = `expected a line that begins where the one before ended, at ${describeValue(end)}, or at the other side of the antimeridian (RFC 7946 §3.1.9), found ${describeValue(start)}`;
        properties.noteAt(['geometry', 'coordinates', index, 0], message);
        return geometry;
      }
      turn += (end[0] ?? 0) - (start[0] ?? 0);
    }
    for (const position of end ? line.slice(1) : line) route.push(turned(position, turn));
  }
  return { type: 'LineString', coordinates: route } satisfies LineString;
}

/** True for one point, be it at longitude 180 and again at -180. */
function isMeeting(end: Position, start: Position): boolean {
  return ((end[0] ?? 0) - (start[0] ?? 0)) % 360 === 0 && end[1] === start[1];
}

function turned([longitude = 0, ...rest]: Position, turn: number): Position {
  return turn === 0 ? [longitude, ...rest] : [longitude + turn, ...rest];
}
