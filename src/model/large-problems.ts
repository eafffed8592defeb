import { countBefore } from './columns';
import { featureProblem, fileProblem } from './dataset';
import type { FeatureTable } from './feature-table';
import { locateProblems, parseJson } from './json';
import type { ReadLayer } from './read-layer';
import { linkIssues, type Broken, type Linked } from './links';
import type { Problem } from './problem';
import { shifted, spotAfter, SpotFinder } from './spot';
import type { SourceText } from './source-text';
import type { StoredFeatures } from './stored-features';
import { swappedIssues } from './swapped-file';

/** How many problems of one file are told in full. */
const MOST_PROBLEMS = 100;
/** In bytes; in a longer text no lines are sought, as that takes many times its memory. */
const LONGEST_SEARCHED = 1 << 24;

/** All that is known of what is wrong with the features of a large story. */
export interface Findings {
  features: FeatureTable;
  stored: StoredFeatures;
  linked: Linked;
  broken: Broken;
}

/** The problems of one layer with lines and columns, in the order of the file, and how many more there are. */
export async function problemsOfLayer(
  layer: ReadLayer,
  findings: Findings,
): Promise<{ problems: Problem[]; more: number }> {
  if (layer.fault) return { problems: [await problemOfFile(layer)], more: 0 };
  const { stored, linked, broken } = findings;
  const finder = new SpotFinder(layer.source);
  const problems: Problem[] = [];
  for (let number = layer.first; number < layer.after && problems.length < MOST_PROBLEMS; number++) {
    if (!linked.leftOut[number]) continue;
    const reading = stored.read(number);
    const swapped = layer.swapped && reading.feature ? swappedIssues(reading.feature) : [];
    const issues = [...reading.issues, ...swapped, ...linkIssues(linked, broken, number, reading)];
    const label = reading.id ?? `#${number - layer.first + 1}`;
    const found = issues
      .slice(0, MOST_PROBLEMS - problems.length)
      .map((issue) => featureProblem(layer.layer.file, label, [], issue));
    const path = layer.lone ? [] : ['features', number - layer.first];
    const [from, to] = stored.range(number);
    const start = finder.at(from);
    const located = to - from > LONGEST_SEARCHED ? found : await locateProblems(stored.text(number), found);
    for (const { line, column, ...problem } of located) {
      const spot = line === undefined || column === undefined ? {} : shifted({ line, column }, start);
      problems.push({ ...problem, path: [...path, ...problem.path], ...spot });
    }
  }
  return { problems, more: countIssues(layer, findings) - problems.length };
}

/** How many problems the features of a layer have. */
function countIssues({ first, after, issues, swapped }: ReadLayer, { features, linked, broken }: Findings): number {
  const { mentions, taken } = linked;
  let count = issues;
  for (let number = first; number < after; number++) {
    count += Number(taken.has(number)) + Number(swapped && features.is(number, 'located'));
  }
  const last = countBefore(mentions.by, after, mentions.length);
  for (let mention = countBefore(mentions.by, first, mentions.length); mention < last; mention++) {
    const isBroken = broken.faults[mention] !== 0 || broken.turns[mentions.name[mention] ?? 0] !== 0;
    count += Number(isBroken);
  }
  return count;
}

/** The problem of a file that is left out as a whole, sought in a text without the features that are sound. */
async function problemOfFile({ layer: { file }, source, fault }: ReadLayer): Promise<Problem> {
  const foreign = fault?.issue ? undefined : foreignText(source);
  if (foreign !== undefined) return { ...fileProblem(file, { path: [], message: foreign }), line: 1, column: 1 };
  const gap = fault?.gap ?? { from: 0, to: 0, filler: '' };
  const head = gap.from === 0 ? '' : source.text(0, gap.from) + gap.filler + PADDING;
  const join = spotAfter(head);
  const start = new SpotFinder(source).at(gap.to);
  const rest = source.length - gap.to;
  for (let length = fault?.issue ? rest : FIRST_SEARCHED; ; length *= 8) {
    if (length > LONGEST_SEARCHED && rest > LONGEST_SEARCHED) {
      return fileProblem(file, fault?.issue ?? { path: [], message: NOT_JSON });
    }
    const text = head + source.text(gap.to, gap.to + Math.min(length, rest));
    const parsed = fault?.issue ? undefined : parseJson(text);
    const message = parsed && 'error' in parsed ? parsed.error : NOT_JSON;
    const [problem] = await locateProblems(text, [fileProblem(file, fault?.issue ?? { path: [], message })]);
    const { line, column } = problem ?? {};
    if (!problem || line === undefined || column === undefined) return fileProblem(file, { path: [], message });
    // The end that was cut off may be all that is missed.
    if (length < rest && offsetOf(text, line, column) > text.length - length / 2) continue;
    const isBefore = line < join.line || (line === join.line && column < join.column);
    const own = { line: line - join.line + 1, column: line === join.line ? column - join.column + 1 : column };
    return { ...problem, ...(isBefore ? {} : shifted(own, start)) };
  }
}

/** What a file is that is no JSON at all, by its first letters, as {@link parseJson} tells it. */
function foreignText(source: SourceText): string | undefined {
  const opening = source.text(0, Math.min(source.length, OPENING));
  const parsed = parseJson(opening);
  const isKnown = 'error' in parsed && parsed.error !== NOT_JSON && (opening.trim() !== '' || source.length <= OPENING);
  return isKnown ? parsed.error : undefined;
}

const NOT_JSON = 'not valid JSON';
/** In bytes; more than all letters that tell what a file is. */
const OPENING = 800;
/** In bytes; syntax errors are sought in a stretch of this length first. */
const FIRST_SEARCHED = 1 << 18;
/** Keeps what follows out of the stretch by whose first letters a file is told to be no text. */
const PADDING = ' '.repeat(200);

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  let at = 1;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    if (at === line) break;
    at += 1;
    start = index + end.length;
  }
  return start + column - 1;
}
