import { searchOf, type FoldedTexts } from '../model/find';
import type { Source } from '../model/feature';
import { surveyOf, type Survey } from '../model/survey';
import type { ReadChronicle } from '../model/told-features';
import type { Found, Wanted } from '../model/wanted';
import { inSlices } from './slices';

/** Who searches a story. */
export interface Finder {
  /** What is found; undefined where another search has begun since. `onshare` hears how much is done, from 0 to 1. */
  find: (wanted: Wanted, onshare?: (share: number) => void) => Promise<Found | undefined>;
  survey: () => Promise<Survey>;
}

/** Searches a story of which all can be read at once, a little at a time. */
export class StoryFinder implements Finder {
  readonly #chronicle: ReadChronicle;
  readonly #sources: readonly Source[];
  readonly #texts: FoldedTexts | undefined;
  #search: object | undefined;

  /** `keepTexts` where memory allows to keep all texts as they are searched. */
  constructor(chronicle: ReadChronicle, sources: readonly Source[], keepTexts: boolean) {
    this.#chronicle = chronicle;
    this.#sources = sources;
    this.#texts = keepTexts ? new Map() : undefined;
  }

  async find(wanted: Wanted, onshare?: (share: number) => void): Promise<Found | undefined> {
    const search = searchOf(this.#chronicle, this.#sources, wanted, this.#texts);
    this.#search = search;
    return inSlices(search, (share) => {
      onshare?.(share);
      return this.#search === search;
    });
  }

  async survey(): Promise<Survey> {
    return inSlices(surveyOf(this.#chronicle));
  }
}
