import { describe, expect, it, test } from 'vitest';
import { citableOf } from './citation';
import { parseDataset } from './dataset';
import type { DatedFact, Movement, Place } from './feature';
import { canonicalLanguage, languagesFor } from './languages';
import { parseFeature } from './parse-feature';
import { parseStory, storyForFile } from './parse-story';

const read = (properties: object, wanted = 'ar-IQ', own?: string) =>
  parseFeature({ type: 'Feature', id: 'a', geometry: null, properties }, 'baghdad', {
    ...citableOf({ sources: [] }),
    languages: languagesFor(wanted, own),
  });
const incident = { kind: 'incident', title: 'Fire', summary: 'A fire.', 'title:ar': 'حريق' };

describe('languagesFor', () => {
  test.each([
    ['ar-IQ', 'en', { suffixes: [':ar-IQ', ':ar'], fallback: 'en' }],
    ['en-GB', 'en', { suffixes: [':en-GB'] }],
    ['en', 'en', { suffixes: [] }],
    ['en', 'ar', { suffixes: [':en'], fallback: 'ar' }],
    ['ar', 'ar-IQ', { suffixes: [':ar'] }],
    ['zh-Hant-TW', 'en', { suffixes: [':zh-Hant-TW', ':zh-Hant', ':zh'], fallback: 'en' }],
  ])('%s of a story in %s', (wanted, own, languages) => {
    expect(languagesFor(wanted, own)).toEqual(languages);
  });

  it('spells a tag as the standard does, and knows what is none', () => {
    expect(canonicalLanguage('AR-iq')).toBe('ar-IQ');
    expect(canonicalLanguage('not a tag')).toBeUndefined();
  });
});

describe('the texts of a feature', () => {
  it('are in the wanted language, and the others say which they are in', () => {
    const { feature, issues } = read(incident);
    expect(issues).toEqual([]);
    expect(feature).toMatchObject({ title: 'حريق', summary: 'A fire.', foreign: { summary: 'en' } });
    expect(feature?.foreign).not.toHaveProperty('title');
  });

  it('prefer the region that was asked for', () => {
    expect(read({ ...incident, 'title:ar-IQ': 'حريقة' }).feature?.title).toBe('حريقة');
    expect(read({ ...incident, 'title:ar-IQ': 'حريقة' }, 'ar-MA').feature?.title).toBe('حريق');
  });

  it('are the plain ones, and nothing foreign, in the language of the story', () => {
    const { feature } = read(incident, 'en-GB');
    expect(feature).toMatchObject({ title: 'Fire', summary: 'A fire.' });
    expect(feature).not.toHaveProperty('foreign');
    expect(read(incident, 'en', 'fr').feature?.foreign).toEqual({ title: 'fr', summary: 'fr' });
  });

  it('may be in the wanted language alone, but a title must be in some language that is read', () => {
    expect(read({ kind: 'incident', 'title:ar': 'حريق' }).feature?.title).toBe('حريق');
    expect(read({ kind: 'incident', 'title:ar': 'حريق' }, 'en').issues).toMatchObject([
      { message: 'expected text, found nothing', path: ['properties', 'title'] },
    ]);
  });

  it('are all checked, wanted or not', () => {
    const { issues } = read({ ...incident, 'title:ar': 7, 'summary:ku': ['x'], 'title:': '' }, 'en');
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['properties.title:ar', 'properties.summary:ku']);
  });

  it('blank ones count as absent', () => {
    expect(read({ ...incident, 'title:ar': ' ' }).feature).toMatchObject({ title: 'Fire', foreign: { title: 'en' } });
  });

  it('of a place and a statement are read so too', () => {
    const place = read({ kind: 'place', name: 'Kuwait', 'name:ar': 'الكويت', georeferenceRemarks: 'A circle.' });
    expect(place.feature as Place).toMatchObject({ title: 'الكويت', foreign: { remarks: 'en' } });
    const said = read({ kind: 'statement', title: 'Said', speaker: 'Trump', 'speaker:ar': 'ترامب', killed: 3 });
    expect(said.feature as DatedFact).toMatchObject({ speaker: 'ترامب', foreign: { title: 'en' } });
  });

  it('of a movement and its reports each say their own', () => {
    const reports = [
      { when: '2020-01-01', status: 'arrived', note: 'They came.', 'note:ar': 'وصلوا.' },
      { when: '2020-01-02', status: 'arrived', note: 'More came.' },
    ];
    const { feature } = read({ kind: 'movement', title: 'Move', unit: 'Army', 'unit:ar': 'جيش', reports });
    const movement = feature as Movement;
    expect(movement).toMatchObject({ unit: 'جيش', foreign: { title: 'en' } });
    expect(movement.reports).toMatchObject([{ note: 'وصلوا.' }, { note: 'More came.', foreign: { note: 'en' } }]);
    expect(movement.reports[0]).not.toHaveProperty('foreign');
  });

  it('of who counted are read so too', () => {
    const killed = [{ value: 25, by: 'PMF', 'by:ar': 'الحشد الشعبي' }];
    expect((read({ ...incident, killed }).feature as DatedFact).counts).toMatchObject([{ by: 'الحشد الشعبي' }]);
  });
});

describe('the texts of a story', () => {
  const text = (members: object = {}) =>
    JSON.stringify({
      ...{ title: 'Siege', 'title:ar': 'حصار', standfirst: 'A story.' },
      layers: [
        { file: 'a.geojson', title: 'Baghdad', 'title:ar': 'بغداد' },
        { file: 'b.geojson', title: 'Kuwait' },
      ],
      ...members,
    });

  it('and of its layers are in the wanted language', () => {
    const { story, problems } = parseStory(text(), 'story.json', 'ar');
    expect(problems).toEqual([]);
    expect(story).toMatchObject({ title: 'حصار', foreign: { standfirst: 'en' } });
    expect(story?.layers).toMatchObject([{ title: 'بغداد' }, { title: 'Kuwait', foreign: { title: 'en' } }]);
  });

  it('without a wanted language are as they stand', () => {
    const { story } = parseStory(text(), 'story.json');
    expect(story).toMatchObject({ title: 'Siege' });
    expect(story).not.toHaveProperty('foreign');
    expect(story).not.toHaveProperty('languages');
  });

  it('are in the language that the story says', () => {
    expect(parseStory(text({ language: 'fr' }), 'story.json', 'ar').story?.foreign).toEqual({ standfirst: 'fr' });
    const wrong = parseStory(text({ language: 'no language' }), 'story.json', 'ar');
    expect(wrong.story?.foreign).toEqual({ standfirst: 'en' });
    expect(wrong.problems).toMatchObject([{ property: 'language' }]);
    expect(parseStory(text({ 'title:ar': 1 }), 'story.json').problems).toMatchObject([{ property: 'title:ar' }]);
  });

  it('and of its features are read together', () => {
    const layer = {
      ...{ file: 'a.geojson', layer: 'a' },
      text: JSON.stringify({ type: 'Feature', id: 'x', geometry: null, properties: incident }),
    };
    const story = storyForFile('a.geojson', 'ar');
    expect(parseDataset(story, [layer]).features).toMatchObject([{ title: 'حريق', foreign: { summary: 'en' } }]);
  });
});
