import KDBush from 'kdbush';
import type { Chronicle } from '../model/chronicle';
import type { Movement, Place } from '../model/feature';
import type { Problem } from '../model/problem';
import { LoadCancelled, LoadError } from './byte-stream';
import type { FromWorker, LargeRequest, Progress, ToWorker } from './large-messages';
import type { Loaded } from './load';
import { RemoteDetails } from './remote-details';
import { RemoteFinder } from './remote-finder';

/** Who is told of the progress, and how to stop. */
export interface LargeOptions {
  onprogress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a large story in a worker, which keeps the text of its files until `dispose`. Rejects with {@link LoadError}
 * where nothing can be shown, with {@link LoadCancelled} on the signal.
 */
export function loadLarge(
  request: LargeRequest & { total?: number | undefined },
  { onprogress, signal }: LargeOptions = {},
): Promise<Loaded> {
  const { story, files, lone, total } = request;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new LoadCancelled());
      return;
    }
    const reader = new LargeReader(startWorker());
    const dispose = () => reader.dispose();
    const stop = (reason: Error) => {
      dispose();
      reject(reason);
    };
    const oncancel = () => stop(new LoadCancelled());
    signal?.addEventListener('abort', oncancel);
    reader.onprogress = ({ bytes, events }) => {
      // A server may state how much it sends packed, which is less than comes out.
      const isKnown = total !== undefined && bytes <= total;
      onprogress?.({ bytes, events, ...(isKnown ? { total } : {}) });
    };
    reader.onfailed = stop;
    reader.onread = (read) => {
      signal?.removeEventListener('abort', oncancel);
      resolve({ story, ...read, finder: reader.finder, dispose });
    };
    reader.read({ story, files, lone });
  });
}

function startWorker(): Worker {
  try {
    return new Worker(new URL('./large-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    throw new LoadError('the story is large, and this page does not allow the worker that would read it');
  }
}

type Read = Pick<Loaded, 'chronicle' | 'problems' | 'moreProblems'>;

/** The page's end of the line to a worker that reads one story. */
class LargeReader {
  onprogress: (progress: Progress) => void = () => undefined;
  onfailed: (error: LoadError) => void = () => undefined;
  onread: (read: Read) => void = () => undefined;
  readonly #worker: Worker;
  readonly finder = new RemoteFinder((message) => this.#tell(message));
  readonly #places = new Map<string, Place>();
  readonly #movements: Movement[] = [];
  readonly #problems: Problem[] = [];
  #details: RemoteDetails | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    worker.onerror = ({ message }) => this.#fail(message || 'the worker that reads large stories did not start');
  }

  read(request: LargeRequest): void {
    this.#tell({ say: 'read', request });
  }

  dispose(): void {
    this.#worker.terminate();
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromWorker): void {
    switch (message.say) {
      case 'progress':
        this.onprogress(message);
        break;
      case 'part':
        for (const place of message.places ?? []) this.#places.set(place.id, place);
        this.#movements.push(...(message.movements ?? []));
        this.#problems.push(...(message.problems ?? []));
        break;
      case 'whole':
        this.onread(this.#readOf(message));
        break;
      case 'answer':
        this.#details?.take(message.answer, message.last === true);
        break;
      case 'searching':
      case 'found':
      case 'surveyed':
        this.finder.take(message);
        break;
      case 'failed':
        this.#fail(message.message);
    }
  }

  #readOf({ whole }: Extract<FromWorker, { say: 'whole' }>): Read {
    const { columns, tally, index, lines, units, moreProblems } = whole;
    const ask = (question: Extract<ToWorker, { say: 'ask' }>['question']) => this.#tell({ say: 'ask', question });
    const details = new RemoteDetails(ask, whole, this.#movements, this.#places);
    this.#details = details;
    const [places, movements] = [this.#places, this.#movements];
    const chronicle: Chronicle = {
      columns,
      tally,
      index: KDBush.from(index),
      places,
      movements,
      lines,
      units,
      details,
    };
    return { chronicle, problems: this.#problems, moreProblems };
  }

  #fail(message: string): void {
    const error = new LoadError(message);
    this.#details?.fail(error);
    this.finder.fail(error);
    this.onfailed(error);
  }
}
