import type { Layer } from './feature';
import type { Issue } from './problem';
import type { SourceText } from './source-text';

/** A layer's file that was read, as far as its features can be found in it again. */
export interface ReadLayer {
  layer: Layer;
  source: SourceText;
  /** The numbers of its features, from `first` up to `after`. */
  first: number;
  after: number;
  /** Where its last feature ends at the latest, in bytes. */
  bound: number;
  /** True where the file is one Feature itself. */
  lone: boolean;
  /** How many problems its features have by themselves. */
  issues: number;
  /** True where all its points look swapped, see `AxesCheck`. */
  swapped: boolean;
  /** Why it is left out as a whole. */
  fault?: FileFault;
}

/** Why a file is left out. */
export interface FileFault {
  /** What is wrong with its root; absent where the text is no JSON, and what is wrong with it has yet to be found. */
  issue?: Issue;
  /** A stretch of the file, in bytes, that has nothing to do with it, and what may be written in its place. */
  gap?: { from: number; to: number; filler: string };
}
