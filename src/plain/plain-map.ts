import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Chronicle } from '../model/chronicle';
import type { Lettering } from '../map/basemap-layers';
import type { Clock } from '../map/clock-layer';
import { shownLegs } from '../map/leg-states';
import { legsOf, type Leg } from '../map/legs';
import { movementLabels, type ForceWords } from '../map/movement-labels';
import { offlineStyle } from '../map/offline-basemap';
import { placeStatesAt } from '../map/place-states';
import { groundShapes, type StateOf } from './ground';
import { labelsOf, placeLabels, type Label, type Measure } from './labels';
import { legShapes } from './legs';
import { doubtShapes, markShapes, marksAt } from './marks';
import type { Shape } from './shape';
import { PlainLayer } from './plain-layer';
import { PlainTiles, plainFeaturesOf, type PlainFeature } from './tiles';
import { boundsOfView, type PlainView } from './view';
import { ABOVE_SYMBOLS } from '../map/story-layers';
import { storySources } from '../map/story-sources';
import { GROUND_LAYER, storyStyle } from '../map/story-style';
import { symbolScale } from '../map/symbol-scale';
import type { Theme } from '../map/theme';

/** What a plain map is to show. */
export interface PlainScene {
  view: PlainView;
  theme: Theme;
  clock: Clock;
  /** Places without their name and ring. */
  hiddenPlaces: ReadonlySet<string>;
}

/** What lies beneath a story: land, water and borders. The same object as long as view and theme are the same. */
export interface PlainGround {
  shapes: readonly Shape[];
  /** Who made what it is drawn of. */
  credits: readonly string[];
}

/** The features that a layer draws of. */
type FeaturesOf = (layer: LayerSpecification) => readonly PlainFeature[];

interface Ground {
  key: string;
  told: PlainGround;
  /** The basemap's dots and names, which lie among the story's. */
  words: StyleSpecification;
  featuresOf: FeaturesOf;
}

const NO_UNITS = { type: 'FeatureCollection', features: [] } as const satisfies FeatureCollection;

/**
 * The map of a story without WebGL, as shapes to draw: the offline basemap, flat, by the same style and the same rules of
 * what shows at a date as the other map has them. It cannot be moved. Words along lines are left out, and symbols of
 * units: their library needs a page.
 */
export class PlainMap {
  readonly #chronicle: Chronicle;
  readonly #lettering: Lettering;
  readonly #words: ForceWords;
  readonly #measure: Measure;
  readonly #legs: readonly Leg[];
  readonly #tiles = new PlainTiles();
  #ground: Ground | undefined;

  constructor(chronicle: Chronicle, lettering: Lettering, words: ForceWords, measure: Measure) {
    this.#chronicle = chronicle;
    this.#lettering = lettering;
    this.#words = words;
    this.#measure = measure;
    this.#legs = legsOf(chronicle);
  }

  /** What lies beneath the story of a scene. Tiles that cannot be had are left out. */
  async ground(scene: PlainScene): Promise<PlainGround> {
    return (await this.#groundOf(scene)).told;
  }

  async #groundOf({ view, theme }: PlainScene): Promise<Ground> {
    const key = JSON.stringify([view, theme.dark]);
    if (this.#ground?.key === key) return this.#ground;
    const style = offlineStyle(theme, this.#lettering);
    const tiles = await this.#tiles.read(style, view);
    const featuresOf: FeaturesOf = (layer) => tiles.get(sourceOf(layer))?.get(sourceLayerOf(layer)) ?? [];
    const flat = style.layers.findLastIndex(({ type }) => type !== 'symbol' && type !== 'circle') + 1;
    const shapes = style.layers.slice(0, flat).flatMap((specification) => {
      const layer = new PlainLayer(specification, view.zoom);
      return layer.isDrawn ? groundShapes(layer, featuresOf(specification), view) : [];
    });
    const credits = [...tiles.keys()].flatMap((source) => creditOf(style, source));
    this.#ground = {
      key,
      told: { shapes, credits },
      words: { ...style, layers: style.layers.slice(flat) },
      featuresOf,
    };
    return this.#ground;
  }

  /** All else of a scene, which follows the date: it lies over the ground. */
  async story(scene: PlainScene): Promise<Shape[]> {
    const ground = await this.#groundOf(scene);
    const { view, theme, clock, hiddenPlaces } = scene;
    const chronicle = this.#chronicle;
    const shown = shownLegs(this.#legs, chronicle, clock);
    const labels = movementLabels(shown, chronicle, clock, boundsOfView(view), this.#words);
    const style = storyStyle(
      ground.words,
      theme,
      storySources(chronicle, { labels, units: NO_UNITS }),
      chronicle.places,
    );
    const featuresOf = this.#featuresOf(style, ground, view, hiddenPlaces);
    const stateOf = this.#stateOf(scene);
    const marks = marksAt(chronicle, clock, view);
    const shapes: Shape[] = [];
    const words: Label[][] = [];
    for (const specification of style.layers) {
      const { id } = specification;
      if (id === ABOVE_SYMBOLS) {
        shapes.push(...markShapes(marks, symbolScale(chronicle.columns.marks.length, view.zoom), theme));
        continue;
      }
      const layer = new PlainLayer(specification, view.zoom);
      if (layer.isDrawn) {
        shapes.push(...groundShapes(layer, featuresOf(specification), view, stateOf));
        words.push(labelsOf(layer, featuresOf(specification), this.#measure, stateOf));
      }
      if (id !== GROUND_LAYER) continue;
      shapes.push(...doubtShapes(marks, theme));
      shapes.push(...legShapes(shown, view, theme));
    }
    return [...shapes, ...placeLabels(words, view)];
  }

  /** As `FeatureStates` has it, which names no place that is hidden. */
  #featuresOf(
    { sources }: StyleSpecification,
    ground: Ground,
    view: PlainView,
    hidden: ReadonlySet<string>,
  ): FeaturesOf {
    const own = new Map(
      Object.entries(sources).flatMap(([name, source]) =>
        source.type === 'geojson' ? [[name, plainFeaturesOf(source, view)] as const] : [],
      ),
    );
    return (layer) => {
      const features = own.get(sourceOf(layer));
      if (!features) return ground.featuresOf(layer);
      const isNames = layer.type === 'symbol' && sourceOf(layer) === 'places';
      return isNames ? features.filter(({ id }) => !hidden.has(String(id))) : features;
    };
  }

  #stateOf({ clock, hiddenPlaces }: PlainScene): StateOf {
    const states = placeStatesAt(this.#chronicle, clock);
    return ({ id }) => {
      const shows = typeof id === 'string' ? states.get(id) : undefined;
      const hidden = typeof id === 'string' && hiddenPlaces.has(id);
      return { state: shows?.state ?? 'absent', kind: shows?.kind ?? 'place', hidden, marked: shows !== undefined };
    };
  }
}

function sourceOf(layer: LayerSpecification): string {
  return 'source' in layer ? layer.source : '';
}

function sourceLayerOf(layer: LayerSpecification): string {
  return ('source-layer' in layer ? layer['source-layer'] : undefined) ?? '';
}

function creditOf({ sources }: StyleSpecification, name: string): string[] {
  const source = sources[name];
  return source?.type === 'vector' && source.attribution !== undefined ? [source.attribution] : [];
}
