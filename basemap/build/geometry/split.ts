import type { Position } from 'geojson';
import { isWithin, type Bounds } from './bounds.ts';

/** A part of a line, and whether it lies within bounds. */
export interface LinePart {
  line: Position[];
  inside: boolean;
}

/** The line cut where it enters and leaves `bounds`, its parts in order. They share the points where it was cut. */
export function splitLine(line: readonly Position[], bounds: Bounds): LinePart[] {
  const parts: LinePart[] = [];
  line.slice(1).forEach((end, index) => {
    const start = line[index] ?? end;
    const stops = [start, ...crossings(start, end, bounds), end];
    stops.slice(1).forEach((to, stop) => addEdge(parts, stops[stop] ?? to, to, bounds));
  });
  return parts;
}

/** Adds an edge that crosses no side of `bounds` to the last part, or begins another with it. */
function addEdge(parts: LinePart[], from: Position, to: Position, bounds: Bounds): void {
  const inside = isWithin(between(from, to, 0.5), bounds);
  const last = parts.at(-1);
  if (last?.inside === inside) last.line.push(to);
  else parts.push({ line: [from, to], inside });
}

/** Where an edge crosses the lines that the sides of `bounds` lie on, from its start on. */
function crossings(start: Position, end: Position, [west, south, east, north]: Bounds): Position[] {
  const [x1 = NaN, y1 = NaN] = start;
  const [x2 = NaN, y2 = NaN] = end;
  const shares = [(west - x1) / (x2 - x1), (east - x1) / (x2 - x1), (south - y1) / (y2 - y1), (north - y1) / (y2 - y1)];
  return shares
    .filter((share) => share > 0 && share < 1)
    .sort((one, other) => one - other)
    .map((share) => between(start, end, share));
}

function between([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position, share: number): Position {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}
