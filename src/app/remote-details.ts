import type { Details, Wish } from '../model/chronicle';
import { entriesOf, type Entry } from '../model/entry';
import type { Movement, Place } from '../model/feature';
import { BoundedCache } from './bounded-cache';
import type { Answer, Question, Whole } from './large-messages';

/** How many entries are kept at most: far more than a screen shows. */
const MOST_ENTRIES = 5000;
/** How many row numbers are kept at most, over all features and places that were asked for. */
const MOST_ROWS = 1_000_000;

interface Batch {
  rows: Set<number>;
  features: Set<string>;
  places: Set<string>;
  /** Who waits for it. */
  waiting: Waiting[];
}

interface Waiting {
  resolve: () => void;
  reject: (reason: Error) => void;
}

/**
 * What entries say, where a worker has to read it first. What is wanted while a question is under way is asked together
 * in the next one. The last few thousand entries are kept, so that no more should be wanted at once; reports and movements,
 * which are few, are always there.
 */
export class RemoteDetails implements Details {
  readonly #ask: (question: Question) => void;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #reports = new Map<number, Entry>();
  readonly #rowsOfMovements = new Map<string, number[]>();
  readonly #entries = new BoundedCache<number, Entry | undefined>(MOST_ENTRIES);
  readonly #rowsOf = new BoundedCache<string, readonly number[]>(MOST_ROWS);
  readonly #rowsAt = new BoundedCache<string, readonly number[]>(MOST_ROWS);
  #asked: Batch | undefined;
  #next: Batch | undefined;
  #failure: Error | undefined;

  /** `ask` puts a question to the worker, whose answers go to {@link RemoteDetails.take}. */
  constructor(
    ask: (question: Question) => void,
    { reportRows, reportMovements }: Pick<Whole, 'reportRows' | 'reportMovements'>,
    movements: readonly Movement[],
    places: ReadonlyMap<string, Place>,
  ) {
    this.#ask = ask;
    this.#places = places;
    const rows = movements.map((): number[] => []);
    for (const [at, row] of reportRows.entries()) rows[reportMovements[at] ?? 0]?.push(row);
    for (const [position, movement] of movements.entries()) {
      const own = rows[position] ?? [];
      this.#rowsOfMovements.set(movement.id, own);
      // In order of date both.
      for (const [at, entry] of entriesOf([movement]).entries()) this.#reports.set(own[at] ?? -1, entry);
    }
  }

  entry(row: number): Entry | undefined {
    return this.#reports.get(row) ?? this.#entries.get(row);
  }

  rowsOf(feature: string): readonly number[] | undefined {
    if (this.#places.has(feature)) return [];
    return this.#rowsOfMovements.get(feature) ?? this.#rowsOf.get(feature);
  }

  rowsAt(place: string): readonly number[] | undefined {
    return this.#places.has(place) ? this.#rowsAt.get(place) : [];
  }

  /** Resolves once all that is wished for was read. Rejects where the worker failed. */
  want({ rows = [], feature, place }: Wish): Promise<void> {
    const missing = rows.filter((row) => this.entry(row) === undefined);
    const isKnown = feature === undefined || this.rowsOf(feature) !== undefined;
    const isPlaceKnown = place === undefined || this.rowsAt(place) !== undefined;
    if (missing.length === 0 && isKnown && isPlaceKnown) return Promise.resolve();
    if (this.#failure) return Promise.reject(this.#failure);
    const batch = (this.#next ??= { rows: new Set(), features: new Set(), places: new Set(), waiting: [] });
    for (const row of missing) batch.rows.add(row);
    if (!isKnown) batch.features.add(feature);
    if (!isPlaceKnown) batch.places.add(place);
    if (batch.waiting.length === 0 && !this.#asked) queueMicrotask(() => this.#askNext());
    return new Promise((resolve, reject) => batch.waiting.push({ resolve, reject }));
  }

  /** Takes in a part of an answer; `last` where it is the last one. */
  take({ entries = [], rowsOf = [], rowsAt = [] }: Answer, last: boolean): void {
    for (const [row, entry] of entries) this.#entries.set(row, entry);
    for (const [feature, rows] of rowsOf) this.#rowsOf.set(feature, [...rows], rows.length + 1);
    for (const [place, rows] of rowsAt) this.#rowsAt.set(place, [...rows], rows.length + 1);
    if (!last) return;
    for (const { resolve } of this.#asked?.waiting ?? []) resolve();
    this.#asked = undefined;
    this.#askNext();
  }

  /** Nothing will be answered any more. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of [...(this.#asked?.waiting ?? []), ...(this.#next?.waiting ?? [])]) reject(error);
    this.#asked = this.#next = undefined;
  }

  #askNext(): void {
    if (!this.#next || this.#asked) return;
    this.#asked = this.#next;
    this.#next = undefined;
    const { rows, features, places } = this.#asked;
    this.#ask({ rows: [...rows], features: [...features], places: [...places] });
  }
}
