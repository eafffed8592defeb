import type { AddProtocolAction } from 'maplibre-gl';
import { PMTiles, Protocol, type RangeResponse, ResolvedValueCache, type Source } from 'pmtiles';
import focus from '../../basemap/focus.pmtiles?url';
import world from '../../basemap/world.pmtiles?url';

/** Address of the archive of the whole world, zoom 0 to 6: absolute, so that it holds on pages of other hosts. */
export const WORLD_ARCHIVE = new URL(world, import.meta.url).href;
/** Address of the archive of the focus areas, zoom 6 to 9. */
export const FOCUS_ARCHIVE = new URL(focus, import.meta.url).href;

/**
 * MapLibre keeps its protocols once for all maps of a page, so what has been registered is known once as well: a second
 * map must not replace the archives that the first one reads.
 */
const registered = new WeakSet<(typeof import('maplibre-gl'))['addProtocol']>();

/**
 * Lets MapLibre read the basemap's archives by `pmtiles://` and their address (PMTiles version 3). Any number of calls
 * registers them once. Nothing is fetched until a map asks; what fails then is an `error` event of that map.
 */
export function registerArchives({ addProtocol }: Pick<typeof import('maplibre-gl'), 'addProtocol'>): void {
  if (registered.has(addProtocol)) return;
  registered.add(addProtocol);
  const protocol = new Protocol();
  for (const url of [WORLD_ARCHIVE, FOCUS_ARCHIVE]) {
    // pmtiles' usual cache keeps a failure for good; this one keeps answers only.
    protocol.add(new PMTiles(new ArchiveInMemory(url), new ResolvedValueCache()));
  }
  addProtocol('pmtiles', protocol.tilev4 as AddProtocolAction);
}

/** An archive fetched whole at the first request: the files are small, and plain servers know no ranges. */
class ArchiveInMemory implements Source {
  readonly #url: string;
  #bytes: Promise<ArrayBuffer> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** The archive's name within the protocol: its address. */
  getKey(): string {
    return this.#url;
  }

  /** The bytes from `offset` on. Rejects when the archive cannot be fetched; the next call then fetches anew. */
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    // One fetch serves all tiles, so that a tile no longer wanted must not abort it: no signal is passed on.
    this.#bytes ??= fetchBytes(this.#url).catch((failure: unknown) => {
      this.#bytes = undefined;
      throw failure;
    });
    const bytes = await this.#bytes;
    return { data: bytes.slice(offset, offset + length) };
  }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The basemap's ${url} answered ${response.status} ${response.statusText}`.trim());
  return response.arrayBuffer();
}
