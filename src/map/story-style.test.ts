import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../model/entry';
import type { DatedFact, Movement, Place } from '../model/feature';
import { storySources } from './story-sources';
import { storyStyle } from './story-style';
import { darkTheme, lightTheme } from './theme';

const shared = { layer: 'a', actors: [], sources: [], reported: true };
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

const places = new Map(
  [
    place('Embassy', [44.396, 33.299]),
    place('Strikes', [41, 34.4], true),
    place('Gate', null),
    place('Kuwait', [47.6, 29.3], true),
  ].map((each) => [each.id, each]),
);
const entries = entriesOf([
  incident('at-embassy', 'Embassy'),
  incident('at-strikes', 'Strikes'),
  incident('at-gate', 'Gate'),
  incident('at-two', 'Embassy', 'Strikes'),
  movement('line', 'Kuwait', 'Embassy'),
  movement('no-origin', undefined, 'Embassy'),
]);
const sources = storySources(entries, places, (entry) => entry.id);
const idsIn = (name: keyof typeof sources) => {
  const { data } = sources[name];
  if (typeof data !== 'object' || !('features' in data)) throw new Error('expected a collection');
  return data.features.map((feature) => String(feature.properties?.['id']));
};

describe('storySources', () => {
  it('pins nothing that no source locates, and puts no symbol into an area', () => {
    expect(idsIn('marks')).toEqual(['at-embassy', 'at-two', 'no-origin/1']);
    expect(idsIn('places')).toEqual(['Embassy', 'Strikes', 'Kuwait']);
  });

  it('draws a movement as a line only where both ends are known', () => {
    expect(idsIn('lines')).toEqual(['line/1']);
    expect(idsIn('heads')).toEqual(['line/1']);
  });

  it('gives every place of known uncertainty its soft circle', () => {
    expect(new Set(idsIn('areas'))).toEqual(new Set(['Embassy', 'Strikes', 'Kuwait']));
  });
});

describe('storyStyle', () => {
  it.each([lightTheme, darkTheme])('is a valid style, dark: $dark', (theme) => {
    expect(validateStyleMin(storyStyle(theme, 'en', sources, places)).map((error) => error.message)).toEqual([]);
  });

  it('has no filter and no layout that a date could move: a step re-tiles nothing', () => {
    for (const layer of storyStyle(lightTheme, 'en', sources, places).layers.filter(({ id }) =>
      id.startsWith('story-'),
    )) {
      const still = JSON.stringify(['filter' in layer ? layer.filter : null, layer.layout ?? null]);
      expect(still, layer.id).not.toContain('feature-state');
      expect(still, layer.id).not.toContain('global-state');
    }
  });
});
