const STEP_LIMIT = 30_000;

/** What is to be loaded, and where it is shown. */
export interface StageRequest {
  container: HTMLElement;
  /** Address of the file. */
  url: string;
  /** How many events or movements it has. */
  count: number;
  /** The date to show first. */
  step: number;
  /** To be called once the empty map is there. */
  onmap: () => void;
}

/** A map that steps through dates, and what its frames show of them. Dates are counted from 0. */
export abstract class Stage {
  #listener: (() => void) | undefined;

  /** How many dates there are; known once it is loaded. */
  abstract readonly steps: number;

  /** Whether there is much more to draw at some dates than at others. */
  abstract readonly varies: boolean;

  /** Loads what is shown, and shows the first of its dates; resolves when no work is left. */
  abstract load(request: StageRequest): Promise<void>;

  /** Shows a date. */
  abstract step(step: number): void;

  /** Draws the same frame again, when the browser next draws. */
  abstract repaint(): void;

  /** Resolves when the last step is drawn and no work is left. */
  abstract settle(): Promise<void>;

  /**
   * For a map that goes on after the frame with the new date: resolves, when it next comes to rest and that is drawn,
   * with what the clock of `performance` then says. Undefined for others.
   */
  abstract rest(): Promise<number> | undefined;

  /** Compares the picture at rest at a date with what is to be there; returns what is wrong, or null. */
  abstract check(step: number): Promise<string | null>;

  /** By what the beacons of this frame tell their date, a number for each thing that they show; -1 for none of it. */
  abstract beacons(): number[];

  /** The number that all beacons show at a date. */
  abstract beaconAt(step: number): number;

  /** What tells the picture of this frame from that of the dates before and after. */
  abstract picture(): string;

  /** The same of a right picture. */
  abstract pictureAt(step: number): string;

  /** The date after this one, and after the last the first. */
  next(step: number): number {
    return (step + 1) % this.steps;
  }

  /** Calls `listener` in every frame from now on, in place of the one before. */
  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  /** Runs `start`, then asks `isLast` of every frame; resolves after the first that is, rejects after half a minute. */
  frames(start: () => void, isLast: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.listen(undefined);
        reject(new Error(`no right picture within ${STEP_LIMIT / 1000} s`));
      }, STEP_LIMIT);
      this.listen(() => {
        if (!isLast()) return;
        this.listen(undefined);
        clearTimeout(timer);
        resolve();
      });
      start();
    });
  }

  /** To be called in every frame, when all of it is drawn. */
  protected framed(): void {
    this.#listener?.();
  }
}
