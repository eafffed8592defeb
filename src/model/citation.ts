import type { SourceReference, Story } from './feature';
import type { Languages } from './languages';
import { describeValue } from './problem';
import type { Properties } from './properties';

/** What the features of a story are read by: the sources and the main report that citations are checked against, and languages. */
export interface Citable {
  /** Ids of the story's sources. A story that lists none cannot miss one, and asks for none. */
  sources: ReadonlySet<string>;
  report: string | undefined;
  languages?: Languages | undefined;
}

/** What the features of a story are read by. */
export function citableOf(story: Pick<Story, 'sources' | 'report' | 'languages'>): Citable {
  const { report, languages } = story;
  return { sources: new Set(story.sources.map((source) => source.id)), report, languages };
}

/**
 * Reads a citation: `"id"`, `"id#locator"` where the first `#` divides, or a whole http(s) address that keeps its own
 * `#`. Returns undefined where there is no id.
 */
export function parseSourceReference(text: string): SourceReference | undefined {
  const reference = text.trim();
  if (isWebAddress(reference)) return { id: reference };
  const hash = reference.indexOf('#');
  const id = hash === -1 ? reference : reference.slice(0, hash).trim();
  const locator = hash === -1 ? '' : reference.slice(hash + 1).trim();
  if (id === '') return undefined;
  return locator === '' ? { id } : { id, locator };
}

/** True for an http or https URL. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The citations of one member, `sources` or `source`; notes those that lead nowhere. */
export function readSources(properties: Properties, name: string, citable: Citable): SourceReference[] {
  const references: SourceReference[] = [];
  for (const { text, path } of properties.texts(name, 'the id of a source')) {
    const reference = parseSourceReference(text);
    const error = reference
      ? errorOf(reference, citable)
      : `expected "id" or "id#locator", found ${describeValue(text)}`;
    if (error !== undefined) properties.noteAt(path, error);
    else if (reference) references.push(reference);
  }
  return references;
}

function errorOf({ id }: SourceReference, citable: Citable): string | undefined {
  if (citable.sources.size === 0 || citable.sources.has(id) || isWebAddress(id)) return undefined;
  return `unknown source ${describeValue(id)}; expected the id of a source of the story, or a web address`;
}

/** True where the story's main report is cited, or the story has none. */
export function isReported(sources: readonly SourceReference[], citable: Citable): boolean {
  return citable.report === undefined || sources.some((source) => source.id === citable.report);
}

/**
 * Notes that nothing is cited where a fact must cite a source: at each of its `rows` that does not, or once at the
 * `whole` where none does. What was cited in vain has its own issue.
 */
export function requireSource(rows: readonly Properties[], whole: Properties, citable: Citable): void {
  if (citable.sources.size === 0) return;
  const bare = rows.filter((row) => row.items('sources').length === 0);
  for (const row of bare.length === rows.length ? [whole] : bare) {
    row.note('sources', 'found no source; expected at least one source of the story');
  }
}
