import type { Geometry, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoute } from './parse-route';
import { formatPath, type Issue } from './problem';
import { Properties } from './properties';

function read(geometry: Geometry | null) {
  const issues: Issue[] = [];
  const route = readRoute(geometry, new Properties({}, ['properties'], issues));
  return { route, issues: issues.map(({ path, message }) => `${formatPath(path)}: ${message}`) };
}

const lines = (...coordinates: Position[][]): Geometry => ({ type: 'MultiLineString', coordinates });
const line = (...coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });

describe('readRoute', () => {
  test('joins lines cut at the antimeridian, eastward and westward', () => {
    // The example of RFC 7946 §3.1.9.
    const east = lines([[170, 45], [180, 45]], [[-180, 45], [-170, 45]]); // prettier-ignore
    expect(read(east)).toEqual({ route: line([170, 45], [180, 45], [190, 45]), issues: [] });
    const west = lines([[-170, 45], [-180, 45]], [[180, 45], [170, 40]]); // prettier-ignore
    expect(read(west)).toEqual({ route: line([-170, 45], [-180, 45], [-190, 40]), issues: [] });
  });

  test('joins more than two, there and back, and lines that merely follow each other', () => {
    const thrice = lines([[170, 1, 9], [180, 2, 8]], [[-180, 2], [-170, 3], [-180, 4]], [[180, 4], [160, 5]], [[160, 5], [150, 6]]); // prettier-ignore
    const joined = line([170, 1, 9], [180, 2, 8], [190, 3], [180, 4], [160, 5], [150, 6]);
    expect(read(thrice)).toEqual({ route: joined, issues: [] });
  });

  test('gives back any other geometry as it is', () => {
    const point: Geometry = { type: 'Point', coordinates: [1, 2] };
    for (const geometry of [null, lines(), line([170, 0], [-170, 0]), point]) {
      expect(read(geometry)).toEqual({ route: geometry, issues: [] });
    }
    expect(read(lines([[1, 2], [3, 4]])).route).toEqual(line([1, 2], [3, 4])); // prettier-ignore
  });

  test('notes a line that begins elsewhere', () => {
    const expected = 'expected a line that begins where the one before ended, at';
    const other = 'or at the other side of the antimeridian (RFC 7946 §3.1.9), found';
    expect(read(lines([[1, 2], [3, 4]], [[3, 5], [6, 7]])).issues).toEqual([`geometry.coordinates[1][0]: ${expected} [3, 4], ${other} [3, 5]`]); // prettier-ignore
    expect(read(lines([[1, 2], [180, 4]], [[-180, 4], [-170, 7]], [[170, 7], [171, 7]])).issues).toEqual([`geometry.coordinates[2][0]: ${expected} [-170, 7], ${other} [170, 7]`]); // prettier-ignore
  });

  test('undoes every cut', () => {
    const step = fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -80, max: 80 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
        let longitude = 0;
        const whole = steps.map(([east, latitude]) => [(longitude += east / 4), latitude]);
        const { route, issues } = read(cut(whole));
        expect(issues).toEqual([]);
        const kept = route?.type === 'LineString' ? route.coordinates : [];
        expect(kept.filter(([east = 0]) => (east + 180) % 360 !== 0)).toEqual(
          whole.filter(([east = 0]) => (east + 180) % 360 !== 0),
        );
        for (const [index, [east = 0]] of kept.slice(1).entries()) {
          expect(Math.abs(east - (kept[index]?.[0] ?? NaN))).toBeLessThan(180);
        }
      }),
    );
  });
});

/** A line whose longitudes run on, cut as RFC 7946 §3.1.9 has it. No piece of it is wider than 45 degrees. */
function cut(whole: readonly Position[]): Geometry {
  const turnsOf = (longitude: number) => Math.floor((longitude + 180) / 360);
  const parts: Position[][] = [[]];
  for (const [index, [east = 0, north = 0]] of whole.entries()) {
    const before = whole[index - 1]?.[0] ?? east;
    const [from, to] = [turnsOf(before), turnsOf(east)];
    if (from !== to) {
      parts.at(-1)?.push([to > from ? 180 : -180, north]);
      parts.push([[to > from ? -180 : 180, north]]);
    }
    parts.at(-1)?.push([east - to * 360, north]);
  }
  return lines(...parts);
}
