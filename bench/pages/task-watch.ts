/** Watches how long the main thread is held up, in milliseconds. Browsers tell of tasks of 50 ms or more. */
export class TaskWatch {
  #began = Infinity;
  #longest = 0;
  readonly #own: { start: number; end: number }[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) this.#count(startTime, startTime + duration);
  });

  constructor() {
    this.#observer.observe({ type: 'longtask' });
  }

  /** Counts the tasks that begin from now on. */
  begin(): void {
    this.#began = performance.now();
  }

  /** Does work that is not to be counted. */
  without(work: () => void): void {
    const start = performance.now();
    work();
    this.#own.push({ start, end: performance.now() });
  }

  /** Stops, and returns the longest task; 0 where none was long. */
  end(): number {
    this.#observer.disconnect();
    return this.#longest;
  }

  #count(start: number, end: number): void {
    if (start < this.#began) return;
    const own = this.#own.reduce(
      (sum, work) => sum + Math.max(0, Math.min(end, work.end) - Math.max(start, work.start)),
      0,
    );
    const rest = end - start - own;
    if (rest >= 50) this.#longest = Math.max(this.#longest, rest);
  }
}
