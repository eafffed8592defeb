/** Keeps what was set or got last, as far as its weights add up to no more than `most`; and always the very last. */
export class BoundedCache<Key, Value> {
  readonly #most: number;
  readonly #kept = new Map<Key, { value: Value; weight: number }>();
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const kept = this.#kept.get(key);
    if (!kept) return undefined;
    // A map keeps its members in the order in which they were set.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  set(key: Key, value: Value, weight = 1): void {
    this.#delete(key);
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most || oldest === key) break;
      this.#delete(oldest);
    }
  }

  #delete(key: Key): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
