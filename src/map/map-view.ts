import {
  AttributionControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  addProtocol,
  setWorkerUrl,
} from 'maplibre-gl';
import type { MapMouseEvent, StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Position } from 'geojson';
import type { Entry } from '../model/entry';
import type { Place } from '../model/feature';
import { registerArchives } from './archive';
import { hitAt, type Hit } from './hit';
import { storySources, type StorySources } from './story-sources';
import { storyStyle } from './story-style';
import { strongestByPlace, type Drawn } from './strongest';
import { SYMBOL_PIXEL_RATIO, drawSymbol } from './symbols';
import type { Theme } from './theme';

/** Where the map looks: degrees, and MapLibre's zoom. */
export interface Camera {
  zoom: number;
  latitude: number;
  longitude: number;
}

export interface MapViewOptions {
  container: HTMLElement;
  entries: readonly Entry[];
  places: ReadonlyMap<string, Place>;
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
  /** The reader chose what is at a point: the place and the drawn entries there, those of now first. */
  onselect: (hit: Hit) => void;
  onmove: (camera: Camera) => void;
  /** The first whole picture is drawn. */
  ondrawn: () => void;
}

/** The offline basemap shows nothing finer. */
const MAX_ZOOM = 14;
/** Below this width in pixels the credits are folded. */
const NARROW = 640;
/** Pixels of a wide map that an open card covers. */
const CARD_WIDTH = 388;
const ENTRY_SOURCES = ['lines', 'heads', 'marks'] as const;

/**
 * The one holder of a MapLibre map. It shows what it is told; what is true at a date is decided in the model.
 * The constructor throws where the browser has no WebGL2.
 */
export class MapView {
  readonly #map: MapLibre;
  readonly #options: MapViewOptions;
  readonly #sources: StorySources;
  readonly #entries: ReadonlyMap<string, Entry>;
  #theme: Theme;
  #drawn: Drawn = new Map();
  /** What `#drawn` means by place: asked at every move of the pointer, so it is worked out once a step. */
  #strongest: ReturnType<typeof strongestByPlace> = new Map();
  #hiddenPlaces: ReadonlySet<string> = new Set();
  #selected: ReadonlySet<string> = new Set();
  #hovered: string | undefined;

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#sources = storySources(options.entries, options.places, options.label);
    this.#entries = new Map(options.entries.map((entry) => [entry.id, entry]));
    setWorkerUrl(workerUrl);
    registerArchives({ addProtocol });
    const { camera, bounds } = options;
    this.#map = new MapLibre({
      container: options.container,
      style: this.#style(),
      maxZoom: MAX_ZOOM,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      cooperativeGestures: options.cooperative,
      locale: options.locale,
      fadeDuration: 0,
      ...(camera
        ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
        : bounds
          ? { bounds: [...bounds], fitBoundsOptions: { padding: 24 } }
          : {}),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    const compact = options.container.clientWidth < NARROW;
    this.#map.addControl(new AttributionControl({ compact }), 'bottom-right');
    this.#listen();
  }

  /** Shows what `drawnAt` says; places in `hiddenPlaces` lose their name and ring. Moves feature state and nothing else. */
  draw(drawn: Drawn, hiddenPlaces: ReadonlySet<string>): void {
    const before = this.#drawn;
    this.#drawn = drawn;
    this.#strongest = strongestByPlace(drawn, this.#entries);
    this.#hiddenPlaces = hiddenPlaces;
    if (!this.#map.style?._loaded) return;
    for (const id of new Set([...before.keys(), ...drawn.keys()])) {
      if (before.get(id) !== drawn.get(id)) this.#setEntryState(id);
    }
    this.#setPlaceStates();
  }

  /** Rings the given places and lights the given entries' lines. */
  select(ids: ReadonlySet<string>): void {
    const changed = new Set([...this.#selected, ...ids]);
    this.#selected = ids;
    if (this.#map.style?._loaded) for (const id of changed) this.#setSelection(id);
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

  /** Redraws basemap and story in another theme; the camera stays. */
  setTheme(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#map.setStyle(this.#style(), { diff: false });
  }

  /** Frees the map's WebGL context and listeners. */
  remove(): void {
    this.#map.remove();
  }

  #style(): StyleSpecification {
    return storyStyle(this.#theme, this.#options.language, this.#sources, this.#options.places);
  }

  #listen(): void {
    const map = this.#map;
    map.setMissingStyleImageResolver((name) => {
      const image = drawSymbol(name, this.#theme);
      if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: SYMBOL_PIXEL_RATIO });
    });
    // Feature state lives in the style: it is gone after a new style and after a lost context.
    map.on('style.load', () => this.#restore());
    map.on('webglcontextrestored', () => map.once('styledata', () => this.#restore()));
    map.once('idle', () => {
      if (this.#options.container.clientWidth < NARROW) closeCredits(this.#options.container);
      this.#options.ondrawn();
    });
    map.on('click', (event) => this.#choose(event));
    map.on('mousemove', (event) => this.#hover(this.#hitAt(event.point)));
    map.on('mouseout', () => this.#hover({ entries: [] }));
    map.on('moveend', () => {
      const { lng, lat } = map.getCenter();
      this.#options.onmove({ zoom: map.getZoom(), latitude: lat, longitude: lng });
    });
  }

  #restore(): void {
    for (const id of this.#drawn.keys()) this.#setEntryState(id);
    this.#setPlaceStates();
    for (const id of this.#selected) this.#setSelection(id);
  }

  #setEntryState(id: string): void {
    const state = this.#drawn.get(id) ?? 'absent';
    for (const source of ENTRY_SOURCES) this.#map.setFeatureState({ source, id }, { state });
  }

  #setPlaceStates(): void {
    for (const id of this.#options.places.keys()) {
      const { state = 'absent', kind = 'place' } = this.#strongest.get(id) ?? {};
      this.#map.setFeatureState({ source: 'areas', id }, { state, kind });
      this.#map.setFeatureState(
        { source: 'places', id },
        { hidden: this.#hiddenPlaces.has(id), marked: this.#strongest.has(id) },
      );
    }
  }

  #setSelection(id: string): void {
    const selected = this.#selected.has(id);
    for (const source of ['places', 'lines'] as const) this.#map.setFeatureState({ source, id }, { selected });
  }

  #hitAt(point: { x: number; y: number }): Hit {
    if (!this.#map.style?._loaded) return { entries: [] };
    return hitAt(this.#map, point, this.#drawn, this.#hiddenPlaces, this.#strongest);
  }

  #choose(event: MapMouseEvent): void {
    const hit = this.#hitAt(event.point);
    if (hit.place !== undefined || hit.entries.length > 0) this.#options.onselect(hit);
  }

  #hover(hit: Hit): void {
    const id = hit.place ?? hit.entries[0];
    if (id === this.#hovered) return;
    for (const [each, hovered] of [
      [this.#hovered, false],
      [id, true],
    ] as const) {
      if (each === undefined) continue;
      for (const source of ['places', 'lines'] as const) this.#map.setFeatureState({ source, id: each }, { hovered });
    }
    this.#hovered = id;
    this.#map.getCanvas().style.cursor = id === undefined ? '' : 'pointer';
  }
}

/** On a small map the credits open at a touch, as MapLibre would fold them at the first move of the map. */
function closeCredits(container: HTMLElement): void {
  const credits = container.querySelector('.maplibregl-ctrl-attrib');
  credits?.classList.remove('maplibregl-compact-show');
  credits?.removeAttribute('open');
}
