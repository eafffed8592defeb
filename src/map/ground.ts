import type { ErrorEvent, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { OFFLINE, styleFor, type Basemap } from '../model/basemap';
import type { Lettering } from './basemap-layers';
import { OFFLINE_MAX_ZOOM, offlineStyle } from './offline-basemap';
import { fetchBasemap, type OtherBasemap } from './other-basemap';
import { lightTheme, type Theme } from './theme';

/** After so many tiles that cannot be had, and none that can, a basemap has failed. */
const FAILED_TILES = 4;

export interface GroundOptions {
  basemap: Basemap;
  /** BCP 47. */
  language: string;
  theme: Theme;
  /** Another basemap is to be drawn. */
  onchange: () => void;
  /** The basemap at `url` is not drawn; `undefined` where the one asked for is. */
  onfail: (url: string | undefined) => void;
}

/**
 * What lies under the story: the offline basemap at once, and the one that was asked for as soon as it has come, for as
 * long as it works.
 */
export class Ground {
  readonly #options: GroundOptions;
  readonly #lettering: Lettering;
  readonly #leaving = new AbortController();
  #page: Theme;
  #url = OFFLINE;
  #other: OtherBasemap | undefined;
  #tiles = { failed: 0, had: false };

  constructor(options: GroundOptions) {
    const { names, disputedBorders } = options.basemap;
    this.#options = options;
    this.#page = options.theme;
    this.#lettering = { language: options.language, names, disputedBorders };
  }

  /** The theme of the page. */
  get page(): Theme {
    return this.#page;
  }

  /** The theme of what is drawn on it: a lone style is taken to be light. */
  get theme(): Theme {
    const own = this.#other?.painted && typeof this.#options.basemap.style === 'string';
    return own ? lightTheme : this.#page;
  }

  /** A new style of it, in the projection that was asked for. */
  get style(): StyleSpecification {
    const style = this.#other?.style(this.#page) ?? offlineStyle(this.#page, this.#lettering);
    return { ...style, projection: { type: this.#options.basemap.projection } };
  }

  get maxZoom(): number {
    return this.#other?.maxZoom ?? OFFLINE_MAX_ZOOM;
  }

  get isOffline(): boolean {
    return this.#other === undefined;
  }

  /** Has the basemap fetched that was asked for, and watches whether the map can draw it. */
  attach(map: MapLibre): void {
    map.on('remove', () => this.#leaving.abort());
    void this.#fetch();
    if (this.#options.basemap.style === OFFLINE) return;
    map.on('error', (event) => this.#hear(map, event));
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (tile && isGround(sourceId)) this.#tiles.had = true;
    });
  }

  /** Another theme of the page; the caller draws it. */
  setTheme(theme: Theme): void {
    this.#page = theme;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const url = styleFor(this.#options.basemap, this.#page.dark ? 'dark' : 'light');
    if (url === this.#url) return;
    this.#url = url;
    if (url === OFFLINE) {
      this.#adopt(undefined);
      return;
    }
    try {
      const other = await fetchBasemap(url, this.#lettering, this.#leaving.signal);
      if (url === this.#url && !this.#leaving.signal.aborted) this.#adopt(other);
    } catch {
      if (url === this.#url && !this.#leaving.signal.aborted) this.#fail();
    }
  }

  #adopt(other: OtherBasemap | undefined): void {
    this.#other = other;
    this.#tiles = { failed: 0, had: false };
    this.#options.onfail(undefined);
    this.#options.onchange();
  }

  #fail(): void {
    const drawn = this.#other !== undefined;
    this.#other = undefined;
    this.#options.onfail(this.#url);
    if (drawn) this.#options.onchange();
  }

  /** A tile that fails hides no map that works; a source that does, or a style that is not valid, is no map. */
  #hear(map: MapLibre, event: ErrorEvent & { sourceId?: string; tile?: unknown }): void {
    if (!this.#other) return;
    if (event.tile !== undefined) {
      if (isGround(event.sourceId) && !this.#tiles.had && ++this.#tiles.failed >= FAILED_TILES) this.#fail();
    } else if (event.sourceId === undefined ? !map.style._loaded : isGround(event.sourceId)) this.#fail();
  }
}

function isGround(source: string | undefined): boolean {
  return source !== undefined && (source === 'tiles' || source.startsWith('basemap-'));
}
