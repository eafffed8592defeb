import { doubtsOf } from './doubt';
import type { Entry } from './entry';
import type { Place, Source } from './feature';
import { foldText, termsOf } from './fold';
import { toldFeatures, type ReadChronicle, type Told } from './told-features';
import { CRITERIA, type Criterion, type Found, type Wanted } from './wanted';
import { setBit, emptyBits } from './bit-set';

/**
 * Searches a chronicle. It finds features: all reports of a movement are found or none, as an older report alone would
 * pass for the newest. Yields the share that is done, from 0 to 1, each time that it may be left for a while. `known`
 * keeps the folded texts by feature, for the next search.
 */
export function* searchOf(
  chronicle: ReadChronicle,
  sources: readonly Source[],
  wanted: Wanted,
  known?: FoldedTexts,
): Generator<number, Found> {
  const { length } = chronicle.columns;
  const asked = CRITERIA.filter((criterion) => wanted[criterion] !== undefined);
  const terms = termsOf(wanted.text ?? '');
  const texts = new Texts(chronicle.places, sources, known);
  const rows = emptyBits(length);
  const almost = new Map(asked.map((criterion) => [criterion, emptyBits(length)]));
  const places = new Set<string>();
  for (const told of toldFeatures(chronicle)) {
    if (typeof told === 'number') {
      yield told;
      continue;
    }
    const failed = asked.filter(
      (criterion) => !meets(criterion, told, { wanted, terms, texts, places: chronicle.places }),
    );
    const [only] = failed;
    const set = only === undefined ? rows : failed.length === 1 ? almost.get(only) : undefined;
    if (set) for (const row of told.rows) setBit(set, row);
    if (only === undefined) for (const place of told.entries.flatMap((entry) => entry.places)) places.add(place);
  }
  if (asked.length === 1 && terms.length > 0) {
    for (const { id } of chronicle.places.values()) if (hasTerms(texts.ofPlace(id), terms)) places.add(id);
  }
  return { rows, places, almost };
}

/** By feature id. */
export type FoldedTexts = Map<string, string>;

interface Asked {
  wanted: Wanted;
  terms: readonly string[];
  texts: Texts;
  places: ReadonlyMap<string, Place>;
}

function meets(criterion: Criterion, told: Told, { wanted, terms, texts, places }: Asked): boolean {
  const { actor, source, certainty } = wanted;
  switch (criterion) {
    case 'text':
      return hasTerms(texts.of(told), terms);
    case 'actor':
      return told.feature.actors.some((each) => each === actor);
    case 'source':
      return told.entries.some((entry) => citedBy(entry).includes(source ?? ''));
    case 'certainty': {
      const doubts = told.entries.flatMap((entry) => doubtsOf(entry, places));
      return certainty === 'certain' ? doubts.length === 0 : doubts.some((doubt) => doubt === certainty);
    }
  }
}

function hasTerms(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => text.includes(term));
}

/** The ids of what an entry cites, for its figures too. */
export function citedBy({ sources, feature }: Entry): string[] {
  return [...sources, ...feature.counts.flatMap(({ source }) => source ?? [])].map(({ id }) => id);
}

/** What is said of features, folded. */
class Texts {
  readonly #places: ReadonlyMap<string, string>;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #known: FoldedTexts | undefined;

  constructor(places: ReadonlyMap<string, Place>, sources: readonly Source[], known: FoldedTexts | undefined) {
    this.#places = new Map([...places].map(([id, { title }]) => [id, foldText(title)]));
    this.#sources = new Map(sources.map(({ id, title, publisher }) => [id, foldText(`${title} ${publisher ?? ''}`)]));
    this.#known = known;
  }

  ofPlace(id: string): string {
    return this.#places.get(id) ?? '';
  }

  /** A feature's own texts, and the names of its places, actors and sources. */
  of({ feature, entries }: Told): string {
    const known = this.#known?.get(feature.id);
    if (known !== undefined) return known;
    const own = [
      feature.title,
      feature.summary,
      ...feature.actors,
      feature.kind === 'movement' ? feature.unit : feature.speaker,
      ...entries.map(({ report }) => report?.note),
    ];
    const text = [
      ...own.filter((each) => each !== undefined).map(foldText),
      ...entries.flatMap((entry) => entry.places).map((id) => this.ofPlace(id)),
      ...entries.flatMap(citedBy).map((id) => this.#sources.get(id) ?? foldText(id)),
    ].join('\n');
    this.#known?.set(feature.id, text);
    return text;
  }
}
