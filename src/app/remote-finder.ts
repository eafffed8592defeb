import type { Survey } from '../model/survey';
import type { Found, Wanted } from '../model/wanted';
import type { Finder } from './finder';
import type { FromWorker, ToWorker } from './large-messages';

interface Waiting<Result> {
  resolve: (result: Result) => void;
  reject: (reason: Error) => void;
}
type Told = Extract<FromWorker, { say: 'searching' | 'found' | 'surveyed' }>;

/** Has a worker search the story that it has read. */
export class RemoteFinder implements Finder {
  readonly #tell: (message: ToWorker) => void;
  /** By number; all but the last have been overtaken, and hear it from the worker. */
  readonly #searches = new Map<number, Waiting<Found | undefined> & { onshare?: (share: number) => void }>();
  #surveys: Waiting<Survey>[] = [];
  #last = 0;
  #failure: Error | undefined;

  /** `tell` puts a message to the worker, whose answers go to {@link RemoteFinder.take}. */
  constructor(tell: (message: ToWorker) => void) {
    this.#tell = tell;
  }

  find(wanted: Wanted, onshare?: (share: number) => void): Promise<Found | undefined> {
    if (this.#failure) return Promise.reject(this.#failure);
    const search = ++this.#last;
    this.#tell({ say: 'find', search, wanted });
    return new Promise((resolve, reject) =>
      this.#searches.set(search, { resolve, reject, ...(onshare ? { onshare } : {}) }),
    );
  }

  survey(): Promise<Survey> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#tell({ say: 'survey' });
    return new Promise((resolve, reject) => this.#surveys.push({ resolve, reject }));
  }

  /** Takes in what the worker says. */
  take(message: Told): void {
    if (message.say === 'surveyed') {
      for (const { resolve } of this.#surveys.splice(0)) resolve(message.survey);
      return;
    }
    const waiting = this.#searches.get(message.search);
    if (message.say === 'searching') {
      waiting?.onshare?.(message.share);
      return;
    }
    this.#searches.delete(message.search);
    waiting?.resolve(message.found);
  }

  /** Nothing will be found any more. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of [...this.#searches.values(), ...this.#surveys]) reject(error);
    this.#searches.clear();
    this.#surveys = [];
  }
}
