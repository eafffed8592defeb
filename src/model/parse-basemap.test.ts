import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_BASEMAP, overrideBasemap, resolveBasemap, styleFor } from './basemap';
import { parseStory } from './parse-story';
import { formatProblem } from './problem';

function read(basemap: unknown) {
  const { story, problems } = parseStory(
    JSON.stringify({ title: 'T', layers: [{ file: 'a.geojson', title: 'A' }], basemap }),
    'story.json',
  );
  return { basemap: story?.basemap, problems: problems.map((problem) => formatProblem(problem).slice(11)) };
}

describe('the basemap of a story', () => {
  test('is absent where none is named', () => {
    expect(read(undefined)).toEqual({ basemap: undefined, problems: [] });
    expect(read('  ')).toEqual({ basemap: undefined, problems: [] });
  });

  test.each(['offline', 'https://tiles.example.org/styles/positron', 'maps/iraq.pmtiles', '/style.json'])(
    'may be %s',
    (style) => expect(read(style)).toEqual({ basemap: { ...DEFAULT_BASEMAP, style }, problems: [] }),
  );

  test('may be an object with all that is the editor’s to choose', () => {
    const basemap = {
      style: { light: 'https://example.org/light', dark: 'https://example.org/dark' },
      projection: 'globe',
      names: { 'Persian Gulf': { en: 'The Gulf', ar: 'الخليج' } },
      disputedBorders: 'solid',
    };
    expect(read(basemap)).toEqual({ basemap, problems: [] });
    expect(read({ projection: 'globe' }).basemap).toEqual({ ...DEFAULT_BASEMAP, projection: 'globe' });
  });

  const style = '"offline" or the address of a style or of a .pmtiles file';
  test.each([
    [7, `basemap: expected ${style}, or an object with "style", found 7`],
    ['javascript:alert(1)', `basemap: expected ${style}, found "javascript:alert(1)"`],
    ['ofline', `basemap: expected ${style}, found "ofline"`],
    [{ style: 7 }, `basemap.style: expected ${style}, found 7`],
    [{ style: { light: 'offline' } }, `basemap.style.dark: expected ${style}, found nothing`],
    [{ projection: 'flat' }, 'basemap.projection: unknown projection "flat"; expected mercator or globe'],
    [
      { disputedBorders: 'red' },
      'basemap.disputedBorders: unknown way of drawing "red"; expected dashed, solid or hidden',
    ],
    [{ names: [] }, 'basemap.names: expected an object of names by language, found an empty array'],
    [
      { names: { 'Persian Gulf': 'The Gulf' } },
      'basemap.names.Persian Gulf: expected names by language, such as { "en": "The Gulf" }, found "The Gulf"',
    ],
    [{ stlye: 'x.json' }, 'basemap.stlye: unknown member; expected style, projection, names or disputedBorders'],
    [
      { names: { 'Red Sea': { english: 'x' } } },
      'basemap.names.Red Sea.english: expected a language such as "en" or "ar"',
    ],
    [{ names: { 'Red Sea': { en: 7 } } }, 'basemap.names.Red Sea.en: expected text, found 7'],
  ])('%j is told of', (basemap, message) => {
    expect(read(basemap).problems).toEqual([message]);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void read(value)));
    const part = fc.jsonValue();
    fc.assert(fc.property(fc.record({ style: part, names: part, projection: part }), (value) => void read(value)));
  });
});

test('addresses are relative to the story', () => {
  const resolve = (style: string) => resolveBasemap({ ...DEFAULT_BASEMAP, style }, 'https://example.org/a/story.json');
  expect(resolve('iraq.pmtiles').style).toBe('https://example.org/a/iraq.pmtiles');
  expect(resolve('offline').style).toBe('offline');
});

test('each theme may have its style', () => {
  expect(styleFor({ ...DEFAULT_BASEMAP, style: { light: 'a', dark: 'b' } }, 'dark')).toBe('b');
  expect(styleFor(DEFAULT_BASEMAP, 'dark')).toBe('offline');
});

test('an element’s attributes go before the story, where they say something', () => {
  const story = { ...DEFAULT_BASEMAP, style: 'https://example.org/style' };
  const given = (style: unknown, projection: unknown) => {
    const basemap = overrideBasemap(story, { style, projection }, 'https://example.com/page/');
    return [basemap.style, basemap.projection];
  };
  expect(given('', '')).toEqual(['https://example.org/style', 'mercator']);
  expect(given(null, null)).toEqual(['https://example.org/style', 'mercator']);
  expect(given({ light: 'a' }, 7)).toEqual(['https://example.org/style', 'mercator']);
  expect(given('  ', 'round')).toEqual(['https://example.org/style', 'mercator']);
  expect(given('iraq.pmtiles', 'globe')).toEqual(['https://example.com/page/iraq.pmtiles', 'globe']);
  expect(given('offline', 'mercator')).toEqual(['offline', 'mercator']);
});
