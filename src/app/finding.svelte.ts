import type { Survey } from '../model/survey';
import { CRITERIA, type Criterion, type Found, type Wanted } from '../model/wanted';
import type { Finder } from './finder';

/** What a reader looks for in a story, and what was found of it. */
export class Finding {
  readonly #finder: Finder;
  readonly #onfound: () => void;
  #wanted = $state.raw<Wanted>({});
  #found = $state.raw<Found>();
  #survey: Promise<Survey> | undefined;
  /** How much of a search is done, from 0 to 1, while it lasts. */
  share = $state<number>();

  /** `onfound` is called when what is found has changed. */
  constructor(finder: Finder, onfound: () => void) {
    this.#finder = finder;
    this.#onfound = onfound;
  }

  /** What is asked; nothing in it is empty. */
  get wanted(): Wanted {
    return this.#wanted;
  }

  /** What was found last, or undefined where nothing is asked and all shows. */
  get found(): Found | undefined {
    return this.#found;
  }

  /** Asks for something else. What was found before shows until the new is there. */
  async look(wanted: Wanted): Promise<void> {
    const asked = CRITERIA.flatMap((criterion) => {
      const value = wanted[criterion];
      return value === undefined || value.trim() === '' ? [] : [[criterion, value] as const];
    });
    const own: Wanted = (this.#wanted = Object.fromEntries(asked));
    this.share = asked.length > 0 ? 0 : undefined;
    const found = asked.length > 0 ? await this.#finder.find(own, (share) => this.#hear(own, share)) : undefined;
    if (this.#wanted !== own) return;
    this.share = undefined;
    this.#found = found;
    this.#onfound();
  }

  /** Asks no more for one thing. */
  async drop(criterion: Criterion): Promise<void> {
    await this.look({ ...this.#wanted, [criterion]: '' });
  }

  /** What there is to ask for. */
  survey(): Promise<Survey> {
    return (this.#survey ??= this.#finder.survey());
  }

  #hear(wanted: Wanted, share: number): void {
    if (this.#wanted === wanted) this.share = share;
  }
}
