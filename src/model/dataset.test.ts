import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDataset, type LayerText } from './dataset';
import { locateProblems } from './json';
import { storyForFile } from './parse-story';
import { formatProblem } from './problem';

const STORY = storyForFile('a.geojson');

function placeAt(id: string, longitude: number, latitude: number) {
  const properties = { kind: 'place', name: id };
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties };
}

function fact(id: string, properties: object = {}) {
  return { type: 'Feature', id, geometry: null, properties: { kind: 'incident', title: id, ...properties } };
}

function force(id: string, properties: object = {}) {
  return fact(id, { kind: 'movement', status: 'arrived', ...properties });
}

function layerOf(features: unknown, file = 'a.geojson'): LayerText {
  return { file, layer: file.replace('.geojson', ''), text: JSON.stringify({ type: 'FeatureCollection', features }) };
}

/** The ids that are kept, and each problem as `feature property: message`. */
function read(...features: unknown[]) {
  const { features: kept, problems } = parseDataset(STORY, [layerOf(features)]);
  return {
    kept: kept.map((feature) => feature.id),
    problems: problems.map(({ feature, property, message }) => `${feature} ${property}: ${message}`),
  };
}

describe('files', () => {
  test('keeps features in the order of the files, and places by id', () => {
    const files = [
      layerOf([fact('b'), placeAt('p', 44, 33)], 'x.geojson'),
      layerOf([fact('a', { place: 'p' })], 'y.geojson'),
    ];
    const { features, places, problems, skipped } = parseDataset(STORY, files);
    expect(features.map(({ id, layer }) => [id, layer])).toEqual([
      ['b', 'x'],
      ['p', 'x'],
      ['a', 'y'],
    ]);
    expect([...places.keys()]).toEqual(['p']);
    expect([problems, skipped.size]).toEqual([[], 0]);
  });
  test('reads a single Feature, whose problems start at the root', () => {
    const bare = { file: 'a.geojson', layer: 'a', text: JSON.stringify(placeAt('p', 44, 33)) };
    expect(parseDataset(STORY, [bare]).features).toHaveLength(1);
    const bad = { ...bare, text: JSON.stringify(placeAt('p', 444, 33)) };
    expect(parseDataset(STORY, [bad]).problems).toMatchObject([{ feature: 'p', path: ['geometry', 'coordinates', 0] }]);
  });
  test.each([
    ['', undefined, 'the file is empty; expected GeoJSON'],
    ['<!doctype html>', undefined, 'found an HTML page, expected GeoJSON'],
    ['{', undefined, 'not valid JSON'],
    ['null', undefined, 'expected a FeatureCollection or a Feature, found null'],
    ['{"type":"Topology"}', 'type', 'expected "FeatureCollection" or "Feature", found "Topology"'],
    ['{"type":"FeatureCollection","features":null}', 'features', 'expected an array of features, found null'],
    [
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[7]}',
      'crs',
      'found the coordinate reference system "EPSG:3857"; expected none, or CRS84 (RFC 7946 §4)',
    ],
  ])('leaves out the whole file: %j', (text, property, message) => {
    const bad = { file: 'bad.geojson', layer: 'bad', text };
    const { features, problems } = parseDataset(STORY, [bad, layerOf([fact('a')])]);
    expect(features).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'bad.geojson', message, skipped: 'file' });
    expect(problems[0]?.property).toBe(property);
  });
  test('a feature without an id goes by its position', () => {
    expect(read(fact('a'), { ...fact('b'), id: undefined }, 7)).toEqual({
      kept: ['a'],
      problems: ['#2 id: expected an id, found nothing', '#3 undefined: expected a Feature, found 7'],
    });
  });
});

describe('links', () => {
  test('an id that is taken: the later feature is left out', () => {
    const { features, problems } = parseDataset(STORY, [
      layerOf([fact('a')]),
      layerOf([fact('a'), fact('b')], 'b.geojson'),
    ]);
    expect(features.map(({ id, layer }) => [id, layer])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(problems.map(formatProblem)).toEqual([
      'b.geojson a id: the id "a" is taken by an earlier feature; expected another',
    ]);
  });
  test.each([
    [
      'place',
      fact('x', { place: ['p', 'q'] }),
      'x place[1]: unknown place "q"; expected the id of a place in this story',
    ],
    ['from', force('x', { from: 'q' }), 'x from: unknown place "q"; expected the id of a place in this story'],
    [
      'to of a report',
      force('x', {
        reports: [
          { status: 'arrived', when: '2020' },
          { status: 'announced', when: '2019', to: 'q' },
        ],
      }),
      'x reports[1].to: unknown place "q"; expected the id of a place in this story',
    ],
    [
      'partOf',
      force('x', { partOf: 'q' }),
      'x partOf: unknown movement "q"; expected the id of a movement in this story',
    ],
    ['place that is none', fact('x', { place: 'i' }), 'x place: "i" is an incident; expected the id of a place'],
    [
      'partOf that is no movement',
      force('x', { partOf: 'p' }),
      'x partOf: "p" is a place; expected the id of a movement',
    ],
  ])('dangling %s', (_, feature, problem) => {
    expect(read(placeAt('p', 44, 33), fact('i'), feature)).toEqual({ kept: ['p', 'i'], problems: [problem] });
  });
  test('a mention of what is left out says so, and takes along what mentions it in turn', () => {
    const bad = placeAt('p', 44, 93);
    const own = 'p geometry.coordinates: latitude and longitude look swapped: [44, 93]; expected [longitude, latitude]';
    expect(
      read(bad, fact('i', { place: 'p' }), force('m', { to: 'p' }), force('n', { partOf: 'm' }), fact('j')),
    ).toEqual({
      kept: ['j'],
      problems: [
        own,
        'i place: place "p" was left out because of its own problem',
        'm to: place "p" was left out because of its own problem',
        'n partOf: movement "m" was left out because of its own problem',
      ],
    });
  });
  test('forces that are parts of each other', () => {
    const { kept, problems } = read(
      force('a', { partOf: 'b' }),
      force('b', { partOf: 'a' }),
      force('c', { partOf: 'c' }),
      force('d'),
    );
    expect(kept).toEqual(['d']);
    expect(problems).toEqual([
      'a partOf: "a" is part of itself by way of "b"; expected a larger force',
      'b partOf: "b" is part of itself by way of "a"; expected a larger force',
      'c partOf: "c" is part of itself by way of "c"; expected a larger force',
    ]);
  });
  test('a force that is part of a circle without being in it', () => {
    const { problems } = read(force('x', { partOf: 'a' }), force('a', { partOf: 'a' }));
    expect(problems[0]).toBe('x partOf: movement "a" was left out because of its own problem');
  });
  test('names such as every object has are ids like any other', () => {
    expect(read(placeAt('__proto__', 44, 33), fact('i', { place: 'constructor' })).kept).toEqual(['__proto__']);
  });
});

describe('latitude and longitude swapped within range', () => {
  const iraq = [placeAt('embassy', 44.4, 33.3), placeAt('asad', 42.44, 33.79), placeAt('kuwait', 47.98, 29.37)];
  const far = placeAt('benghazi', 20.07, 32.12);
  const said = (found: string, meant: string) =>
    `latitude and longitude look swapped: ${found} is far from every other point, ${meant} is not; expected [longitude, latitude]`;

  test('is seen where the swapped point is beside another', () => {
    expect(read(...iraq, far, placeAt('zone', 33.3, 44.4))).toEqual({
      kept: ['embassy', 'asad', 'kuwait', 'benghazi'],
      problems: [`zone geometry.coordinates: ${said('[33.3, 44.4]', '[44.4, 33.3]')}`],
    });
  });
  test('is seen in each of several features at the same point', () => {
    expect(read(placeAt('a', 33.3, 44.4), placeAt('b', 33.3, 44.4), ...iraq).kept).toEqual([
      'embassy',
      'asad',
      'kuwait',
    ]);
  });
  test('of two mirror images far from all, the earlier is trusted', () => {
    expect(read(placeAt('a', 44.4, 33.3), placeAt('b', 33.3, 44.4)).kept).toEqual(['a']);
  });
  test('is seen in a whole file by the bounds of the story, and not in one far place or a file that is elsewhere', () => {
    const story = { ...STORY, bounds: [38.6, 28.2, 49.3, 37.4] as [number, number, number, number] };
    const problemsOf = (...features: unknown[]) => parseDataset(story, [layerOf(features)]).problems.length;
    expect(
      problemsOf(placeAt('embassy', 33.3, 44.4), placeAt('asad', 33.79, 42.44), fact('f', { place: 'asad' })),
    ).toBe(3);
    expect(problemsOf(placeAt('ankara', 32.85, 39.93))).toBe(0);
    expect(problemsOf(...iraq, placeAt('ankara', 32.85, 39.93))).toBe(0);
    expect(problemsOf(placeAt('washington', -77, 38.9), placeAt('bragg', -79, 35.1))).toBe(0);
  });
  test('a lone place elsewhere is no mistake, nor are points that all are far apart', () => {
    expect(read(...iraq, far, placeAt('washington', -77, 38.9), placeAt('bragg', -79, 35.1)).problems).toEqual([]);
  });
  test('neighbours across the antimeridian are neighbours', () => {
    expect(read(placeAt('a', 179, 10), placeAt('b', -179, 10)).problems).toEqual([]);
    expect(read(...iraq, placeAt('mirror', 33.3, 44.4), placeAt('crimea', 34.1, 44.9)).problems).toEqual([]);
  });
  test('no point is doubted while all are within ten degrees', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 40, max: 46 }), fc.integer({ min: 30, max: 36 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(points, (all) => {
        expect(read(...all.map(([x, y], index) => placeAt(String(index), x, y))).problems).toEqual([]);
      }),
    );
  });
});

describe('where the problems are', () => {
  const text = `{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature", "id": "a", "geometry": null,
      "properties": {
        "kind": "incidnet", "title": "A",
        "when": "Jan 1",
        "place": ["q"]
      }
    },
    { "type": "Feature", "geometry": { "type": "Point", "coordinates": [44.4, 133.3] }, "properties": {
      "kind": "movement", "reports": [{ "status": "arrived" },
        { "status": "arived" }] } },
    { "type": "Feature", "id": "c", "geometry": null, "properties": { "kind": "incident", "title": "C", "place": ["c", "q"] } }
  ]
}`;

  test('each has its line and column', async () => {
    const { problems, skipped } = parseDataset(STORY, [{ file: 'a.geojson', layer: 'a', text }]);
    expect(skipped).toEqual(new Map([['a.geojson', 3]]));
    expect((await locateProblems(text, problems)).map(formatProblem)).toEqual([
      'a.geojson:7:17 a kind: unknown kind "incidnet"; expected incident, movement, statement, context or place',
      'a.geojson:12:5 #2 id: expected an id, found nothing',
      'a.geojson:12:72 #2 geometry.coordinates: latitude and longitude look swapped: [44.4, 133.3]; expected [longitude, latitude]',
      'a.geojson:12:103 #2 title: expected text, found nothing',
      'a.geojson:14:21 #2 reports[1].status: unknown status "arived"; expected on alert, announced, under way or arrived',
      'a.geojson:15:115 c place[0]: "c" is an incident; expected the id of a place',
      'a.geojson:15:120 c place[1]: unknown place "q"; expected the id of a place in this story',
    ]);
  });
});

describe('laws', () => {
  const valid = [
    placeAt('p', 44.4, 33.3),
    fact('i', { place: ['p'], when: '2020-01-01', killed: [{ value: 1, by: 'x' }] }),
    force('m', { to: 'p', reports: [{ status: 'arrived', when: '2020-01-02', strength: '~100' }], partOf: 'n' }),
    force('n', { from: 'p' }),
  ];

  /** Puts a value somewhere into a JSON document: `turns` choose the way down. */
  function mutate(document: unknown, turns: readonly number[], value: unknown): unknown {
    const [turn, ...rest] = turns;
    if (turn === undefined || typeof document !== 'object' || document === null) return value;
    const keys = Object.keys(document);
    const key = keys[turn % Math.max(keys.length, 1)];
    if (key === undefined) return value;
    const copy: unknown = Array.isArray(document) ? [...(document as unknown[])] : { ...document };
    const members = copy as Record<string, unknown>;
    members[key] = mutate(members[key], rest, value);
    return copy;
  }

  const turns = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 });
  const words = fc.constantFrom('p', 'i', 'm', '', 'constructor', '__proto__', '[', '{"a":[]}', '[2020..', 'NaN');
  const values = fc.oneof(fc.jsonValue(), words);
  const mutated = fc
    .array(fc.tuple(turns, values), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((features, [way, value]) => mutate(features, way, value), valid));

  test('the story they start from is clean', () => {
    expect(read(...valid).problems).toEqual([]);
  });
  test('any text and any JSON is read without a throw', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(fc.property(texts, (text) => void parseDataset(STORY, [{ file: 'a.geojson', layer: 'a', text }])));
  });
  test('of a changed layer every feature is kept or left out with a problem, and what is kept leads somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (features) => {
        const list = Array.isArray(features) ? features : [features];
        const layer = layerOf(list);
        const dataset = parseDataset(STORY, [layer]);
        const skipped = dataset.skipped.get('a.geojson') ?? 0;
        expect(dataset.features.length + skipped).toBe(list.length);
        expect(new Set(dataset.problems.map((problem) => problem.path[1])).size).toBe(skipped);
        const ids = new Set(dataset.features.map((feature) => feature.id));
        expect(ids.size).toBe(dataset.features.length);
        for (const feature of dataset.features) {
          if (feature.kind !== 'place' && feature.kind !== 'movement') {
            expect(feature.places.every((id) => dataset.places.has(id))).toBe(true);
          }
          if (feature.kind === 'movement') expect(feature.partOf === undefined || ids.has(feature.partOf)).toBe(true);
        }
        for (const problem of await locateProblems(layer.text, dataset.problems)) {
          expect(problem.line).toBe(1);
          expect(formatProblem(problem)).not.toMatch(/\n/);
        }
      }),
      { numRuns: 500 },
    );
  });
  test('ten thousand features are read well within a second or two', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      placeAt(String(index), (index % 3600) / 10 - 180, (index % 90) - 45),
    );
    const begin = performance.now();
    expect(parseDataset(STORY, [layerOf(many)]).features.length).toBeGreaterThan(0);
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
