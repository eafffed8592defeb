import type { Citable } from './citation';
import type { ReadLayer } from './read-layer';
import { parseFeature, type FeatureReading } from './parse-feature';
import { BYTE, isBlank } from './value-scan';

/** The features of files that were read, in the order of the files, each to be read again by its number. */
export class StoredFeatures {
  readonly #layers: readonly ReadLayer[];
  readonly #offsets: Uint32Array;
  readonly #citable: Citable;

  /** `offsets` says where each begins in its file, in bytes. */
  constructor(layers: readonly ReadLayer[], offsets: Uint32Array, citable: Citable) {
    this.#layers = layers;
    this.#offsets = offsets;
    this.#citable = citable;
  }

  /** Reads the feature with this number, as it was read before. */
  read(number: number): FeatureReading {
    return parseFeature(JSON.parse(this.text(number)), this.layerOf(number).layer.id, this.#citable);
  }

  /** The feature's own text, as it stands in its file. */
  text(number: number): string {
    const { source } = this.layerOf(number);
    const [from, to] = this.range(number);
    return source.text(from, to);
  }

  /** Where the feature begins and ends in its file, in bytes. */
  range(number: number): [number, number] {
    const { after, bound, source } = this.layerOf(number);
    const from = this.#offsets[number] ?? 0;
    let to = number + 1 < after ? (this.#offsets[number + 1] ?? 0) : bound;
    // Between features are blanks and a comma.
    for (let last: number | undefined; to > from; to--) {
      last = source.bytes(to - 1, to)[0] ?? 0;
      if (!isBlank(last) && last !== BYTE.comma) break;
    }
    return [from, to];
  }

  /** The layer with the feature of this number. */
  layerOf(number: number): ReadLayer {
    const layer = this.#layers.find(({ after }) => number < after);
    if (!layer) throw new RangeError(`there is no feature ${number}`);
    return layer;
  }
}
