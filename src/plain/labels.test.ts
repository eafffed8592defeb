import type { LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { labelsOf, placeLabels, type Label } from './labels';
import { PlainLayer } from './plain-layer';
import type { PlainFeature } from './tiles';
import { plainViewOf } from './view';

const VIEW = plainViewOf({ width: 400, height: 400 }, { camera: { zoom: 5, latitude: 0, longitude: 0 } });
/** Every letter is half as wide as it is high. */
const measure = (text: string) => text.length / 2;

function layerWith(layout: SymbolLayerSpecification['layout'], paint: SymbolLayerSpecification['paint'] = {}) {
  const specification: LayerSpecification = {
    id: 'names',
    type: 'symbol',
    source: 'places',
    layout: { 'text-field': ['get', 'name'], 'text-font': ['Noto Sans Medium'], 'text-size': 10, ...layout },
    paint,
  };
  return new PlainLayer(specification, VIEW.zoom);
}

function named(name: string, x: number, y: number, more: Record<string, unknown> = {}): PlainFeature {
  return { type: 'Point', properties: { name, ...more }, parts: [[[x, y]]] };
}

function labelled(layer: PlainLayer, ...features: PlainFeature[]): Label[] {
  return labelsOf(layer, features, measure, () => ({}));
}

const BESIDE: SymbolLayerSpecification['layout'] = {
  'text-variable-anchor-offset': ['left', [1, 0], 'right', [-1, 0]],
  'text-padding': 2,
};

describe('labelsOf', () => {
  it('breaks words into lines that are about even and no wider than they may be', () => {
    const [label] = labelled(layerWith({ 'text-max-width': 8 }), named('Ain al-Asad Air Base', 0, 0));
    expect(label?.look.lines).toEqual(['Ain al-Asad', 'Air Base']);
    const [long] = labelled(layerWith({ 'text-max-width': 2 }), named('Mar-a-Lago Florida', 0, 0));
    expect(long?.look.lines).toEqual(['Mar-a-Lago', 'Florida']);
  });

  it('keeps the lines that a text has', () => {
    const [label] = labelled(layerWith({}), named('~100 arrived\n~750 announced', 0, 0));
    expect(label?.look.lines).toEqual(['~100 arrived', '~750 announced']);
  });

  it('leaves words along lines out, and what is another tile’s', () => {
    expect(labelled(layerWith({ 'symbol-placement': 'line' }), named('Tigris', 0, 0))).toEqual([]);
    const beyond: PlainFeature = { ...named('Basra', 120, 10), tile: [0, 0, 100, 100] };
    expect(labelled(layerWith({}), beyond)).toEqual([]);
  });

  it('sets capitals where the style does', () => {
    const [label] = labelled(
      layerWith({ 'text-transform': 'uppercase', 'text-letter-spacing': 0.1 }),
      named('Iraq', 0, 0),
    );
    expect(label?.look).toMatchObject({ lines: ['IRAQ'], spacing: 1 });
    expect(label?.width).toBe(4 * 5 + 4 * 1);
  });
});

describe('placeLabels', () => {
  it('has some lie over others, and others keep off them', () => {
    const marks = labelled(layerWith({ 'text-overlap': 'always' }), named('O', 110, 200), named('Q', 112, 200));
    const names = labelled(layerWith(BESIDE), named('Kuwait', 100, 200));
    const texts = placeLabels([names, marks], VIEW);
    expect(texts.map(({ lines, anchor }) => [lines[0], anchor])).toEqual([
      ['Kuwait', 'end'],
      ['Q', 'middle'],
      ['O', 'middle'],
    ]);
  });

  it('stands beside its point, its padding included, as MapLibre has it', () => {
    const [text] = placeLabels([labelled(layerWith(BESIDE), named('Kuwait', 100, 200))], VIEW);
    expect(text).toMatchObject({ x: 100 + 10 + 2, anchor: 'start', lines: ['Kuwait'] });
    expect(text?.y).toBeCloseTo(200 + 3.5);
  });

  it('goes to the other side where something is, and is left out where there is no room at all', () => {
    const layer = layerWith(BESIDE);
    const texts = placeLabels(
      [labelled(layer, named('One', 100, 200), named('Two', 104, 202), named('Three', 98, 198))],
      VIEW,
    );
    expect(texts.map(({ lines, anchor }) => [lines[0], anchor])).toEqual([
      ['Two', 'end'],
      ['One', 'start'],
    ]);
  });

  it('gives room to the last layer first, and in a layer to low ranks', () => {
    const layer = layerWith({ 'symbol-sort-key': ['get', 'rank'] });
    const below = labelled(layer, named('below', 100, 100, { rank: 0 }));
    const above = labelled(layer, named('late', 100, 100, { rank: 2 }), named('early', 100, 100, { rank: 1 }));
    expect(placeLabels([below, above], VIEW).map(({ lines }) => lines[0])).toEqual(['early']);
  });

  it('keeps the place of a name that is not drawn', () => {
    const layer = layerWith({}, { 'text-opacity': ['get', 'opacity'] });
    const texts = placeLabels(
      [labelled(layer, named('hidden', 50, 50, { opacity: 0 }), named('other', 50, 50, { opacity: 1 }))],
      VIEW,
    );
    expect(texts).toEqual([]);
  });

  it('draws nothing out of view', () => {
    expect(placeLabels([labelled(layerWith({}), named('away', 900, 50))], VIEW)).toEqual([]);
  });
});
