import type { Problem } from '../model/problem';

/** How long a file may keep silent, in milliseconds, before the page says so and goes on. */
const PATIENCE = 10_000;

/** Why nothing can be shown: the file itself is missing or unreadable. The message is for the reader. */
export class LoadError extends Error {}

/** Loading was stopped by its signal. */
export class LoadCancelled extends Error {
  override readonly name = 'AbortError';

  constructor() {
    super('loading was stopped');
  }
}

/** A file that is being fetched, read chunk by chunk. */
export class ByteStream {
  /** Bytes, as the server states them, which may be fewer than come where it packs them; undefined where it does not. */
  readonly length: number | undefined;
  readonly #fetch: Patience;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  private constructor(fetching: Patience, response: Response) {
    const length = Number(response.headers.get('Content-Length') ?? NaN);
    const isPacked = (response.headers.get('Content-Encoding') ?? 'identity') !== 'identity';
    this.length = Number.isFinite(length) && !isPacked ? length : undefined;
    this.#fetch = fetching;
    this.#reader = response.body?.getReader();
  }

  /**
   * Fetches a file as far as its beginning. Rejects with {@link LoadError} where it is missing or nothing comes for ten
   * seconds, with {@link LoadCancelled} on the signal.
   */
  static async open(url: URL, signal?: AbortSignal): Promise<ByteStream> {
    const fetching = new Patience(nameOf(url), signal);
    const response = await fetching.await((own) => fetch(url, { signal: own }));
    if (response.ok) return new ByteStream(fetching, response);
    fetching.end();
    throw new LoadError(`${nameOf(url)}: the server answered ${response.status}`);
  }

  /** The whole text, or what is left of it. Rejects as {@link ByteStream.open}. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for (let chunk = await this.read(); chunk; chunk = await this.read())
      text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  }

  /** The next bytes; undefined at the end. Rejects as {@link ByteStream.open}. */
  async read(): Promise<Uint8Array | undefined> {
    const next = await this.#fetch.await(() => this.#reader?.read() ?? Promise.resolve(undefined));
    if (next?.value) return next.value;
    this.#fetch.end();
    return undefined;
  }

  /** Breaks off. */
  stop(): void {
    this.#fetch.stop();
  }
}

/** Waits for one file's answers, for each as long as is reasonable. */
class Patience {
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;
  readonly #controller = new AbortController();
  readonly #onabort = () => this.#controller.abort();

  constructor(name: string, signal: AbortSignal | undefined) {
    this.#name = name;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onabort);
    if (signal?.aborted) this.#controller.abort();
  }

  async await<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const timer = setTimeout(this.#onabort, PATIENCE);
    try {
      return await ask(this.#controller.signal);
    } catch {
      this.end();
      throw this.#signal?.aborted ? new LoadCancelled() : new LoadError(`${this.#name}: no answer from the server`);
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#signal?.removeEventListener('abort', this.#onabort);
  }

  stop(): void {
    this.#controller.abort();
    this.end();
  }
}

/** The problem of a layer whose file did not come. */
export function missingFile(file: string, { message }: LoadError): Problem {
  return { file, message: `the layer's file could not be loaded: ${message}`, path: [], skipped: 'file' };
}

/** The name of a file as its author knows it. */
export function nameOf(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.pathname;
}
