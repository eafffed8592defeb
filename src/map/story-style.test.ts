import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import type { DatedFact, Movement, Place } from '../model/feature';
import { storySources } from './story-sources';
import { storyStyle } from './story-style';
import { darkTheme, lightTheme } from './theme';

const shared = { layer: 'a', actors: [], sources: [], reported: true };
const ZONE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [44, 33],
      [45, 33],
      [45, 34],
      [44, 33],
    ],
  ],
};
function place(id: string, point: [number, number] | null, area = false): Place {
  const geometry = point && { type: 'Point' as const, coordinates: point };
  return { ...shared, id, kind: 'place', title: id, geometry, point, area, uncertainty: 20_000 };
}
function incident(id: string, ...places: string[]): DatedFact {
  return { ...shared, id, kind: 'incident', title: id, when: null, places, geometry: null, counts: [] };
}
function movement(id: string, from: string | undefined, to: string): Movement {
  const report = {
    when: null,
    status: 'announced' as const,
    sources: [],
    reported: true,
    to,
    ...(from ? { from } : {}),
  };
  return { ...shared, id, kind: 'movement', title: id, geometry: null, reports: [report], counts: [] };
}

const chronicle = chronicleOf(
  [
    place('Embassy', [44.396, 33.299]),
    place('Strikes', [41, 34.4], true),
    place('Gate', null),
    place('Kuwait', [47.6, 29.3], true),
    { ...place('Zone', null), geometry: ZONE },
    incident('at-embassy', 'Embassy'),
    movement('line', 'Kuwait', 'Embassy'),
    movement('no-origin', undefined, 'Embassy'),
  ],
  ['a'],
);
const sources = storySources(chronicle, (entry) => entry.id);
const featuresIn = (name: keyof typeof sources) => {
  const { data } = sources[name];
  if (typeof data !== 'object' || !('features' in data)) throw new Error('expected a collection');
  return data.features;
};

describe('storySources', () => {
  it('names the places that a source locates, and outlines those that have an outline', () => {
    expect(featuresIn('places').map(({ properties }) => String(properties?.['id']))).toEqual([
      'Embassy',
      'Strikes',
      'Kuwait',
    ]);
    expect(featuresIn('areas').map(({ properties }) => String(properties?.['id']))).toEqual(['Zone']);
  });

  it('draws a movement as a line only where both ends are known, under the row of its entry', () => {
    const row = chronicle.details.rowsOf('line')?.[0];
    expect(featuresIn('lines').map(({ id }) => id)).toEqual([row]);
    expect(featuresIn('heads').map(({ id }) => id)).toEqual([row]);
  });
});

describe('storyStyle', () => {
  it.each([lightTheme, darkTheme])('is a valid style, dark: $dark', (theme) => {
    expect(validateStyleMin(storyStyle(theme, 'en', sources, chronicle.places)).map((error) => error.message)).toEqual(
      [],
    );
  });

  it('has no filter and no layout that a date could move: a step re-tiles nothing', () => {
    for (const layer of storyStyle(lightTheme, 'en', sources, chronicle.places).layers.filter(({ id }) =>
      id.startsWith('story-'),
    )) {
      const still = JSON.stringify(['filter' in layer ? layer.filter : null, layer.layout ?? null]);
      expect(still, layer.id).not.toContain('feature-state');
      expect(still, layer.id).not.toContain('global-state');
    }
  });
});
