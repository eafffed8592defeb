import type { Reference } from './draft';
import { grown } from './mark-builder';

/** What features mention of each other, as numbers, so that a million mentions are no objects. */
export interface Mentions {
  length: number;
  /** The number of the feature that mentions; never falls. */
  by: Uint32Array;
  /** The mentioned id: its position among `names`. */
  name: Uint32Array;
  /** 1 where a movement is meant, 0 where a place is. */
  ofMovement: Uint8Array;
  /** Every id that is mentioned, once. */
  names: readonly string[];
}

/** Collects mentions in typed arrays that grow. */
export class MentionTable implements Mentions {
  length = 0;
  by = new Uint32Array(1024);
  name = new Uint32Array(1024);
  ofMovement = new Uint8Array(1024);
  readonly names: string[] = [];
  readonly #positions = new Map<string, number>();

  /** Adds what a feature mentions. Features come in the order of their numbers. */
  add(by: number, references: readonly Reference[]): void {
    for (const { kind, id } of references) {
      if (this.length === this.by.length) {
        this.by = grown(this.by);
        this.name = grown(this.name);
        this.ofMovement = grown(this.ofMovement);
      }
      this.by[this.length] = by;
      this.name[this.length] = this.#positionOf(id);
      this.ofMovement[this.length] = Number(kind === 'movement');
      this.length += 1;
    }
  }

  #positionOf(id: string): number {
    const known = this.#positions.get(id);
    if (known !== undefined) return known;
    this.#positions.set(id, this.names.length);
    return this.names.push(id) - 1;
  }
}
