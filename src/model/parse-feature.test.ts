import { describe, expect, test } from 'vitest';
import type { Citable } from './citation';
import { parseSourceReference } from './citation';
import { parseFeature } from './parse-feature';
import { formatPath } from './problem';

const CITABLE: Citable = { sources: new Set(['fox', 'bbc']), report: 'fox' };
const NO_STORY: Citable = { sources: new Set(), report: undefined };
const POINT = { type: 'Point', coordinates: [44.4, 33.3] };

const incident = { kind: 'incident', title: 'Rockets', when: '2020-01-01', sources: ['fox#4'] };
const place = { kind: 'place', name: 'Embassy' };

function read(properties: unknown, citable = CITABLE, geometry: unknown = POINT) {
  return parseFeature({ type: 'Feature', id: 'a', geometry, properties }, 'baghdad', citable);
}

/** The feature, which must have nothing wrong with it. */
function featureOf(properties: unknown, citable?: Citable) {
  const { feature, issues } = read(properties, citable);
  expect(issues).toEqual([]);
  return feature;
}

/** Each issue as `path: message`. */
function issuesOf(properties: unknown, citable?: Citable) {
  return read(properties, citable).issues.map(({ path, message }) => `${formatPath(path.slice(1))}: ${message}`);
}

describe('a feature as RFC 7946 §3.2 has it', () => {
  test('reads a fact with all it may hold', () => {
    const all = {
      ...incident,
      kind: 'statement',
      summary: '<b>text</b>',
      place: ['embassy', 'zone'],
      actors: ['PMF'],
      speaker: 'Pompeo',
      claim: true,
      'title:ar': 'صواريخ',
      killed: '24-31',
    };
    const { feature, references } = read(all);
    expect(feature).toMatchObject({
      id: 'a',
      layer: 'baghdad',
      kind: 'statement',
      title: 'Rockets',
      summary: '<b>text</b>',
      when: { edtf: '2020-01-01' },
      places: ['embassy', 'zone'],
      actors: ['PMF'],
      sources: [{ id: 'fox', locator: '4' }],
      reported: true,
      geometry: POINT,
      counts: [{ name: 'killed', quantity: { form: 'range', low: 24, high: 31 } }],
      speaker: 'Pompeo',
    });
    expect(references.map(({ id, path }) => `${formatPath(path)} ${id}`)).toEqual([
      'properties.place[0] embassy',
      'properties.place[1] zone',
    ]);
  });
  test('leaves out what is absent, null or blank', () => {
    const feature = featureOf({ ...incident, summary: null, speaker: '', actors: null, when: null });
    expect(feature).toMatchObject({ when: null, actors: [], places: [], counts: [] });
    expect(feature).not.toHaveProperty('summary');
    expect(feature).not.toHaveProperty('speaker');
  });
  test.each([
    ['no feature', 7, '', 'expected a Feature, found 7'],
    [
      'another type',
      { type: 'feature', id: 'a', geometry: null, properties: place },
      'type',
      'expected "Feature", found "feature"',
    ],
    ['no id', { type: 'Feature', geometry: null, properties: place }, 'id', 'expected an id, found nothing'],
    [
      'an id of another type',
      { type: 'Feature', id: {}, geometry: null, properties: place },
      'id',
      'expected an id, found an object',
    ],
    [
      'no geometry',
      { type: 'Feature', id: 'a', properties: place },
      'geometry',
      'expected a geometry or null, found nothing',
    ],
    [
      'no properties',
      { type: 'Feature', id: 'a', geometry: null, properties: null },
      'properties',
      'expected an object, found null',
    ],
  ])('names %s', (_, value, path, message) => {
    const { feature, issues } = parseFeature(value, 'x', CITABLE);
    expect(feature).toBeUndefined();
    expect(issues.map((issue) => [formatPath(issue.path), issue.message])).toEqual([[path, message]]);
  });
  test('takes a number for an id, and an id that QGIS saved among the properties', () => {
    const feature = { type: 'Feature', geometry: null, properties: place };
    expect(parseFeature({ ...feature, id: 0 }, 'x', CITABLE).id).toBe('0');
    expect(parseFeature({ ...feature, properties: { ...place, id: 'q' } }, 'x', CITABLE).feature?.id).toBe('q');
  });
  test('lists all problems of a feature, not only the first', () => {
    const { issues } = read({ kind: 'incident', when: 'Jan 1', killed: 'few', sources: 'cnn' }, CITABLE, {
      type: 'Dot',
    });
    expect(issues.map(({ path }) => formatPath(path))).toEqual([
      'geometry.type',
      'properties.sources',
      'properties.title',
      'properties.when',
      'properties.killed',
    ]);
  });
});

describe('wrong properties', () => {
  const kinds = 'expected incident, movement, statement, context or place';
  const source = 'expected the id of a source of the story, or a web address';
  const sourceless = 'found no source; expected at least one source of the story';

  test.each([
    [{ ...incident, kind: 'incidnet' }, `kind: unknown kind "incidnet"; ${kinds}`],
    [{ ...incident, kind: undefined }, `kind: no kind; ${kinds}`],
    [{ ...incident, title: ' ' }, 'title: expected text, found nothing'],
    [{ ...incident, title: 7 }, 'title: expected text, found 7'],
    [{ ...incident, summary: ['a'] }, 'summary: expected text, found an array'],
    [
      { ...incident, when: 'Jan 1' },
      'when: expected an EDTF date such as 2020-01-01, 2017-12 or 2003/.., found "Jan 1"',
    ],
    [{ ...incident, when: 2020 }, 'when: expected an EDTF date in quotes such as "2020-01-01", found 2020'],
    [{ ...incident, place: 7 }, 'place: expected the id of a place, found 7'],
    [{ ...incident, place: ['a', ''] }, 'place[1]: expected the id of a place, found ""'],
    [{ ...incident, actors: ['PMF', {}] }, 'actors[1]: expected text, found an object'],
    [{ ...incident, speaker: true }, 'speaker: expected text, found true'],
    [{ ...incident, sources: ['fox', 'cnn#2'] }, `sources[1]: unknown source "cnn"; ${source}`],
    [{ ...incident, sources: 'a, b' }, `sources: unknown source "a, b"; ${source}`],
    [{ ...incident, sources: ['#2'] }, 'sources[0]: expected "id" or "id#locator", found "#2"'],
    [{ ...incident, sources: 'javascript:alert(1)' }, `sources: unknown source "javascript:alert(1)"; ${source}`],
    [{ ...incident, sources: [] }, `sources: ${sourceless}`],
    [
      { ...incident, tents: [2, 3] },
      'tents: expected a count or an array of {value, by, source}, found an array of plain values',
    ],
    [{ ...incident, tents: true }, 'tents: expected a count such as 100, "~100" or "dozens", found true'],
    [{ ...incident, tents: [{ value: 1 }, {}] }, 'tents[1].value: expected a count, found nothing'],
    [{ ...incident, tents: [{ value: 1, by: 2, source: 'x' }] }, `tents[0].source: unknown source "x"; ${source}`],
    [{ ...place, name: undefined }, 'title: expected text, found nothing'],
    [{ ...place, area: 'yes' }, 'area: expected true or false, found "yes"'],
    [
      { ...place, coordinateUncertaintyInMeters: -5 },
      'coordinateUncertaintyInMeters: expected metres, 0 or more, found -5',
    ],
    [
      { ...place, coordinateUncertaintyInMeters: '50' },
      'coordinateUncertaintyInMeters: expected metres, 0 or more, found "50"',
    ],
    [
      { ...place, timeZone: 'Asia/Bagdad' },
      'timeZone: unknown time zone "Asia/Bagdad"; expected an IANA name such as Asia/Baghdad',
    ],
    [
      { ...place, timeZone: '+03:00' },
      'timeZone: unknown time zone "+03:00"; expected an IANA name such as Asia/Baghdad',
    ],
  ])('%j', (properties, message) => {
    expect(issuesOf(properties)).toContain(message);
  });

  test('a count that is no number of people', () => {
    expect(issuesOf({ ...incident, killed: 'few' })[0]).toMatch(/^killed: expected a count such as .*; found "few"$/);
  });
  test('a text of a megabyte is neither read as a date nor printed in full', () => {
    const [issue] = issuesOf({ ...incident, when: '2'.repeat(1e6) });
    expect(issue?.length).toBeLessThan(200);
  });
});

describe('values that an editor saved as text', () => {
  test('lists as JSON inside a string', () => {
    expect(featureOf({ ...incident, actors: '["a","b"]', sources: '["fox#1"]', place: '["p"]' })).toMatchObject({
      actors: ['a', 'b'],
      sources: [{ id: 'fox', locator: '1' }],
      places: ['p'],
    });
  });
  test('a plain string is a list of one, whatever it begins with', () => {
    expect(featureOf({ ...incident, actors: 'PMF, KH', place: 'p' })).toMatchObject({
      actors: ['PMF, KH'],
      places: ['p'],
    });
    expect(featureOf({ ...incident, actors: '[unknown] men' })).toMatchObject({ actors: ['[unknown] men'] });
  });
  test('counts by several sources', () => {
    const counts = [
      { name: 'killed', quantity: { form: 'exact', low: 25, high: 25 }, by: 'PMF' },
      { name: 'killed', quantity: { form: 'about', low: 24, high: 24 }, source: { id: 'bbc', locator: '2' } },
    ];
    const figures = [
      { value: 25, by: 'PMF' },
      { value: '~24', source: 'bbc#2' },
    ];
    expect(featureOf({ ...incident, killed: figures })).toMatchObject({ counts });
    expect(featureOf({ ...incident, killed: JSON.stringify(figures) })).toMatchObject({ counts });
  });
});

describe('sources', () => {
  test.each([
    ['fox', { id: 'fox' }],
    ['fox#', { id: 'fox' }],
    [' fox #4 ', { id: 'fox', locator: '4' }],
    ['fox#4#5', { id: 'fox', locator: '4#5' }],
    ['https://example.org/a#b', { id: 'https://example.org/a#b' }],
    ['#4', undefined],
  ])('%j', (text, reference) => {
    expect(parseSourceReference(text)).toEqual(reference);
  });
  test('a web address needs no entry in the story', () => {
    expect(featureOf({ ...incident, sources: 'https://example.org/a#b' })).toMatchObject({ reported: false });
  });
  test('what does not cite the main report is added context; without a main report all is reported', () => {
    expect(featureOf({ ...incident, sources: ['bbc'] })).toMatchObject({ reported: false });
    expect(featureOf({ ...incident, sources: ['bbc'] }, { ...CITABLE, report: undefined })).toMatchObject({
      reported: true,
    });
  });
  test('a story without sources asks for none and checks none', () => {
    expect(featureOf({ ...incident, sources: undefined }, NO_STORY)).toMatchObject({ sources: [], reported: true });
    expect(featureOf({ ...incident, sources: ['x'] }, NO_STORY)).toMatchObject({ sources: [{ id: 'x' }] });
  });
  test('a place needs none', () => {
    expect(featureOf(place)).toMatchObject({ sources: [] });
  });
});

describe('places', () => {
  test('reads what Darwin Core says of the point', () => {
    const own = { area: true, timeZone: 'Asia/Baghdad', coordinateUncertaintyInMeters: 0, georeferenceRemarks: 'gate' };
    expect(featureOf({ ...place, ...own })).toEqual({
      id: 'a',
      layer: 'baghdad',
      kind: 'place',
      title: 'Embassy',
      actors: [],
      sources: [],
      reported: false,
      geometry: POINT,
      point: [44.4, 33.3],
      area: true,
      uncertainty: 0,
      timeZone: 'Asia/Baghdad',
      remarks: 'gate',
    });
  });
  test('is named by title too, and need not be located', () => {
    const { feature } = read({ kind: 'place', title: 'Camp' }, CITABLE, null);
    expect(feature).toMatchObject({ title: 'Camp', geometry: null, point: null, area: false });
  });
});
