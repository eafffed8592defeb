import type { ErrorEvent, Map as MapLibre, MapSourceDataEvent, StyleSpecification } from 'maplibre-gl';
import { OFFLINE, styleFor, type Basemap } from '../model/basemap';
import type { Lettering } from './basemap-layers';
import { OFFLINE_MAX_ZOOM, offlineStyle } from './offline-basemap';
import { MOST_ZOOM, fetchBasemap, isOtherSource, type OtherBasemap } from './other-basemap';
import { lightTheme, type Theme } from './theme';

/** How long another basemap may take to come, and then to show its first tile, in milliseconds. */
const PATIENCE = 20_000;

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

/** Another basemap that is drawn now. */
interface Drawn {
  basemap: OtherBasemap;
  url: string;
  /** The theme that it was fetched for. */
  theme: Theme;
  /** Tiles that were asked for, and whether one came. */
  asked: number;
  had: boolean;
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
  #drawn: Drawn | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  /** Whether it is known which basemap it will be. */
  #settled: boolean;

  constructor(options: GroundOptions) {
    const { names, disputedBorders } = options.basemap;
    this.#options = options;
    this.#page = options.theme;
    this.#lettering = { language: options.language, names, disputedBorders };
    this.#settled = options.basemap.style === OFFLINE;
  }

  /** The theme of what is drawn on it: of a painted style that for which it was chosen, and a lone one is light. */
  get theme(): Theme {
    if (!this.#drawn?.basemap.painted) return this.#page;
    return typeof this.#options.basemap.style === 'string' ? lightTheme : this.#drawn.theme;
  }

  /** A new style of it, in the projection that was asked for. */
  get style(): StyleSpecification {
    const style = this.#drawn?.basemap.style(this.#page) ?? offlineStyle(this.#page, this.#lettering);
    return { ...style, projection: { type: this.#options.basemap.projection } };
  }

  /** The nearest zoom; until it is known which basemap it will be, that of any. */
  get maxZoom(): number {
    if (this.#drawn) return this.#drawn.basemap.maxZoom;
    return this.#settled ? OFFLINE_MAX_ZOOM : MOST_ZOOM;
  }

  get isOffline(): boolean {
    return this.#drawn === undefined;
  }

  /** Has the basemap fetched that was asked for, and watches whether the map can draw it. */
  attach(map: MapLibre): void {
    map.on('remove', () => {
      this.#leaving.abort();
      clearTimeout(this.#deadline);
    });
    if (this.#options.basemap.style === OFFLINE) return;
    map.on('error', (event) => this.#hear(map, event));
    map.on('sourcedataloading', (event) => this.#count(event, 'asked'));
    map.on('sourcedata', (event) => this.#count(event, 'had'));
    map.on('idle', () => this.#judge());
    void this.#fetch();
  }

  /** Another theme of the page. True where what is drawn has to be drawn anew; the caller does it. */
  setTheme(theme: Theme): boolean {
    if (theme === this.#page) return false;
    const before = this.theme;
    this.#page = theme;
    void this.#fetch();
    return this.theme !== before || !this.#drawn?.basemap.painted;
  }

  async #fetch(): Promise<void> {
    const theme = this.#page;
    const url = styleFor(this.#options.basemap, theme.dark ? 'dark' : 'light');
    if (url === this.#url) return;
    this.#url = url;
    this.#settled = false;
    if (url === OFFLINE) {
      this.#adopt(undefined);
      return;
    }
    const signal = AbortSignal.any([this.#leaving.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const basemap = await fetchBasemap(url, this.#lettering, signal);
      if (this.#isWanted(url)) this.#adopt({ basemap, url, theme, asked: 0, had: false });
    } catch (error) {
      if (this.#isWanted(url)) this.#fail(url, error);
    }
  }

  #isWanted(url: string): boolean {
    return url === this.#url && !this.#leaving.signal.aborted;
  }

  #adopt(drawn: Drawn | undefined): void {
    this.#drawn = drawn;
    this.#settled = true;
    clearTimeout(this.#deadline);
    if (drawn) this.#deadline = setTimeout(() => this.#judge(), PATIENCE);
    this.#options.onfail(undefined);
    this.#options.onchange();
  }

  #fail(url: string, reason: unknown): void {
    this.#drawn = undefined;
    this.#settled = true;
    clearTimeout(this.#deadline);
    // Readers are told that it failed; who chose it needs to know why.
    // eslint-disable-next-line no-console
    console.warn(`The basemap ${url} cannot be drawn:`, reason);
    this.#options.onfail(url);
    this.#options.onchange();
  }

  /** Tiles of data that the style itself holds say nothing of the others. */
  #count({ sourceId, tile, source }: MapSourceDataEvent, what: 'asked' | 'had'): void {
    if (!this.#drawn || !tile || source?.type === 'geojson' || !isOtherSource(sourceId)) return;
    if (what === 'asked') this.#drawn.asked += 1;
    else this.#drawn.had = true;
  }

  /** A basemap of which tiles were asked for and none came is no map. */
  #judge(): void {
    const { url, asked, had } = this.#drawn ?? {};
    if (url !== undefined && asked !== undefined && asked > 0 && !had) this.#fail(url, 'no tile of it could be had');
  }

  /** A tile that fails hides no map that works; a source that does, or a style that is not valid, is no map. */
  #hear(map: MapLibre, event: ErrorEvent & { sourceId?: string; tile?: unknown }): void {
    const broken = event.sourceId === undefined ? !map.style?._loaded : isOtherSource(event.sourceId);
    if (this.#drawn && event.tile === undefined && broken) this.#fail(this.#drawn.url, event.error);
    // MapLibre leaves errors to whoever listens.
    // eslint-disable-next-line no-console
    else console.warn(event.error);
  }
}
