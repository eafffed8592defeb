import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { chronicleOf, type Chronicle } from './chronicle';
import { parseDataset } from './dataset';
import { languagesFor } from './languages';
import type { Story } from './feature';
import { locateProblems } from './json';
import { LargeReading } from './read-large';

// The one guess that is not made in large files.
vi.mock('./swapped-points', () => ({ findSwapped: () => new Set() }));

/** The last two have one hash. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'p', 'q', 'm', 'n', 'é\u{1f600}', ' ', '__proto__', 'costarring', 'liquid'];
const DATES = ['2020-01-01', '2019', '2020-01-01T10:30', '2019-12/2020-01-01', '2003/..', '[2020-01-01..2020-01-03]'];
const BAD_DATES = ['Jan 1', '2020-02-30', '2021/2020', 7];

const id = fc.constantFrom(...IDS);
const when = fc.option(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...DATES) }, fc.constantFrom<unknown>(...BAD_DATES)),
  { nil: undefined },
);
const position = fc.tuple(fc.integer({ min: 43, max: 46 }), fc.integer({ min: 31, max: 34 }));
const geometry = fc.oneof(
  { weight: 6, arbitrary: position.map((coordinates) => ({ type: 'Point', coordinates })) },
  { weight: 3, arbitrary: fc.constant(null) },
  fc.constantFrom<object | undefined>(
    { type: 'Point', coordinates: [44, 89] },
    { type: 'Point', coordinates: [444, 33] },
    { type: 'Point', coordinates: [33, 44] },
    { type: 'Dot' },
    { type: 'MultiPoint', coordinates: [] },
    {
      type: 'LineString',
      coordinates: [
        [44, 33],
        [45, 34],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [44, 33],
          [45, 33],
          [45, 34],
          [44, 33],
        ],
      ],
    },
    undefined,
  ),
);
const sources = fc.constantFrom<unknown>(undefined, 'fox', ['fox#4'], ['bbc'], 'cnn', [], ['https://example.org/a#b']);
const text = fc.oneof(fc.constantFrom('Rockets', 'a "b" \\ {[,]}', 'صواريخ 🚀\n', ''), fc.string({ maxLength: 5 }));
const place = fc.option(fc.oneof(id, fc.array(id, { maxLength: 3 })), { nil: undefined });
const strength = fc.constantFrom<unknown>(undefined, 100, '~100', 'few', null);
const report = fc.record(
  { when, status: fc.constantFrom('arrived', 'announced', 'gone'), from: fc.option(id), to: id, sources, strength },
  { requiredKeys: ['when', 'status'] },
);
const sidc = fc.constantFrom<unknown>(
  undefined,
  undefined,
  'SFGPUCI----F---',
  '10031000161211000000',
  'infantry',
  10031000,
);
/** Dates of vertices, mostly two and in order, as the lines have. */
const datetimes = fc.constantFrom<unknown>(
  ['2020-01-01', '2020-01-03'],
  ['2020-01-01T10:00', '2020-01-01T11:00'],
  '["2019-12-31", "2020-01-01"]',
  ['2020-01-03', '2020-01-01'],
  ['2020-01', 7],
  ['2020-01-01'],
);
const interpolation = fc.constantFrom(undefined, 'Step', 'linear', 'Cubic');
const shared = {
  sidc,
  'title:ar': fc.option(text, { freq: 3 }),
  title: fc.oneof({ weight: 9, arbitrary: text.map((title) => `T ${title}`) }, text),
  sources,
};
const properties = fc.oneof(
  fc.record({ ...shared, kind: fc.constantFrom('incident', 'statement', 'context', 'place', 'incidnet'), when, place, killed: fc.constantFrom(undefined, 3, 'x') }, { requiredKeys: ['title', 'kind'] }),
  fc.record({ ...shared, kind: fc.constantFrom('incident', 'context'), when, place }),
  fc.record({ ...shared, kind: fc.constant('place'), area: fc.boolean(), coordinateUncertaintyInMeters: fc.constantFrom(undefined, 0, 500) }),
  fc.record({ ...shared, kind: fc.constant('movement'), partOf: id, from: id, reports: fc.array(report, { maxLength: 3 }) }, { requiredKeys: ['title', 'kind', 'reports'] }),
  fc.record({ ...shared, kind: fc.constant('movement'), when, status: fc.constant('arrived'), to: id }, { requiredKeys: ['title', 'kind', 'status', 'sources'] }),
  fc.record({ ...shared, kind: fc.constant('movement'), when, to: id, datetimes, interpolation, reports: fc.array(report, { maxLength: 2 }) }, { requiredKeys: ['title', 'kind', 'datetimes', 'sources'] }),
); // prettier-ignore
const feature = fc.oneof(
  { weight: 30, arbitrary: fc.record({ type: fc.constant('Feature'), id, geometry, properties }) },
  fc.record({
    type: fc.constant('Feature'),
    geometry,
    properties: fc.record({ kind: fc.constant('place'), name: id, id }),
  }),
  fc.constantFrom<unknown>(
    7,
    null,
    'text',
    [],
    [1, 'b'],
    {},
    { type: 'Feature', id: 1.5, geometry: null, properties: null },
  ),
);
const features = fc.array(feature, { maxLength: 12 });
const root = fc.oneof(
  { weight: 8, arbitrary: features.map((all): object => ({ type: 'FeatureCollection', features: all })) },
  { weight: 2, arbitrary: features.map((all): object => ({ name: '"features": [', features: all, bbox: [1, [2]], type: 'FeatureCollection' })) },
  features.map((all): object => ({ features: all, type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:3857' } } })),
  feature.map((lone) => lone as object),
  features.map((all): object => ({ type: 'Feature', id: 'p', geometry: null, properties: { kind: 'place', name: 'P' }, features: all })),
  features.map((all): object => ({ features: all, type: 'Topology' })),
  features.map((all): object => all),
  fc.constantFrom({ type: 'FeatureCollection' }, { type: 'FeatureCollection', features: {} }),
); // prettier-ignore
const formatted = fc
  .tuple(root, fc.constantFrom('', 2, '\t'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.constantFrom('', ' \n'))
  .map(([value, space, newline, marked, blank]) => {
    const json = JSON.stringify(value, null, space).replaceAll('\n', newline);
    return (marked ? '\ufeff' : '') + blank + json + blank;
  }); // prettier-ignore
/** Some files are damaged: a few letters replaced by others, or cut off. */
const file = fc.oneof(
  { weight: 8, arbitrary: formatted },
  fc.tuple(formatted, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ',', '}', ']', '"', '{"features":[', 'x', '<', '\0', '\\', '}}', '"features":[],', ': ')).map(
    ([whole, at, length, damage]) => whole.slice(0, at % (whole.length + 1)) + damage + whole.slice((at % (whole.length + 1)) + length),
  ),
  fc.tuple(formatted, fc.nat()).map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
); // prettier-ignore

/** A line cut at the antimeridian. */
const twoParts = fc.constant({
  type: 'MultiLineString',
  coordinates: [
    [
      [170, 45],
      [180, 45],
    ],
    [
      [-180, 45],
      [-170, 45],
    ],
  ],
});

const PLACES: Record<string, object> = {
  embassy: { coordinateUncertaintyInMeters: 500 },
  zone: { area: true, coordinateUncertaintyInMeters: 3000 },
  city: {},
  nowhere: {},
};
/** Files with little or nothing wrong in them, so that much is kept: the last layer holds the places. */
const soundFiles = fc
  .tuple(
    fc.array(fc.array(soundFeature(), { maxLength: 15 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 15 }), feature), { maxLength: 1 }),
    fc.constantFrom('', '\t'),
  )
  .map(([layers, strays, space]) => {
    const places = Object.entries(PLACES).map(([name, more], index) => {
      const point = { type: 'Point', coordinates: [43.5 + index, 32.5] };
      const ring = [[43, 33], [44, 33], [44, 34], [43, 33]]; // prettier-ignore
      const geometry = { city: { type: 'Polygon', coordinates: [ring] }, nowhere: null }[name];
      const own = geometry === undefined ? point : geometry;
      return { type: 'Feature', id: name, geometry: own, properties: { kind: 'place', name, ...more } };
    });
    const files = layers.map((all, layer) => [
      ...all.map((each, index): unknown => ({ ...each, id: `${layer}-${index}` })),
      ...(layer === layers.length - 1 ? places : []),
    ]);
    for (const [layer, at, stray] of strays) files[layer]?.splice(at, 0, stray);
    return files.map((all) => JSON.stringify({ type: 'FeatureCollection', features: all }, null, space));
  });

function soundFeature() {
  const known = fc.constantFrom(...Object.keys(PLACES));
  const date = fc.option(fc.constantFrom(...DATES), { nil: undefined, freq: 6 });
  const cited = {
    sources: fc.constantFrom('fox', ['bbc'], ['fox#2', 'bbc']),
    title: text.map((title) => `T ${title}`),
  };
  const step = fc.record(
    {
      when: date,
      status: fc.constantFrom('arrived', 'announced', 'on alert'),
      from: known,
      to: known,
      sources: cited.sources,
    },
    { requiredKeys: ['when', 'status'] },
  );
  const point = position.map((coordinates) => ({ type: 'Point', coordinates }));
  const geometry = fc.oneof(point, fc.constant(null), fc.constant({ type: 'Point', coordinates: [44, 89] }));
  const fact = fc.record({
    ...cited,
    kind: fc.constantFrom('incident', 'statement', 'context'),
    when: date,
    place: fc.oneof(known, fc.array(known, { maxLength: 3 }), fc.constant(undefined)),
    sidc: fc.constantFrom(undefined, 'SFGPUCI----F---'),
  });
  const movement = fc.record({
    ...cited,
    kind: fc.constant('movement'),
    sidc: fc.constantFrom(undefined, 'SFGPUCI----F---'),
    reports: fc.array(step, { minLength: 1, maxLength: 4 }),
  });
  const type = fc.constant('Feature');
  const moving = fc.record({ type, geometry: fc.oneof(geometry, twoParts), properties: movement });
  const track = fc.array(fc.tuple(position, fc.constantFrom('2020-01-01', '2020-01-02', '2020-01-04')), {
    minLength: 2,
    maxLength: 5,
  });
  const tracked = fc
    .record({ track, movement, interpolation: fc.constantFrom(undefined, 'Linear'), lone: fc.boolean() })
    .map(({ track: vertices, movement: { reports, ...properties }, interpolation: between, lone }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: vertices.map(([vertex]) => vertex) },
      properties: {
        ...properties,
        ...(lone ? { to: 'embassy' } : { reports }),
        datetimes: vertices.map(([, day]) => day).sort(),
        interpolation: between,
      },
    }));
  const still = fc.record({ type, geometry, properties: fact });
  return fc.oneof({ weight: 6, arbitrary: still }, { weight: 2, arbitrary: moving }, tracked);
}

function storyOf(layers: number, bounds: Story['bounds'], cited: boolean): Story {
  return {
    title: 'Story',
    sources: cited ? ['fox', 'bbc'].map((source) => ({ id: source, title: source })) : [],
    layers: Array.from({ length: layers }, (_, n) => ({
      id: `l${n}`,
      file: `l${n}.geojson`,
      title: `L${n}`,
      on: true,
    })),
    ...(bounds && { bounds }),
    ...(cited && { report: 'fox', languages: languagesFor('ar-IQ') }),
  };
}

async function readOrdinarily(story: Story, texts: readonly string[]) {
  const layers = story.layers.map(({ file, id: layer }, index) => ({ file, layer, text: texts[index] ?? '' }));
  const dataset = parseDataset(story, layers);
  const problems = await Promise.all(
    layers.map((layer) => locateProblems(layer.text, dataset.problems.filter((problem) => problem.file === layer.file))),
  ); // prettier-ignore
  const ids = dataset.features.map((kept) => kept.id);
  return {
    chronicle: chronicleOf(
      dataset.features,
      story.layers.map((layer) => layer.id),
    ),
    problems: problems.flat(),
    ids,
  };
}

async function readLarge(story: Story, texts: readonly string[], sizes: readonly number[] = [1000]) {
  const reading = new LargeReading(story);
  let chunk = 0;
  for (const [index, layer] of story.layers.entries()) {
    const bytes = new TextEncoder().encode(texts[index]);
    const reader = reading.begin(layer);
    for (let at = 0; at < bytes.length;) {
      const size = sizes[chunk++ % sizes.length] ?? 1;
      reader.write(bytes.slice(at, at + size));
      at += size;
    }
    reading.end(reader);
  }
  return reading.finish();
}

/** The text as a file holds it, in which half a character is none. */
function inUtf8(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** All that a chronicle says, as plain values. */
function said({ columns, tally, index, places, movements, lines, units, details }: Chronicle, ids: readonly string[]) {
  const entries = Array.from({ length: columns.length + 1 }, (_, row) => details.entry(row));
  return {
    columns,
    tally,
    index: String(new Uint8Array(index.data)),
    places: [...places],
    movements,
    lines,
    units: [...units],
    entries,
    rowsOf: ids.map((one) => details.rowsOf(one)),
    rowsAt: ids.map((one) => details.rowsAt(one)),
  };
}

describe('a large story is read as any other', () => {
  const bounds = fc.constantFrom<Story['bounds']>(undefined, [43, 31, 46, 34], [31, 43, 34, 46]);
  const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
  test.each([
    ['whatever its files hold', fc.array(file, { minLength: 1, maxLength: 3 })],
    ['where little is wrong', soundFiles],
  ])(
    '%s, and wherever their chunks are cut',
    async (_, files) => {
      await fc.assert(
        fc.asyncProperty(files, sizes, bounds, fc.boolean(), async (damaged, chunks, box, cited) => {
          const texts = damaged.map(inUtf8);
          const story = storyOf(texts.length, box, cited);
          const ordinary = await readOrdinarily(story, texts);
          const large = await readLarge(story, texts, chunks);
          expect(large.problems).toEqual(ordinary.problems);
          expect(large.moreProblems).toBe(0);
          const ids = [...IDS, ...Object.keys(PLACES), ...ordinary.ids, 'nobody'];
          expect(said(large.chronicle, ids)).toEqual(said(ordinary.chronicle, ids));
        }),
        { numRuns: 200 },
      );
    },
    300_000,
  );

  /** A file of about a megabyte, of which every so many features have something wrong with them. */
  function manyFeatures(count: number, wrongEach: number, newline: string): string {
    const all = Array.from({ length: count }, (_, index) => {
      const isWrong = index % wrongEach === wrongEach - 1;
      const properties = {
        kind: index % 50 === 0 ? 'place' : 'incident',
        title: `Rockets "${index}" صواريخ`,
        summary: 'x'.repeat(150),
        when: isWrong && index % 2 === 0 ? 'Jan 1' : `20${10 + (index % 10)}-01-0${1 + (index % 9)}`,
        ...(index % 3 === 0 ? { place: isWrong ? ['nowhere', 'f50'] : 'f100' } : {}),
      };
      const coordinates = [44 + (index % 90) / 100, 33];
      return { type: 'Feature', id: `f${isWrong ? 7 : index}`, geometry: { type: 'Point', coordinates }, properties };
    });
    return JSON.stringify({ type: 'FeatureCollection', features: all }, null, newline === '' ? 0 : 1).replaceAll(
      '\n',
      newline,
    );
  }

  test.each(['', '\n', '\r\n', '\r'])(
    'what is wrong far inside stands at its line and column: %j',
    async (newline) => {
      const texts = [manyFeatures(3000, 1000, newline), manyFeatures(3000, 701, newline)];
      const story = storyOf(2, undefined, false);
      const [large, ordinary] = [await readLarge(story, texts, [65_536]), await readOrdinarily(story, texts)];
      expect(ordinary.problems.length).toBeGreaterThan(3000);
      expect(large.problems.slice(0, 5)).toEqual(ordinary.problems.slice(0, 5));
      expect(said(large.chronicle, ordinary.ids.slice(0, 50))).toEqual(
        said(ordinary.chronicle, ordinary.ids.slice(0, 50)),
      );
    },
    60_000,
  );

  test('of each file the first hundred problems are told, and the rest counted', async () => {
    const bad = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 'lost', geometry: null, properties: { kind: 'place' } },
        ...Array.from({ length: 90 }, (_, index) => ({
          type: 'Feature',
          id: `f${index % 70}`,
          geometry: { type: 'Point', coordinates: [index, 95] },
          properties: { kind: 'incident', when: index % 2 === 0 ? 'x' : '2020', place: ['nowhere', 'lost'] },
        })),
      ],
    });
    const texts = [bad, manyFeatures(3000, 10, '\n')];
    const story = storyOf(2, undefined, false);
    const [large, ordinary] = [await readLarge(story, texts, [65_536]), await readOrdinarily(story, texts)];
    const [first, second] = story.layers.map(({ file }) =>
      ordinary.problems.filter((problem) => problem.file === file),
    );
    expect(large.problems).toEqual([...(first ?? []).slice(0, 100), ...(second ?? []).slice(0, 100)]);
    expect(large.moreProblems).toBe(ordinary.problems.length - 200);
  }, 60_000);

  test('a whole file with its columns swapped is told, however many features it has', async () => {
    const texts = [manyFeatures(300, 1000, ''), manyFeatures(300, 1000, '').replaceAll(/"f(?=\d)/g, '"g')];
    const swapped = texts.map((text) => text.replaceAll(/\[(44[.\d]*),33\]/g, '[33,$1]'));
    const story = storyOf(2, [43, 31, 46, 34], false);
    const files = [texts[0] ?? '', swapped[1] ?? ''];
    const [large, ordinary] = [await readLarge(story, files), await readOrdinarily(story, files)];
    expect(large.problems).toEqual(ordinary.problems.slice(0, 100));
    expect(large.moreProblems).toBe(ordinary.problems.length - 100);
    expect(said(large.chronicle, ['f1', 'g1'])).toEqual(said(ordinary.chronicle, ['f1', 'g1']));
  }, 60_000);

  test('a text that breaks off or is damaged far inside is told where', async () => {
    const whole = manyFeatures(3000, 1e6, '\n');
    const damage = fc.constantFrom('', ',', '}', ']', '"', '{', 'x');
    const cut = fc.option(fc.constant(1e6), { nil: 1 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), damage, cut, async (at, what, length) => {
        const texts = [whole.slice(0, at) + what + whole.slice(at + length)];
        const story = storyOf(1, undefined, false);
        const [large, ordinary] = [await readLarge(story, texts, [65_536]), await readOrdinarily(story, texts)];
        expect(large.problems).toEqual(ordinary.problems.slice(0, 100));
      }),
      { numRuns: 10 },
    );
  }, 300_000);

  test('a file that was given up leaves no trace', async () => {
    const story = storyOf(2, undefined, false);
    const reading = new LargeReading(story);
    for (const [index, layer] of story.layers.entries()) {
      const reader = reading.begin(layer);
      const text = manyFeatures(2000, 10, '');
      reader.write(new TextEncoder().encode(index === 0 ? text.slice(0, 500_000) : text));
      if (index === 0) reader.abandon();
      else reading.end(reader);
    }
    const { chronicle, problems, moreProblems } = await reading.finish();
    const only = await readOrdinarily({ ...story, layers: story.layers.slice(1) }, [manyFeatures(2000, 10, '')]);
    expect(problems).toEqual(only.problems.slice(0, 100));
    expect(problems.length + moreProblems).toBe(only.problems.length);
    expect(chronicle.columns.begin).toEqual(only.chronicle.columns.begin);
  }, 60_000);
});
