import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import type { Clock } from './clock-layer';
import { shownLegs, type Focus, type ShownLeg } from './leg-states';
import { legsOf, type Leg } from './legs';
import { worldShareOf } from './arc';
import { nearestLine } from './line-pick';
import type { InView } from './label-spot';
import { movementLabels, type ForceWords } from './movement-labels';
import { MovementLayer } from './movement-layer';
import type { Theme } from './theme';
import { Units, unitFeatures } from './units';

/** The movements of a story on a map: their lines, their numbers, and which of them is under the pointer. */
export class Movements {
  readonly layer: MovementLayer;
  readonly #chronicle: Chronicle;
  readonly #words: ForceWords;
  readonly #legs: readonly Leg[];
  readonly #units = new Units();
  #theme: Theme;
  #shown: readonly ShownLeg[] = [];
  #clock: Clock | undefined;
  #focus: Focus = {};
  /** Whether the numbers wait for the map's next frame, and whether the source lacks them. */
  #waiting = false;
  #stale = false;
  /** The keys of numbers that are hidden. */
  readonly #gone = new Set<string>();
  #labels: ReturnType<typeof movementLabels> = { type: 'FeatureCollection', features: [] };

  constructor(chronicle: Chronicle, theme: Theme, words: ForceWords) {
    this.#chronicle = chronicle;
    this.#words = words;
    this.#theme = theme;
    this.#legs = legsOf(chronicle);
    this.layer = new MovementLayer(this.#legs, theme);
  }

  /** The numbers and the units' symbols as a style's sources have them. */
  get sources(): Record<'labels' | 'units', FeatureCollection> {
    return { labels: this.#labels, units: this.#units.data };
  }

  /** Draws in the colours of another theme from the next frame on; the numbers' are the style's. */
  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.layer.setTheme(theme);
  }

  /** Shows another date or filter. A step on in time lets new lines draw themselves, unless the reader wants no motion. */
  draw(clock: Clock): void {
    const forward = this.#clock !== undefined && clock.moment.from > this.#clock.moment.from;
    this.#clock = clock;
    this.#show(forward && !matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  /** Lights what is selected, and makes all faint beside what is isolated. */
  focus(focus: Focus): void {
    if (focus.isolated === this.#focus.isolated && focus.selected === this.#focus.selected) return;
    this.#focus = focus;
    this.#show(false);
  }

  /**
   * Lays the numbers, and the symbols of units, out anew for what is in view. What is out of date is hidden at once, in
   * the same frame; what is new is handed over when that frame is drawn, lest the lines wait for it.
   */
  label(map: MapLibre): void {
    if (!map.getSource('labels') || !this.#clock) return;
    const before = this.#labels;
    this.#labels = movementLabels(this.#shown, this.#chronicle, this.#clock, viewOf(map), this.#words, this.#focus);
    this.#hide(map, keysOf(before), keysOf(this.#labels));
    this.#stale ||= JSON.stringify(before) !== JSON.stringify(this.#labels);
    if (this.#waiting) return;
    this.#waiting = true;
    map.once('render', () => {
      this.#handOver(map);
    });
    map.triggerRepaint();
  }

  /** The row of the line that a point of the map is on or misses by so many pixels at most; the nearest of several. */
  rowAt(map: MapLibre, { x, y }: { x: number; y: number }, reach: number): number | undefined {
    const [east, south] = sharesAt(map, x, y);
    const [beside] = sharesAt(map, x + 1, y);
    // On the globe a pixel is larger towards its edge.
    const pointer = { x: east, y: south, pixel: Math.abs(beside - east), reach };
    const nearest = nearestLine(
      this.#shown.map(({ leg }) => leg.pick),
      pointer,
    );
    return nearest === undefined ? undefined : this.#shown[nearest]?.leg.row;
  }

  /** Hides the numbers that are no longer those of the date, until they are. */
  #hide(map: MapLibre, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
    for (const id of before) {
      if (now.has(id)) continue;
      map.setFeatureState({ source: 'labels', id }, { gone: true });
      this.#gone.add(id);
    }
    for (const id of now) if (this.#gone.delete(id)) map.setFeatureState({ source: 'labels', id }, { gone: false });
  }

  #handOver(map: MapLibre): void {
    this.#waiting = false;
    const source = map.getSource<GeoJSONSource>('labels');
    if (!source || !this.#clock) return;
    this.#units.show(map, unitFeatures(this.#shown, this.#chronicle, this.#clock, this.#focus), this.#theme);
    if (this.#stale) void source.setData(this.#labels);
    this.#stale = false;
  }

  #show(moving: boolean): void {
    if (!this.#clock) return;
    this.#shown = shownLegs(this.#legs, this.#chronicle, this.#clock, this.#focus);
    this.layer.show(this.#shown, moving);
  }
}

function keysOf({ features }: ReturnType<typeof movementLabels>): Set<string> {
  return new Set(features.map(({ properties }) => properties.key));
}

/** Where a point of the map is on a flat one, in shares of the world. */
function sharesAt(map: MapLibre, x: number, y: number): [number, number] {
  const { lng, lat } = map.unproject([x, y]);
  return worldShareOf([lng, lat]);
}

function viewOf(map: MapLibre): InView {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
    width: map.getContainer().clientWidth,
  };
}
