import { doubtsOf } from './doubt';
import { citedBy } from './find';
import { toldFeatures, type ReadChronicle } from './told-features';
import { CERTAINTIES, type Certainty } from './wanted';

/** What there is to ask for, each with the number of features that asking it alone finds. */
export interface Survey {
  /** The most first, as the sources are. */
  actors: [actor: string, count: number][];
  sources: [id: string, count: number][];
  certainties: [certainty: Certainty, count: number][];
}

/** The survey of a chronicle. Yields the share that is done, from 0 to 1, each time that it may be left for a while. */
export function* surveyOf(chronicle: ReadChronicle): Generator<number, Survey> {
  const actors = new Map<string, number>();
  const sources = new Map<string, number>();
  const certainties = new Map<Certainty, number>(CERTAINTIES.map((certainty) => [certainty, 0]));
  for (const told of toldFeatures(chronicle)) {
    if (typeof told === 'number') {
      yield told;
      continue;
    }
    count(actors, told.feature.actors);
    count(sources, told.entries.flatMap(citedBy));
    const doubts = told.entries.flatMap((entry) => doubtsOf(entry, chronicle.places));
    count<Certainty>(certainties, doubts.length > 0 ? doubts : ['certain']);
  }
  return {
    actors: byCount(actors),
    sources: byCount(sources),
    certainties: [...certainties].filter(([, many]) => many > 0),
  };
}

function count<Key>(counts: Map<Key, number>, keys: readonly Key[]): void {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
