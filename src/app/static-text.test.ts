import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseDataset } from '../model/dataset';
import { parseStory } from '../model/parse-story';
import { fact, place } from '../model/sample';
import { messagesIn } from '../ui/languages/en';
import { escape, staticHead, staticText, structuredData, type ReadStory } from './static-text';

const english = messagesIn('en-GB');

async function ourStory(): Promise<ReadStory> {
  const read = (file: string) => readFile(new URL(`../../geojson/${file}`, import.meta.url), 'utf8');
  const { story } = parseStory(await read('story.json'), 'story.json');
  if (!story) throw new Error('the story cannot be read');
  const layers = story.layers.map(async ({ id, file }) => ({ file, layer: id, text: await read(file) }));
  return { story, features: parseDataset(story, await Promise.all(layers)).features };
}

const EVIL = '<img src=x onerror="alert(1)"> & \'more\'';
const shortStory: ReadStory = {
  story: {
    title: EVIL,
    standfirst: EVIL,
    sources: [{ id: 's', title: EVIL, url: 'javascript:alert(1)' }],
    layers: [{ id: 'iraq', file: 'iraq.geojson', title: 'Iraq', on: true }],
  },
  features: [
    place('here', [44, 33]),
    fact('a', '2020-01-01', { title: EVIL, summary: EVIL, sources: [{ id: 's' }], places: ['here'] }),
  ],
};

describe('the head of a story as text', () => {
  test('is its title and what stands under it, escaped', () => {
    const head = staticHead(shortStory.story);
    expect(head).toContain('<header>\n<h1>&lt;img');
    expect(head).not.toContain('<img');
  });

  test('says in which language it is, where that is not the page’s', () => {
    const head = staticHead({ ...shortStory.story, foreign: { title: 'ar' } });
    expect(head).toContain('<header lang="ar" dir="auto">');
  });
});

describe('a story as text', () => {
  test('holds every feature of ours, by date, with its sources', async () => {
    const read = await ourStory();
    const text = staticText(read, english);
    for (const feature of read.features) if (feature.kind !== 'place') expect(text).toContain(escape(feature.title));
    expect(text.indexOf('<h2>2003</h2>')).toBeLessThan(text.indexOf('<h2>31 December 2019</h2>'));
    expect(text).toContain('added context');
    expect(text).toContain('href="https://www.foxnews.com/');
    expect(text.match(/<li>/g)?.length).toBeGreaterThanOrEqual(
      read.features.filter(({ kind }) => kind !== 'place').length,
    );
  });

  test('is text and never markup, and links nowhere that runs', () => {
    const text = staticText(shortStory, english);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('javascript:alert(1)"');
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;');
  });
});

describe('structured data', () => {
  test('has the places and the plainly dated incidents', async () => {
    const read = await ourStory();
    const { '@graph': graph } = structuredData(read) as { '@graph': Record<string, unknown>[] };
    const events = graph.filter((node) => node['@type'] === 'Event');
    expect(events.length).toBeGreaterThan(10);
    for (const { startDate } of events) expect(startDate).toMatch(/^\d{4}(-\d\d(-\d\d(T.+)?)?)?$/);
    const places = graph.filter((node) => node['@type'] === 'Place');
    expect(places).toHaveLength(read.features.filter(({ kind }) => kind === 'place').length);
  });

  test('says how far off a place may be', () => {
    const features = [{ ...place('Kuwait', [47.6, 29.3]), uncertainty: 90_000 }];
    expect(structuredData({ ...shortStory, features })).toMatchObject({
      '@graph': [
        { geo: { '@type': 'GeoCircle', geoRadius: 90_000, geoMidpoint: { latitude: 29.3, longitude: 47.6 } } },
      ],
    });
  });
});
