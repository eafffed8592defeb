import type { Feature } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { loadStory } from '../../src/app/load';
import type { Clock } from '../../src/map/clock-layer';
import { FONT_FACES } from '../../src/map/font-faces';
import { Movements } from '../../src/map/movements';
import { layersOverLabels, layersUnderLabels } from '../../src/map/story-layers';
import { storySources } from '../../src/map/story-sources';
import { lightTheme } from '../../src/map/theme';
import type { Entry } from '../../src/model/entry';
import { shownBy } from '../../src/model/facet';
import { stopsOf } from '../../src/model/stops';
import { messagesIn } from '../../src/ui/languages/en';
import { formatForce } from '../../src/ui/format';
import { MOVEMENT_CAMERA, beaconPhaseOf, isBeacon } from '../movement-scene';
import { createMap, settleMap } from './maplibre-map';
import { MovementBeacons } from './movement-beacons';
import { checkMovements } from './movement-checking';
import { webglScreen, type Screen } from './screen';
import { Stage, type StageRequest } from './stage';

const NOTHING_HIDDEN = { hiddenLayers: new Set<string>(), hiddenKinds: new Set<never>(), context: true };
const NUMBERS = 'story-numbers';

/** The numbers on the map, by their keys. */
export interface Numbers {
  /** Those of the date. */
  dated: string[];
  /** Those that the map has found room for. */
  placed: string[];
  /** Those of them that are not to be seen all the same. */
  hidden: string[];
}

/** What is there once a story is loaded. */
interface Loaded {
  request: StageRequest;
  map: MapLibre;
  movements: Movements;
  /** A clock for each date. */
  clocks: Clock[];
  screen: Screen;
  beacons: MovementBeacons;
}

/** Dateline's movements on a bare map: their lines, and the numbers beside them, which the map places after the lines. */
export class MovementStage extends Stage {
  readonly varies = true;
  #loaded: Loaded | undefined;

  get steps(): number {
    return this.#open.clocks.length;
  }

  async load(request: StageRequest): Promise<void> {
    const { container, url, step, onmap } = request;
    const onframe = () => {
      if (this.#loaded) this.framed();
    };
    const style = { 'font-faces': structuredClone(FONT_FACES) };
    const [map, { chronicle }] = await Promise.all([
      createMap({ container, onmap, onframe }, style, MOVEMENT_CAMERA),
      loadStory(url),
    ]);
    const shown = shownBy(NOTHING_HIDDEN, chronicle.columns.layers);
    const clocks = stopsOf(chronicle.columns, chronicle.tally, shown).map(({ from, to }): Clock => ({
      moment: { from, to },
      shown,
      past: true,
    }));
    const movements = new Movements(chronicle, lightTheme, wordsOf);
    const sources = storySources(chronicle, movements.sources);
    for (const [id, source] of Object.entries(sources)) map.addSource(id, source);
    for (const layer of layersUnderLabels(lightTheme)) map.addLayer(layer);
    map.addLayer(movements.layer);
    for (const layer of layersOverLabels(lightTheme)) if (layer.id === NUMBERS) map.addLayer(layer);
    const screen = webglScreen(map.getCanvas());
    this.#loaded = { request, map, movements, clocks, screen, beacons: new MovementBeacons(map, screen) };
    this.step(step);
    await this.settle();
  }

  step(step: number): void {
    const { map, movements, clocks } = this.#open;
    const clock = clocks[step];
    if (!clock) throw new RangeError(`there is no date ${step}`);
    movements.draw(clock);
    movements.label(map);
  }

  repaint(): void {
    this.#open.map.triggerRepaint();
  }

  settle(): Promise<void> {
    return settleMap(this.#open.map);
  }

  rest(): Promise<number> {
    const { map } = this.#open;
    return new Promise((resolve) => {
      map.once('idle', () => {
        // Reading a pixel waits for the picture.
        this.beacons();
        resolve(performance.now());
      });
    });
  }

  check(step: number): Promise<string | null> {
    return checkMovements(this, step, async (container) => {
      const fresh = new MovementStage();
      await fresh.load({ ...this.#open.request, container, step, onmap: () => undefined });
      return fresh;
    });
  }

  /** The phases in which the beacons show themselves. */
  beacons(): number[] {
    return this.#open.beacons.phases();
  }

  beaconAt(step: number): number {
    return beaconPhaseOf(step, this.steps);
  }

  picture(): string {
    return [...new Set(this.beacons())].join();
  }

  pictureAt(step: number): string {
    return String(this.beaconAt(step));
  }

  numbers(): Numbers {
    const { map, movements } = this.#open;
    const keyOf = ({ properties }: Pick<Feature, 'properties'>) => String(properties?.['key']);
    const features = map.queryRenderedFeatures({ layers: [NUMBERS] });
    const placed = [...new Set(features.map(keyOf))].sort();
    return {
      dated: movements.sources.labels.features.map(keyOf),
      placed,
      hidden: placed.filter((id) => map.getFeatureState({ source: 'labels', id })['gone'] === true),
    };
  }

  /** Shows the numbers, or only the lines; resolves when it is drawn. */
  showNumbers(shown: boolean): Promise<void> {
    this.#open.map.setLayoutProperty(NUMBERS, 'visibility', shown ? 'visible' : 'none');
    return this.settle();
  }

  /** What this frame's pixels are read from. */
  get screen(): Screen {
    return this.#open.screen;
  }

  /** Frees the map. */
  remove(): void {
    this.#open.map.remove();
  }

  get #open(): Loaded {
    if (!this.#loaded) throw new Error('nothing is loaded');
    return this.#loaded;
  }
}

/** The words of the page; a beacon has none, lest they lie on another. */
function wordsOf(entry: Entry, whole?: { entry: Entry; listed: boolean }): string {
  return isBeacon(entry.feature.id) ? '' : formatForce(entry, whole, messagesIn('en-GB'));
}
