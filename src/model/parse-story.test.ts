import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateProblems } from './json';
import { parseStory, storyForFile } from './parse-story';
import { formatProblem } from './problem';

const story = {
  title: 'Siege',
  standfirst: 'Two days',
  published: '2020-01-01',
  timeZone: 'Asia/Baghdad',
  report: 'fox',
  sources: [
    {
      id: 'fox',
      title: 'Troops arrive',
      publisher: 'Fox',
      url: 'https://example.org/1',
      date: '2020-01-01',
      kind: 'news',
    },
    { id: 'mail', title: 'A letter', url: 'mailto:desk@example.org', archivedUrl: 'http://archive.example.org/2' },
  ],
  layers: [
    { file: 'baghdad.geojson', title: 'Baghdad' },
    { file: 'data/kuwait.geojson', title: 'Kuwait', on: false },
  ],
  bounds: [10, 20, 50, 40],
  date: '2019-12-31',
};

const read = (changes: object) => parseStory(JSON.stringify({ ...story, ...changes }), 'story.json');
const problemsOf = (changes: object) =>
  read(changes).problems.map((problem) => `${problem.property}: ${problem.message}`);

test('reads a whole story', () => {
  expect(read({})).toEqual({
    story: {
      ...story,
      layers: [
        { id: 'baghdad', file: 'baghdad.geojson', title: 'Baghdad', on: true },
        { id: 'kuwait', file: 'data/kuwait.geojson', title: 'Kuwait', on: false },
      ],
    },
    problems: [],
  });
});

test('a title and one layer are enough', () => {
  const { story: least, problems } = parseStory(
    '{"title":"T","layers":[{"file":"a.geojson","title":"A"}]}',
    'story.json',
  );
  expect(problems).toEqual([]);
  expect(least).toEqual({ title: 'T', sources: [], layers: [{ id: 'a', file: 'a.geojson', title: 'A', on: true }] });
});

describe('what is wrong in it', () => {
  const [fox] = story.sources;
  const [layer] = story.layers;
  const address = 'expected an http, https or mailto address, found';
  const inside = 'expected a path inside the folder of story.json, found';

  test.each([
    [{ title: null }, 'title: expected text, found nothing'],
    [{ title: 7 }, 'title: expected text, found 7'],
    [{ standfirst: [] }, 'standfirst: expected text, found an empty array'],
    [{ timeZone: 'Mars/Base' }, 'timeZone: unknown time zone "Mars/Base"; expected an IANA name such as Asia/Baghdad'],
    [{ report: 'cnn' }, 'report: unknown source "cnn"; expected the id of one of the sources'],
    [{ date: 'soon' }, 'date: expected an EDTF date such as 2020-01-01, 2017-12 or 2003/.., found "soon"'],
    [{ sources: [fox, 'bbc'] }, 'sources[1]: expected a source, an object, found "bbc"'],
    [{ sources: [fox, { title: 'T' }] }, 'sources[1].id: expected text, found nothing'],
    [{ sources: [fox, { id: 'x' }] }, 'sources[1].title: expected text, found nothing'],
    [{ sources: [fox, fox] }, 'sources[1].id: the id "fox" is taken by an earlier source; expected another'],
    [
      { sources: [fox, { ...fox, id: 'a#b' }] },
      'sources[1].id: expected an id without "#", which begins a locator, found "a#b"',
    ],
    [{ sources: [{ ...fox, url: 'javascript:alert(1)' }] }, `sources[0].url: ${address} "javascript:alert(1)"`],
    [{ sources: [{ ...fox, archivedUrl: 'http://' }] }, `sources[0].archivedUrl: ${address} "http://"`],
    [{ layers: [layer, 'x.geojson'] }, 'layers[1]: expected a layer, an object, found "x.geojson"'],
    [{ layers: [layer, { title: 'T' }] }, 'layers[1].file: expected text, found nothing'],
    [{ layers: [layer, { file: 'x.geojson' }] }, 'layers[1].title: expected text, found nothing'],
    [{ layers: [{ ...layer, on: 'yes' }] }, 'layers[0].on: expected true or false, found "yes"'],
    [{ layers: [layer, layer] }, 'layers[1].file: an earlier layer is named "baghdad" too; expected another file name'],
    [{ layers: [layer, { ...layer, file: '../x.geojson' }] }, `layers[1].file: ${inside} "../x.geojson"`],
    [
      { layers: [layer, { ...layer, file: 'https://example.org/x.geojson' }] },
      `layers[1].file: ${inside} "https://example.org/x.geojson"`,
    ],
    [{ bounds: [50, 20, 10, 40] }, 'bounds: expected [west, south, east, north] in degrees, found [50, 20, 10, 40]'],
    [{ bounds: [10, 20, 50] }, 'bounds: expected [west, south, east, north] in degrees, found [10, 20, 50]'],
    [{ bounds: [10, 20, 50, 95] }, 'bounds: expected [west, south, east, north] in degrees, found [10, 20, 50, 95]'],
    [{ bounds: 'world' }, 'bounds: expected [west, south, east, north] in degrees, found "world"'],
  ])('%j', (changes, message) => {
    expect(problemsOf(changes)).toEqual([message]);
    expect(read(changes).story?.layers).not.toHaveLength(0);
  });

  test('is left out, and the rest is kept', () => {
    expect(read({ title: null, bounds: 7, date: 'soon' }).story).toMatchObject({
      title: 'story',
      standfirst: 'Two days',
    });
    expect(read({ bounds: 7 }).story).not.toHaveProperty('bounds');
    expect(read({ sources: [{ ...fox, url: 'x' }] }).story?.sources[0]).not.toHaveProperty('url');
  });
  test('more layers than a facet can tell apart are left out, and named', () => {
    const layers = Array.from({ length: 130 }, (_, index) => ({ file: `layer-${index}.geojson` }));
    expect(read({ layers }).story?.layers).toHaveLength(128);
    expect(problemsOf({ layers })).toContain('layers[129].file: expected at most 128 layers, found another');
  });
  test('nothing but what has layers is a story', () => {
    for (const layers of [undefined, [], [7]]) {
      expect(read({ layers }).story).toBeUndefined();
      expect(read({ layers }).problems).toMatchObject([{ skipped: 'file' }]);
    }
    expect(problemsOf({ layers: [] })).toEqual(['layers: expected at least one layer, found none']);
    expect(parseStory('[]', 's.json').problems).toMatchObject([
      { message: 'expected an object with "title" and "layers", found an empty array' },
    ]);
    expect(parseStory('', 's.json').problems).toMatchObject([{ message: 'the file is empty; expected a story.json' }]);
  });
  test('has its line and column', async () => {
    const text = JSON.stringify({ ...story, report: 'cnn', bounds: [1] }, null, 2);
    const located = await locateProblems(text, parseStory(text, 'story.json').problems);
    expect(located.map((problem) => formatProblem(problem).split(':').slice(0, 3).join(':'))).toEqual([
      'story.json:6:13 report',
      'story.json:34:13 bounds',
    ]);
  });
  test('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseStory(JSON.stringify(value), 's.json')));
    const part = fc.jsonValue();
    const near = fc.record({ title: part, sources: part, layers: part, bounds: part, date: part, report: part });
    fc.assert(fc.property(near, (value) => void read(value)));
  });
});

test.each([
  ['iraqi-bases.geojson', 'iraqi bases', 'iraqi-bases'],
  ['data/a_b.GeoJSON', 'a b', 'a_b'],
  ['plain', 'plain', 'plain'],
  ['.geojson', '.geojson', '.geojson'],
])('storyForFile(%j)', (file, title, id) => {
  expect(storyForFile(file)).toEqual({ title, sources: [], layers: [{ id, file, title, on: true }] });
});
