import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { Position } from 'geojson';
import type { Chronicle } from '../model/chronicle';
import type { Entry } from '../model/entry';
import { isOutlined } from '../model/marks';
import { mercatorOf } from '../model/mercator';
import { ClockLayer, type Clock } from './clock-layer';
import { NARROW, createMap } from './create-map';
import { FeatureStates } from './feature-states';
import { hitAt, type Hit } from './hit';
import { followPointer } from './pointer';
import { placeStatesAt, type PlaceState } from './place-states';
import { ABOVE_CIRCLES, ABOVE_SYMBOLS } from './story-layers';
import type { Ring } from './ring';
import { storySources, type StorySources } from './story-sources';
import { storyStyle } from './story-style';
import { HEAD_PIXEL_RATIO, drawHead } from './symbols';
import type { Theme } from './theme';

/** Where the map looks: degrees, and MapLibre's zoom. */
export interface Camera {
  zoom: number;
  latitude: number;
  longitude: number;
}

export interface MapViewOptions {
  container: HTMLElement;
  chronicle: Chronicle;
  theme: Theme;
  /** BCP 47. */
  language: string;
  /** `[west, south, east, north]`, framed when there is no camera. */
  bounds?: readonly [number, number, number, number];
  camera?: Camera;
  /** Two fingers or a key are needed to move the map, so that the page around an embed still scrolls. */
  cooperative: boolean;
  /** Words of MapLibre's controls, by its locale keys. */
  locale: Record<string, string>;
  /** The words on a movement's line. */
  label: (entry: Entry) => string;
  /** The reader chose what is at a point. */
  onselect: (hit: Hit) => void;
  onmove: (camera: Camera) => void;
  /** The first whole picture is drawn. */
  ondrawn: () => void;
}

/** Pixels of a wide map that an open card covers. */
const CARD_WIDTH = 388;
/** How long very many marks wait for a basemap, in milliseconds. */
const PATIENCE = 4000;

/** What is ringed and lit: a place, and entries by row. */
export interface Selected {
  place?: string;
  rows: readonly number[];
}

/**
 * The one holder of a MapLibre map. It shows what it is told; what is true at a date is decided in the model.
 * The constructor throws where the browser has no WebGL2.
 */
export class MapView {
  readonly #map: MapLibre;
  readonly #options: MapViewOptions;
  readonly #sources: StorySources;
  readonly #layer: ClockLayer;
  readonly #states: FeatureStates;
  #theme: Theme;
  #clock: Clock | undefined;
  /** What shows at each place: asked at every move of the pointer, so it is worked out once a step. */
  #placeStates: ReadonlyMap<string, PlaceState> = new Map();
  #hiddenPlaces: ReadonlySet<string> = new Set();
  #selected: Selected = { rows: [] };
  #hovered: Hit = { rows: [] };

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#sources = storySources(options.chronicle, options.label);
    this.#layer = new ClockLayer(options.chronicle.columns, options.theme);
    this.#map = createMap(options, this.#style());
    this.#states = new FeatureStates(this.#map, options.chronicle);
    this.#listen();
    void this.#readAreas();
  }

  /** Shows another date or filter; places in `hiddenPlaces` lose their name and ring. */
  draw(clock: Clock, hiddenPlaces: ReadonlySet<string>): void {
    this.#clock = clock;
    this.#hiddenPlaces = hiddenPlaces;
    this.#layer.show(clock);
    this.#placeStates = placeStatesAt(this.#options.chronicle, clock);
    if (this.#map.style?._loaded) this.#showFeatures();
  }

  /** Rings a place, or else the marks of entries, and lights the entries' lines. */
  select(selected: Selected): void {
    const before = this.#selected.rows;
    this.#selected = selected;
    this.#setRings();
    if (this.#map.style?._loaded) this.#states.flagLines('selected', before, selected.rows);
  }

  /** Brings a `[longitude, latitude]` point into view, if it is not, beside what covers the map's end side. */
  reveal(point: Position): void {
    const { x, y } = this.#map.project([point[0] ?? 0, point[1] ?? 0]);
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    const covered = width > CARD_WIDTH * 1.6 ? CARD_WIDTH : 0;
    const margin = 40;
    const inside = x > margin && y > margin && x < width - covered - margin && y < height - margin;
    if (!inside) this.#map.easeTo({ center: [point[0] ?? 0, point[1] ?? 0], offset: [-covered / 2, 0] });
  }

  /** Frames the opening bounds, where there are any. */
  frame(): void {
    const { bounds } = this.#options;
    if (bounds) this.#map.fitBounds([...bounds], { padding: 24 });
  }

  /** Redraws basemap and story in another theme; the camera stays, and what is uploaded too. */
  setTheme(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#layer.setTheme(theme);
    this.#map.setStyle(this.#style());
  }

  /** Frees the map's WebGL context and listeners. */
  remove(): void {
    this.#map.remove();
  }

  #style(): StyleSpecification {
    return storyStyle(this.#theme, this.#options.language, this.#sources, this.#options.chronicle.places);
  }

  #listen(): void {
    const map = this.#map;
    map.setMissingStyleImageResolver((name) => {
      const image = drawHead(name, this.#theme);
      if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: HEAD_PIXEL_RATIO });
    });
    // Custom layers and feature state live in the style: they are gone after a lost context.
    map.on('style.load', () => this.#restore());
    map.on('webglcontextrestored', () => map.once('styledata', () => this.#restore()));
    map.once('idle', () => {
      if (this.#options.container.clientWidth < NARROW) closeCredits(this.#options.container);
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
      const { lng, lat } = map.getCenter();
      this.#options.onmove({ zoom: map.getZoom(), latitude: lat, longitude: lng });
    });
  }

  /** What shows in an area depends on all its entries, which a large file reads on demand. */
  async #readAreas(): Promise<void> {
    const { places, details } = this.#options.chronicle;
    const unread = [...places.values()].filter(
      (place) => (place.area || isOutlined(place)) && details.rowsAt(place.id) === undefined,
    );
    await Promise.all(unread.map(({ id }) => details.want({ place: id })));
    if (unread.length > 0 && this.#clock) this.draw(this.#clock, this.#hiddenPlaces);
  }

  #restore(): void {
    if (this.#layer.isLight) this.#addMarks();
    else setTimeout(() => this.#addMarks(), PATIENCE);
    this.#states.forget();
    this.#showFeatures();
    this.#states.flagLines('selected', [], this.#selected.rows);
  }

  /** Very many marks are added once the basemap is drawn, which would wait for them else, or after some patience with it. */
  #addMarks(): void {
    const map = this.#map;
    if (!map.style?._loaded) return;
    if (!map.getLayer(this.#layer.underlay.id)) map.addLayer(this.#layer.underlay, ABOVE_CIRCLES);
    if (!map.getLayer(this.#layer.id)) map.addLayer(this.#layer, ABOVE_SYMBOLS);
  }

  #showFeatures(): void {
    if (this.#clock) this.#states.showLines(this.#clock);
    this.#states.showPlaces(this.#placeStates, this.#hiddenPlaces);
  }

  #setRings(): void {
    const { chronicle } = this.#options;
    this.#layer.ring([
      ...ringedAt(chronicle, this.#hovered).map((place): Ring => ({ place, strength: 'hovered' })),
      ...ringedAt(chronicle, this.#selected).map((place): Ring => ({ place, strength: 'selected' })),
    ]);
  }

  #hitAt(point: { x: number; y: number }, pointer: 'mouse' | 'touch'): Hit {
    if (!this.#map.style?._loaded || !this.#clock) return { rows: [] };
    return hitAt(
      {
        map: this.#map,
        chronicle: this.#options.chronicle,
        clock: this.#clock,
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
    if (this.#map.style?._loaded) this.#states.flagLines('hovered', before.rows, hit.rows);
    this.#map.getCanvas().style.cursor = hit.place === undefined && hit.rows.length === 0 ? '' : 'pointer';
  }
}

/** Where the ring belongs of a place, else of the first of some rows, in steps of the world; a mark without a symbol has none. */
function ringedAt({ columns: { marks }, places }: Chronicle, { place, rows }: Selected): [number, number][] {
  const point = mercatorOf(places.get(place ?? '')?.point ?? []);
  if (point) return [point];
  const mark = rows[0] === undefined ? -1 : marks.entry.indexOf(rows[0]);
  return mark < 0 || marks.area?.[mark] ? [] : [[marks.x[mark] ?? 0, marks.y[mark] ?? 0]];
}

/** On a small map the credits open at a touch, as MapLibre would fold them at the first move of the map. */
function closeCredits(container: HTMLElement): void {
  const credits = container.querySelector('.maplibregl-ctrl-attrib');
  credits?.classList.remove('maplibregl-compact-show');
  credits?.removeAttribute('open');
}
