import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseDataset } from '../model/dataset';
import { parseStory } from '../model/parse-story';

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'geojson');
const textOf = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');

it('our story has every title, name, unit and speaker in Arabic', () => {
  const { story } = parseStory(textOf('story.json'), 'story.json', 'ar');
  if (!story) throw new Error('the story cannot be read');
  const layers = story.layers.map(({ file, id }) => ({ file, layer: id, text: textOf(file) }));
  const { features } = parseDataset(story, layers);
  expect(features.length).toBeGreaterThan(100);
  for (const each of [story, ...story.layers, ...features]) {
    expect(each.title).toMatch(/[\u0600-\u06ff]/);
    for (const member of ['title', 'standfirst', 'unit', 'speaker'])
      expect(each.foreign ?? {}).not.toHaveProperty(member);
  }
  for (const each of features) {
    const figures = 'counts' in each ? each.counts : [];
    for (const { by } of figures) expect(by ?? 'ا', each.id).toMatch(/[\u0600-\u06ff]/);
  }
});
