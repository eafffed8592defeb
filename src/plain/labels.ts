import { short } from './paths';
import type { PlainFeature } from './tiles';
import type { TextShape } from './shape';
import type { FeatureState, PlainLayer } from './plain-layer';
import type { PlainView } from './view';

/** How wide words are in a font of the map, in pixels at a size of one pixel. */
export type Measure = (text: string, font: string) => number;

/** What a label may stand at: its words' side or corner is there, `[right, down]` of it in pixels. */
type Anchoring = readonly [anchor: string, shift: readonly [number, number]];

/** Words that want a place on the map. */
export interface Label {
  at: readonly [x: number, y: number];
  /** The best first. */
  anchorings: readonly Anchoring[];
  /** Pixels round the words that nothing else may have. */
  padding: number;
  width: number;
  /** Lies where something is too, and takes its place there from what comes later. */
  overlaps: boolean;
  /** The lower, the earlier it is placed among those of its layer. */
  rank: number;
  look: Omit<TextShape, 'x' | 'y' | 'anchor' | 'form'>;
}

/** A baseline lies so far below the middle of a line of text, as a share of the size. */
const BASELINE = 0.35;

/**
 * The words of a symbol layer of points. Words along lines, as of rivers, are left out: they tell nothing of the story,
 * and a plain map has no room to turn them.
 */
export function labelsOf(
  layer: PlainLayer,
  features: readonly PlainFeature[],
  measure: Measure,
  stateOf: (feature: PlainFeature) => FeatureState,
): Label[] {
  if (layer.layer.type !== 'symbol' || layer.layout('symbol-placement') !== 'point') return [];
  return layer.filter(features).flatMap((feature) => {
    const [point] = feature.parts[0] ?? [];
    const text = textOf(layer, feature);
    const isOwn = !feature.tile || (point && isWithin(point, feature.tile));
    return point && text !== '' && isOwn ? [labelOf(layer, feature, point, text, measure, stateOf(feature))] : [];
  });
}

function textOf(layer: PlainLayer, feature: PlainFeature): string {
  const formatted = layer.layout('text-field', feature) as { toString: () => string } | null | undefined;
  const text = formatted?.toString() ?? '';
  return layer.layout('text-transform', feature) === 'uppercase' ? text.toLocaleUpperCase() : text;
}

function labelOf(
  layer: PlainLayer,
  feature: PlainFeature,
  at: readonly [number, number],
  text: string,
  measure: Measure,
  state: FeatureState,
): Label {
  const number = (name: string) => Number(layer.layout(name, feature));
  const size = number('text-size');
  const [font = ''] = (layer.layout('text-font', feature) as string[] | undefined) ?? [];
  const spacing = number('text-letter-spacing') * size;
  const widthOf = (words: string) => measure(words, font) * size + words.length * spacing;
  const lines = text.split('\n').flatMap((line) => broken(line, number('text-max-width') * size, widthOf));
  return {
    at,
    anchorings: anchoringsOf(layer, feature, size),
    padding: (layer.layout('text-padding', feature) as { values?: number[] }).values?.[0] ?? 2,
    width: Math.max(...lines.map(widthOf)),
    overlaps: layer.layout('text-overlap', feature) === 'always',
    rank: Number(layer.layout('symbol-sort-key', feature) ?? 0),
    look: {
      lines,
      font,
      size,
      lineHeight: number('text-line-height') * size,
      ...(spacing > 0 ? { spacing } : {}),
      colour: String(layer.paint('text-color', feature, state)),
      halo: String(layer.paint('text-halo-color', feature, state)),
      haloWidth: Number(layer.paint('text-halo-width', feature, state)),
      opacity: Number(layer.paint('text-opacity', feature, state)),
    },
  };
}

function anchoringsOf(layer: PlainLayer, feature: PlainFeature, size: number): Anchoring[] {
  const variable = layer.layout('text-variable-anchor-offset', feature) as { values?: unknown[] } | undefined;
  const values = variable?.values ?? [];
  if (values.length === 0) return [[String(layer.layout('text-anchor', feature)), [0, 0]]];
  const anchorings: Anchoring[] = [];
  for (let index = 0; index < values.length; index += 2) {
    const [right = 0, down = 0] = values[index + 1] as number[];
    anchorings.push([String(values[index]), [right * size, down * size]]);
  }
  return anchorings;
}

/** A line of words in lines of about the same width, none of which is wider than `most` unless one word is. */
function broken(line: string, most: number, widthOf: (words: string) => number): string[] {
  const words = line.split(' ');
  const whole = widthOf(line);
  if (whole <= most || words.length < 2) return [line];
  const even = whole / Math.ceil(whole / most);
  /** By number of words: how uneven the lines so far are at best, and where the last of them begins. */
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end++) {
    let least = { cost: Infinity, from: end - 1 };
    for (let from = end - 1; from >= 0; from--) {
      const width = widthOf(words.slice(from, end).join(' '));
      const over = width > most && end - from > 1 ? Infinity : 0;
      const cost = (best[from]?.cost ?? 0) + (width - even) ** 2 + over;
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const lines: string[] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) {
    lines.unshift(words.slice(best[end]?.from ?? 0, end).join(' '));
  }
  return lines;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * Places labels, of layers in the order of drawing, each where nothing else is or not at all, as MapLibre does: the last
 * layer first, and of a layer those of low rank first. In the order of drawing.
 */
export function placeLabels(layers: readonly (readonly Label[])[], view: PlainView): TextShape[] {
  const taken: Box[] = [];
  const placed = layers.toReversed().map((labels) =>
    labels
      .toSorted((a, b) => a.rank - b.rank)
      .flatMap((label) => {
        for (const anchoring of label.anchorings) {
          const box = boxOf(label, anchoring);
          if (!isInView(box, view) || (!label.overlaps && taken.some((other) => meet(box, other)))) continue;
          taken.push(box);
          return label.look.opacity === 0 ? [] : [textIn(box, label, anchoring)];
        }
        return [];
      }),
  );
  return placed.toReversed().flatMap((texts) => texts.toReversed());
}

/** With the padding round the words, which MapLibre counts in where they stand beside their point. */
function boxOf({ at: [x, y], padding, width: inner, look }: Label, [anchor, [right, down]]: Anchoring): Box {
  const width = inner + 2 * padding;
  const height = look.lines.length * look.lineHeight + 2 * padding;
  const left = x + right - (anchor.includes('left') ? 0 : anchor.includes('right') ? width : width / 2);
  const top = y + down - (anchor.includes('top') ? 0 : anchor.includes('bottom') ? height : height / 2);
  return [left, top, left + width, top + height];
}

function textIn([left, top, right]: Box, { padding, look }: Label, [side]: Anchoring): TextShape {
  const anchor = side.includes('left') ? 'start' : side.includes('right') ? 'end' : 'middle';
  const x = { start: left + padding, middle: (left + right) / 2, end: right - padding }[anchor];
  const y = top + padding + look.lineHeight / 2 + BASELINE * look.size;
  return { form: 'text', x: short(x), y: short(y), anchor, ...look };
}

function meet(one: Box, other: Box): boolean {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

function isInView([left, top, right, bottom]: Box, { width, height }: PlainView): boolean {
  return left < width && right > 0 && top < height && bottom > 0;
}

function isWithin([x, y]: readonly [number, number], [left, top, right, bottom]: Box): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}
