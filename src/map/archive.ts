import type { AddProtocolAction } from 'maplibre-gl';
import { PMTiles, Protocol, type RangeResponse, ResolvedValueCache, type Source } from 'pmtiles';

/**
 * MapLibre keeps its protocols once for all maps of a page, so what has been registered is known once as well: a second
 * map must not replace the archives that the first one reads.
 */
const protocols = new WeakMap<(typeof import('maplibre-gl'))['addProtocol'], Protocol>();

/**
 * Lets MapLibre read the archive at an absolute address by `pmtiles://` and that address (PMTiles version 3), and returns
 * it. Any number of calls registers it once. Nothing is fetched until someone asks; what fails then is asked anew.
 */
export function registerArchive(
  { addProtocol }: Pick<typeof import('maplibre-gl'), 'addProtocol'>,
  url: string,
): PMTiles {
  let protocol = protocols.get(addProtocol);
  if (!protocol) {
    protocol = new Protocol();
    protocols.set(addProtocol, protocol);
    addProtocol('pmtiles', protocol.tilev4 as AddProtocolAction);
  }
  const known = protocol.get(url);
  if (known) return known;
  const archive = openArchive(url);
  protocol.add(archive);
  return archive;
}

/** The archive at an absolute address, for whoever reads its tiles without MapLibre. */
export function openArchive(url: string): PMTiles {
  // pmtiles' usual cache keeps a failure for good; this one keeps answers only.
  return new PMTiles(new RemoteArchive(url), new ResolvedValueCache());
}

/** Reads an archive by ranges (RFC 9110 §14), and whole where the server knows no ranges. */
class RemoteArchive implements Source {
  readonly #url: string;
  /** Ranges under way: at the first view every tile asks for the same directory. */
  readonly #pending = new Map<string, Promise<ArrayBuffer>>();
  /** The first request, which tells whether the server knows ranges; the others wait for it. */
  #first: Promise<unknown> | undefined;
  #whole: Promise<ArrayBuffer> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** The archive's name within the protocol: its address. */
  getKey(): string {
    return this.#url;
  }

  /**
   * `length` bytes from `offset` on. Rejects where the archive cannot be fetched; the next call then fetches anew. No
   * signal stops it, as others may wait for the same bytes.
   */
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const range = `bytes=${offset}-${offset + length - 1}`;
    let pending = this.#pending.get(range);
    if (!pending) {
      pending = this.#read(range, offset, length).finally(() => this.#pending.delete(range));
      this.#pending.set(range, pending);
    }
    return { data: (await pending).slice(0) };
  }

  async #read(range: string, offset: number, length: number): Promise<ArrayBuffer> {
    await this.#first?.catch(() => undefined);
    if (!this.#whole) {
      // Chromium's cache lets ranges of one file wait for each other, and at times fails one that waits.
      const request = fetch(this.#url, { headers: { range }, cache: 'no-store' });
      this.#first ??= request;
      const response = await request;
      if (!response.ok) {
        throw new Error(`The basemap's ${this.#url} answered ${response.status} ${response.statusText}`.trim());
      }
      if (response.status === 206) return response.arrayBuffer();
      if (this.#whole) await response.body?.cancel();
      this.#whole ??= wholeArchive(response).catch((failure: unknown) => {
        this.#whole = this.#first = undefined;
        throw failure;
      });
    }
    return (await this.#whole).slice(offset, offset + length);
  }
}

/** What an archive begins with (PMTiles specification, version 3, §3.1). */
const MAGIC = 'PMTiles';
/** A larger archive, in bytes, is not fetched whole. */
const MOST_WHOLE = 50e6;

/** The archive in an answer. Rejects what is none, such as the page of a server that answers everything with one. */
async function wholeArchive(response: Response): Promise<ArrayBuffer> {
  if (Number(response.headers.get('content-length')) > MOST_WHOLE) {
    await response.body?.cancel();
    throw new Error(`The server of ${response.url} knows no ranges, and the archive is too large to be fetched whole`);
  }
  const bytes = await response.arrayBuffer();
  if (new TextDecoder().decode(bytes.slice(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`${response.url} is no PMTiles archive`);
  }
  return bytes;
}
