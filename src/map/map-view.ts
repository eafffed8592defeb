import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { Position } from 'geojson';
import { FRAME_PADDING, panTowards, revealPoint, type Direction } from './camera';
import { ClockLayer, type Clock } from './clock-layer';
import { createMap } from './create-map';
import { FeatureStates } from './feature-states';
import { hitAt, type Hit } from './hit';
import type { MapViewOptions } from './map-view-options';
import { picturedMap, type PicturedMap } from './picture';
import { followPointer } from './pointer';
import { placeStatesAt, readAreas, type PlaceState } from './place-states';
import { Ground } from './ground';
import { detailInView } from './offline-basemap';
import { ABOVE_SYMBOLS } from './story-layers';
import { Movements } from './movements';
import { ringsAt } from './ring';
import { storySources } from './story-sources';
import { firstNameLayer, storyStyle } from './story-style';
import type { Theme } from './theme';

/** How long very many marks wait for a basemap, in milliseconds. */
const PATIENCE = 4000;

/** What is ringed and lit: a place, a movement, and entries by row. */
export interface Selected {
  place?: string;
  movement?: string;
  rows: readonly number[];
}

/**
 * The one holder of a MapLibre map. It shows what it is told; what is true at a date is decided in the model.
 * The constructor throws where the browser has no WebGL2.
 */
export class MapView {
  readonly #map: MapLibre;
  readonly #options: MapViewOptions;
  readonly #layer: ClockLayer;
  readonly #states: FeatureStates;
  readonly #movements: Movements;
  readonly #ground: Ground;
  #firstName: string | undefined;
  /** The style changed while there was no context to draw it. */
  #outdated = false;
  #clock: Clock | undefined;
  /** What shows at each place: asked at every move of the pointer, so it is worked out once a step. */
  #placeStates: ReadonlyMap<string, PlaceState> = new Map();
  #hiddenPlaces: ReadonlySet<string> = new Set();
  #selected: Selected = { rows: [] };
  #hovered: Hit = { rows: [] };
  #isolated: string | undefined;

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.#ground = new Ground({ ...options, onchange: () => this.#redraw(), onfail: options.onbasemapfail });
    this.#movements = new Movements(options.chronicle, options.theme, options.words);
    this.#layer = new ClockLayer(options.chronicle.columns, options.theme);
    this.#map = createMap(options, this.#style(), this.#ground.maxZoom);
    this.#states = new FeatureStates(this.#map, options.chronicle);
    this.#listen();
    this.#ground.attach(this.#map);
    void this.#readAreas();
  }

  /** Shows another date or filter; places in `hiddenPlaces` lose their name and ring. */
  draw(clock: Clock, hiddenPlaces: ReadonlySet<string>): void {
    this.#clock = clock;
    this.#hiddenPlaces = hiddenPlaces;
    this.#layer.show(clock);
    this.#movements.draw(clock);
    this.#placeStates = placeStatesAt(this.#options.chronicle, clock);
    if (this.#map.style?._loaded) this.#showFeatures();
  }

  /** Rings a place, or else the marks of entries, and lights the whole way of a movement. */
  select(selected: Selected): void {
    this.#selected = selected;
    this.#setRings();
    this.#focus();
  }

  /** Lights one movement with its ends and dims all others; undefined lights all alike. */
  isolate(movement: string | undefined): void {
    this.#isolated = movement;
    this.#focus();
  }

  /** Brings a `[longitude, latitude]` point into view, if it is not, beside what covers the map's end side. */
  reveal(point: Position): void {
    revealPoint(this.#map, point, this.#options.direction);
  }

  /** Moves the map by a quarter of what it shows. */
  pan(direction: Direction): void {
    panTowards(this.#map, direction);
  }

  /** Frames the opening bounds, where there are any. */
  frame(): void {
    const { bounds } = this.#options;
    if (bounds) this.#map.fitBounds([...bounds], { padding: FRAME_PADDING });
  }

  /** Redraws basemap and story in another theme; the camera stays, and what is uploaded too. */
  setTheme(theme: Theme): void {
    if (this.#ground.setTheme(theme)) this.#redraw();
  }

  /** The map, for pictures of it. */
  get pictured(): PicturedMap {
    return picturedMap(this.#map);
  }

  /** Frees the map's WebGL context and listeners. */
  remove(): void {
    this.#map.remove();
  }

  #style(): StyleSpecification {
    const { chronicle } = this.#options;
    const { style, theme } = this.#ground;
    const whole = storyStyle(style, theme, storySources(chronicle, this.#movements.sources), chronicle.places);
    this.#firstName = firstNameLayer(whole);
    return whole;
  }

  #redraw(): void {
    // While the context is lost there is no style to change; MapLibre brings back the one before.
    this.#outdated = !this.#map.style;
    if (this.#outdated) return;
    const { theme, maxZoom, isOffline } = this.#ground;
    this.#layer.setTheme(theme);
    this.#movements.setTheme(theme);
    this.#map.setMaxZoom(maxZoom);
    this.#map.setStyle(this.#style(), { diff: isOffline, validate: !isOffline });
    this.#tellDetail();
  }

  #listen(): void {
    const map = this.#map;
    // Custom layers and feature state live in the style: they are gone after a lost context.
    map.on('style.load', () => this.#restore());
    map.on('webglcontextrestored', () =>
      map.once('styledata', () => (this.#outdated ? this.#redraw() : this.#restore())),
    );
    map.once('idle', () => {
      this.#tellDetail();
      this.#addMarks();
      map.once('idle', () => this.#options.ondrawn());
      map.triggerRepaint();
    });
    followPointer(map, {
      hitAt: (point, pointer) => this.#hitAt(point, pointer),
      onhover: (hit) => this.#hover(hit),
      onchoose: (hit, again) => void this.#choose(hit, again),
    });
    map.on('moveend', () => {
      if (map.style?._loaded) this.#movements.label(map);
      const { lng, lat } = map.getCenter();
      this.#options.onmove({ zoom: map.getZoom(), latitude: lat, longitude: lng });
      this.#tellDetail();
    });
  }

  #tellDetail(): void {
    const [[west, south], [east, north]] = this.#map.getBounds().toArray();
    const area = this.#ground.isOffline ? detailInView(this.#map.getZoom(), [west, south, east, north]) : undefined;
    this.#options.ondetail(area);
  }

  async #readAreas(): Promise<void> {
    const hasRead = await readAreas(this.#options.chronicle);
    if (hasRead && this.#clock) this.draw(this.#clock, this.#hiddenPlaces);
  }

  #restore(): void {
    if (this.#layer.isLight) this.#addMarks();
    else setTimeout(() => this.#addMarks(), PATIENCE);
    this.#showFeatures();
  }

  /** Very many marks are added once the basemap is drawn, which would wait for them else, or after some patience with it. */
  #addMarks(): void {
    const map = this.#map;
    if (!map.style?._loaded) return;
    for (const layer of [this.#layer.underlay, this.#movements.layer]) {
      if (!map.getLayer(layer.id)) map.addLayer(layer, this.#firstName);
    }
    if (!map.getLayer(this.#layer.id)) map.addLayer(this.#layer, ABOVE_SYMBOLS);
  }

  #showFeatures(): void {
    this.#movements.label(this.#map);
    this.#states.showPlaces(this.#placeStates, this.#hiddenPlaces);
  }

  #focus(): void {
    const selected = this.#selected.movement;
    this.#movements.focus({
      ...(selected === undefined ? {} : { selected }),
      ...(this.#isolated === undefined ? {} : { isolated: this.#isolated }),
    });
    if (this.#map.style?._loaded) this.#movements.label(this.#map);
  }

  #setRings(): void {
    const { chronicle } = this.#options;
    this.#layer.ring([
      ...ringsAt(chronicle, this.#hovered, 'hovered'),
      ...ringsAt(chronicle, this.#selected, 'selected'),
    ]);
  }

  #hitAt(point: { x: number; y: number }, pointer: 'mouse' | 'touch'): Hit {
    if (!this.#map.style?._loaded || !this.#clock) return { rows: [] };
    return hitAt(
      {
        map: this.#map,
        chronicle: this.#options.chronicle,
        clock: this.#clock,
        movements: this.#movements,
        hiddenPlaces: this.#hiddenPlaces,
        visiblePlaces: this.#placeStates,
        scale: this.#layer.scaleAt(this.#map.getZoom()),
      },
      point,
      pointer,
    );
  }

  async #choose(hit: Hit, again: () => Hit): Promise<void> {
    // Which place a mark stands for is known once its entry has been read.
    await this.#options.chronicle.details.want({ rows: hit.rows.slice(0, 20) });
    this.#options.onselect(again());
  }

  #hover(hit: Hit): void {
    const before = this.#hovered;
    if (hit.place === before.place && hit.rows[0] === before.rows[0]) return;
    this.#hovered = hit;
    this.#setRings();
    const entry = this.#options.chronicle.details.entry(hit.rows[0] ?? -1);
    this.#options.onhover(entry?.feature.kind === 'movement' ? entry.feature.id : undefined);
    this.#map.getCanvas().style.cursor = hit.place === undefined && hit.rows.length === 0 ? '' : 'pointer';
  }
}
