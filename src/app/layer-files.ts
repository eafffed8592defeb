import type { LayerText } from '../model/dataset';
import type { Layer, Story } from '../model/feature';
import type { Problem } from '../model/problem';
import { ByteStream, LoadError, missingFile } from './byte-stream';

/** In bytes, all files together: what is larger is read in a worker, as the page would stand still too long. */
const LARGEST_READ_HERE = 4_000_000;

interface LayerFile {
  layer: Layer;
  url: URL;
  stream: ByteStream;
}

/** The files of a story's layers while they are fetched. Each may be missing, unless the story is that one file. */
export class LayerFiles {
  /** The problems of those that are missing. */
  readonly missing: Problem[] = [];
  readonly #story: Story;
  readonly #lone: boolean;
  #files: LayerFile[] = [];
  /** In bytes: what the servers state, or what has come where that is more. */
  #weight = 0;

  /** `lone` where there is nothing to show without the file. */
  constructor(story: Story, lone: boolean) {
    this.#story = story;
    this.#lone = lone;
  }

  /** Those that are there, by the position of the layer in the story. */
  get found(): { layer: number; url: string }[] {
    return this.#files.map(({ layer, url }) => ({ layer: this.#story.layers.indexOf(layer), url: url.href }));
  }

  /** Bytes of all that are there; undefined where a server does not state it. */
  get total(): number | undefined {
    const lengths = this.#files.map(({ stream }) => stream.length);
    return lengths.includes(undefined) ? undefined : lengths.reduce<number>((sum, length = 0) => sum + length, 0);
  }

  /** Fetches all as far as their beginnings. Rejects where the only one is missing, and on the signal. */
  async open(addressOf: (layer: Layer) => URL, signal: AbortSignal | undefined): Promise<void> {
    const opened = this.#story.layers.map(async (layer): Promise<LayerFile[]> => {
      const url = addressOf(layer);
      try {
        return [{ layer, url, stream: await ByteStream.open(url, signal) }];
      } catch (error) {
        this.#miss(layer, error);
        return [];
      }
    });
    this.#files = (await Promise.all(opened)).flat();
    this.#weight = this.#files.reduce((sum, { stream }) => sum + (stream.length ?? 0), 0);
  }

  /**
   * The texts of the files; undefined, and the fetching broken off, as soon as they are known to be too much for the
   * page. Rejects where the only one is missing, and on the signal.
   */
  async read(): Promise<LayerText[] | undefined> {
    if (this.#isLarge()) {
      this.#stop();
      return undefined;
    }
    const texts = await Promise.all(this.#files.map((file) => this.#readText(file)));
    return this.#isLarge() ? undefined : texts.flat();
  }

  async #readText({ layer, stream }: LayerFile): Promise<LayerText[]> {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    try {
      for (let chunk = await stream.read(); chunk; chunk = await stream.read()) {
        const before = Math.max(bytes, stream.length ?? 0);
        bytes += chunk.length;
        this.#weight += Math.max(0, bytes - before);
        if (this.#isLarge()) this.#stop();
        text += decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      // What was broken off is not missing.
      if (!this.#isLarge()) this.#miss(layer, error);
      return [];
    }
    return [{ file: layer.file, layer: layer.id, text: text + decoder.decode() }];
  }

  #isLarge(): boolean {
    return this.#weight > LARGEST_READ_HERE;
  }

  #stop(): void {
    for (const { stream } of this.#files) stream.stop();
  }

  #miss(layer: Layer, error: unknown): void {
    if (this.#lone || !(error instanceof LoadError)) throw error;
    this.missing.push(missingFile(layer.file, error));
  }
}
