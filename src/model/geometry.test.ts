import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { checkCrs, checkGeometry, representativePoint } from './geometry';

const point = (coordinates: unknown) => ({ type: 'Point', coordinates });
const ring = [
  [44, 33],
  [45, 33],
  [45, 34],
  [44, 33],
];

/** Path and message of each problem. */
function problemsOf(value: unknown) {
  const result = checkGeometry(value);
  return 'problems' in result ? result.problems.map(({ path, message }) => [path.join('/'), message]) : [];
}

describe('checkGeometry lets pass what RFC 7946 allows', () => {
  test.each([
    null,
    point([44.4, 33.3]),
    point([-180, 90, 12.5]),
    { type: 'MultiPoint', coordinates: [] },
    { type: 'LineString', coordinates: ring.slice(0, 2) },
    { type: 'MultiLineString', coordinates: [ring] },
    { type: 'Polygon', coordinates: [ring, ring] },
    { type: 'MultiPolygon', coordinates: [[ring]] },
    { type: 'GeometryCollection', geometries: [point([1, 2]), { type: 'GeometryCollection', geometries: [] }] },
  ])('%j', (geometry) => {
    expect(checkGeometry(geometry)).toEqual({ geometry });
  });
});

describe('checkGeometry says what is wrong', () => {
  const type = 'expected Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon or GeometryCollection';
  const position = 'expected a position [longitude, latitude], found';

  test.each([
    ['no geometry', undefined, '', 'expected a geometry or null, found nothing'],
    ['an array', [1, 2], '', 'expected a geometry or null, found [1, 2]'],
    ['unknown type', { type: 'point' }, 'type', `unknown geometry type "point"; ${type}`],
    ['a name every object has', { type: 'constructor' }, 'type', `unknown geometry type "constructor"; ${type}`],
    ['no coordinates', { type: 'Point' }, 'coordinates', `${position} nothing`],
    ['one number', point([44]), 'coordinates', `${position} [44]`],
    ['nested too little', { type: 'LineString', coordinates: [1, 2] }, 'coordinates/0', `${position} 1`],
    ['nested too deep', point([[1, 2]]), 'coordinates', `${position} an array`],
    ['a number as text', point([44, '33']), 'coordinates/1', 'expected a number of degrees, found "33"'],
    ['no number at all', point([44, null]), 'coordinates/1', 'expected a number of degrees, found null'],
    [
      'infinite',
      JSON.parse('{"type":"Point","coordinates":[1e400,1]}'),
      'coordinates/0',
      'expected a number of degrees, found Infinity',
    ],
    ['longitude', point([190, 100]), 'coordinates/0', 'expected a longitude from -180 to 180, found 190'],
    ['latitude', point([100, -91]), 'coordinates/1', 'expected a latitude from -90 to 90, found -91'],
    [
      'one vertex',
      { type: 'LineString', coordinates: [[1, 2]] },
      'coordinates',
      'expected 2 positions or more, found 1',
    ],
    ['no ring', { type: 'Polygon', coordinates: [] }, 'coordinates', 'expected 1 rings or more, found 0'],
    [
      'short ring',
      { type: 'Polygon', coordinates: [ring.slice(1)] },
      'coordinates/0',
      'expected 4 positions or more, found 3',
    ],
    [
      'open ring',
      { type: 'Polygon', coordinates: [[...ring, [1, 2]]] },
      'coordinates/0/4',
      'expected a closed ring that ends at [44, 33], found [1, 2]',
    ],
    ['no members', { type: 'GeometryCollection' }, 'geometries', 'expected an array of geometries, found nothing'],
    [
      'a bad member',
      { type: 'GeometryCollection', geometries: [point([1, 2]), point(7)] },
      'geometries/1/coordinates',
      `${position} 7`,
    ],
  ])('%s', (_, value: unknown, path, message) => {
    expect(problemsOf(value)[0]).toEqual([path, message]);
  });

  test('latitude and longitude that are swapped out of range', () => {
    expect(problemsOf(point([33.3, 144.4]))).toEqual([
      ['coordinates', 'latitude and longitude look swapped: [33.3, 144.4]; expected [longitude, latitude]'],
    ]);
  });
  test('projected metres', () => {
    const message = '[4944000, 3938000] looks like projected metres (EPSG:3857); expected degrees';
    expect(problemsOf(point([4944000, 3938000]))).toEqual([['coordinates', message]]);
  });
  test('lists a few of a thousand bad vertices', () => {
    const coordinates = Array.from({ length: 1000 }, () => [4944000, 3938000]);
    expect(problemsOf({ type: 'LineString', coordinates })).toHaveLength(10);
  });
  test('collections nested without end', () => {
    let nested: unknown = point([1, 2]);
    for (let depth = 0; depth < 100_000; depth += 1) nested = { type: 'GeometryCollection', geometries: [nested] };
    expect(problemsOf(nested)[0]?.[1]).toBe('expected no more than 8 nested collections, found another');
  });
  test('never throws', () => {
    const types = fc.constantFrom('Point', 'MultiPoint', 'LineString', 'Polygon', 'MultiPolygon', 'GeometryCollection');
    const any = fc.record({ type: types, coordinates: fc.jsonValue(), geometries: fc.jsonValue() });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), any), (value) => {
        const result = checkGeometry(value);
        if ('geometry' in result && result.geometry) representativePoint(result.geometry);
      }),
    );
  });
});

describe('checkCrs', () => {
  const named = (name: string) => ({ type: 'name', properties: { name } });

  test.each([
    undefined,
    null,
    named('urn:ogc:def:crs:OGC:1.3:CRS84'),
    named('urn:ogc:def:crs:OGC::CRS84'),
    named('CRS84'),
  ])('lets pass %j', (crs) => expect(checkCrs(crs)).toBeUndefined());
  test('names any other', () => {
    expect(checkCrs(named('EPSG:3857'))).toBe(
      'found the coordinate reference system "EPSG:3857"; expected none, or CRS84 (RFC 7946 §4)',
    );
    expect(checkCrs(7)).toContain('found the coordinate reference system 7');
    expect(checkCrs({ properties: null })).toContain('found the coordinate reference system an object');
  });
});

test.each<[Geometry, number[] | undefined]>([
  [{ type: 'Point', coordinates: [44.4, 33.3] }, [44.4, 33.3]],
  [
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    [1, 2],
  ],
  [
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
        [9, 9],
      ],
    },
    [3, 4],
  ],
  [
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
          [9, 9],
        ],
      ],
    },
    [3, 4],
  ],
  [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    },
    [2, 1],
  ],
  [
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [4, 0],
            [4, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      ],
    },
    [2, 1],
  ],
  [
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPoint', coordinates: [] },
        { type: 'Point', coordinates: [5, 6] },
      ],
    },
    [5, 6],
  ],
  [{ type: 'MultiPolygon', coordinates: [] }, undefined],
])('representativePoint of %j', (geometry, expected) => {
  expect(representativePoint(geometry)).toEqual(expected);
});
