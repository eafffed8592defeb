import { searchOf, type FoldedTexts } from '../model/find';
import type { Source } from '../model/feature';
import { surveyOf, type Survey } from '../model/survey';
import type { ReadChronicle } from '../model/told-features';
import type { Found, Wanted } from '../model/wanted';

/** Who searches a story. */
export interface Finder {
  /** What is found; undefined where another search has begun since. `onshare` hears how much is done, from 0 to 1. */
  find: (wanted: Wanted, onshare?: (share: number) => void) => Promise<Found | undefined>;
  survey: () => Promise<Survey>;
}

/** How long the page, or the worker that also reads for the list, may stand still, in milliseconds. */
const SLICE = 12;

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
    const survey = await inSlices(surveyOf(this.#chronicle), () => true);
    if (!survey) throw new Error('a survey is never overtaken');
    return survey;
  }
}

/** Runs to the end in slices of time; undefined where `isWanted`, asked between two slices, says no. */
async function inSlices<Result>(
  work: Generator<number, Result>,
  isWanted: (share: number) => boolean,
): Promise<Result | undefined> {
  let start = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - start < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted(value)) return undefined;
    start = performance.now();
  }
}
