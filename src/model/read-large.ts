import type { Chronicle } from './chronicle';
import { citableOf, type Citable } from './citation';
import type { Layer, Story } from './feature';
import { findOwners, findTaken } from './feature-table';
import { Intake } from './intake';
import { chronicleOfIntake } from './large-chronicle';
import { problemsOfLayer } from './large-problems';
import { LayerReader } from './layer-reader';
import type { ReadLayer } from './read-layer';
import { findBroken, NOBODY, type Linked } from './links';
import type { Problem } from './problem';
import { StoredFeatures } from './stored-features';

/** A large story that was read. */
export interface LargeStory {
  /** What entries say is read from the text of the files, which is kept as bytes, each time it is asked. */
  chronicle: Chronicle;
  /** With lines and columns, in the order of the files; of each file the first hundred. */
  problems: Problem[];
  /** How many problems there are besides. */
  moreProblems: number;
}

/**
 * Reads a large story while its files arrive, to the same chronicle and problems as `parseDataset` and `chronicleOf`,
 * but keeps of each fact only numbers. One thing it does not do is to guess, from all others, which single points have
 * latitude and longitude swapped; whole files it does tell.
 */
export class LargeReading {
  readonly #story: Story;
  readonly #citable: Citable;
  readonly #intake: Intake;
  readonly #layers: ReadLayer[] = [];

  constructor(story: Story) {
    this.#story = story;
    this.#citable = citableOf(story);
    this.#intake = new Intake(story.layers.map((layer) => layer.id));
  }

  /** How many features were read so far. */
  get features(): number {
    return this.#intake.features.length;
  }

  /** Begins a layer of the story; the one before must have ended. Layers come in the order of the story. */
  begin(layer: Layer): LayerReader {
    return new LayerReader(this.#story, layer, this.#citable, this.#intake);
  }

  /** Ends a layer. One that is not ended must be abandoned. */
  end(reader: LayerReader): void {
    this.#layers.push(reader.finish());
  }

  /** Checks what the layers say of each other and puts all in order. Nothing can be read after it. */
  async finish(): Promise<LargeStory> {
    const { features, mentions, places, movements } = this.#intake;
    const layers = this.#layers;
    const sound = layers.filter(({ fault }) => !fault);
    const stored = new StoredFeatures(sound, features.offsets.slice(0, features.length), this.#citable);
    const idOf = (number: number) => (places.get(number) ?? movements.get(number))?.id ?? stored.read(number).id;
    const taken = findTaken(features, idOf);
    const owners = findOwners(features, mentions.names, NOBODY, idOf);
    const leftOut = new Uint8Array(features.length);
    for (const { first, after, swapped } of layers) {
      for (let number = first; number < after; number++) {
        const isSwapped = swapped && features.is(number, 'located');
        leftOut[number] = Number(features.is(number, 'faulty') || isSwapped || taken.has(number));
      }
    }
    const linked: Linked = { mentions, owners, kinds: features.kinds, taken, leftOut };
    const broken = findBroken(linked);
    const found = await Promise.all(
      layers.map((layer) => problemsOfLayer(layer, { features, stored, linked, broken })),
    );
    return {
      chronicle: chronicleOfIntake(this.#intake, linked, stored),
      problems: found.flatMap(({ problems }) => problems),
      moreProblems: found.reduce((sum, { more }) => sum + more, 0),
    };
  }
}
