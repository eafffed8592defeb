import type { Position } from 'geojson';
import { citableOf, type Citable } from './citation';
import type { Feature, Place, Story } from './feature';
import { checkCrs, representativePoint } from './geometry';
import { parseJson } from './json';
import { checkLinks } from './links';
import { parseFeature, type FeatureReading } from './parse-feature';
import { describeValue, formatPath, type Issue, type Problem } from './problem';
import { isRecord } from './properties';
import { AxesCheck, swappedIssues } from './swapped-file';
import { findSwapped } from './swapped-points';

/** The text of one layer's file. */
export interface LayerText {
  /** The file's name as the problems give it. */
  file: string;
  /** The layer's id in the story. */
  layer: string;
  text: string;
}

export interface Dataset {
  /** In the order of the files. Every place and movement they mention is among them. */
  features: Feature[];
  /** Those features that are places, by id. */
  places: Map<string, Place>;
  /** In the order of the files; not yet located, see `locateProblems`. */
  problems: Problem[];
  /** How many features were left out, by file. */
  skipped: Map<string, number>;
}

/**
 * Reads the layers of a story. A feature with a problem, or that mentions one with a problem, is left out with all its
 * problems listed; a file that is no GeoJSON of features (RFC 7946 §3.2, §3.3) is left out as a whole. Never throws.
 */
export function parseDataset(story: Story, layers: readonly LayerText[]): Dataset {
  const reading = datasetOf(story, layers);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/** The same, which may be left for a while after each file. */
export function* datasetOf(story: Story, layers: readonly LayerText[]): Generator<undefined, Dataset> {
  const citable = citableOf(story);
  const files: LayerReading[] = [];
  for (const layer of layers) {
    files.push(readLayer(layer, citable));
    yield;
  }
  const rows = files.flatMap((file) => file.rows);
  noteSwapped(rows);
  for (const file of files) noteSwappedFile(file.rows, story.bounds);
  checkLinks(rows.map((row) => row.reading));
  const dataset: Dataset = { features: [], places: new Map(), problems: [], skipped: new Map() };
  for (const { layer, problem, total, rows: rowsOfFile } of files) {
    if (problem) dataset.problems.push(problem);
    const kept = rowsOfFile.filter(({ reading }) => reading.issues.length === 0).map(({ reading }) => reading.feature);
    const features = kept.filter((feature) => feature !== undefined);
    for (const feature of features) {
      dataset.features.push(feature);
      if (feature.kind === 'place') dataset.places.set(feature.id, feature);
    }
    for (const row of rowsOfFile) dataset.problems.push(...problemsOf(row));
    const left = total - features.length;
    if (left > 0) dataset.skipped.set(layer.file, (dataset.skipped.get(layer.file) ?? 0) + left);
  }
  return dataset;
}

interface Row {
  file: string;
  /** From the file's root to the feature. */
  path: Issue['path'];
  /** Its id, or its position as in `#3`. */
  label: string;
  reading: FeatureReading;
}

interface LayerReading {
  layer: LayerText;
  /** Set where the whole file is left out. */
  problem?: Problem;
  /** How many features the file holds, good and bad. */
  total: number;
  rows: Row[];
}

function readLayer(layer: LayerText, citable: Citable): LayerReading {
  const { file } = layer;
  const parsed = parseJson(layer.text);
  const root = 'error' in parsed ? { message: parsed.error, path: [], total: 0 } : checkRoot(parsed.value);
  if ('message' in root) return { layer, problem: fileProblem(file, root), total: root.total, rows: [] };
  const rows = root.members.map((member: unknown, index): Row => {
    const reading = parseFeature(member, layer.layer, citable);
    return { file, path: root.lone ? [] : ['features', index], label: reading.id ?? `#${index + 1}`, reading };
  });
  return { layer, total: rows.length, rows };
}

/** The features of a file, or why it is left out as a whole. */
export type Root =
  /** `lone` where the file is one Feature itself. */
  { members: unknown[]; lone: boolean } | (Issue & { total: number });

/** Checks the root of a layer's JSON: a FeatureCollection or a Feature of WGS84 (RFC 7946 §3.2, §3.3, §4). */
export function checkRoot(root: unknown): Root {
  const reject = (message: string, path: Issue['path'] = [], total = 0) => ({ message, path, total });
  if (!isRecord(root)) return reject(`expected a FeatureCollection or a Feature, found ${describeValue(root)}`);
  const type = root['type'];
  if (type !== 'FeatureCollection' && type !== 'Feature') {
    return reject(`expected "FeatureCollection" or "Feature", found ${describeValue(type)}`, ['type']);
  }
  const members: unknown = type === 'Feature' ? [root] : root['features'];
  if (!Array.isArray(members)) {
    return reject(`expected an array of features, found ${describeValue(members)}`, ['features']);
  }
  const crs = checkCrs(root['crs']);
  return crs === undefined ? { members, lone: type === 'Feature' } : reject(crs, ['crs'], members.length);
}

/** The problem of a file that is left out. */
export function fileProblem(file: string, { message, path }: Issue): Problem {
  const property = path.length > 0 ? { property: formatPath(path) } : {};
  return { file, ...property, message, path, skipped: 'file' };
}

function noteSwappedFile(rows: readonly Row[], bounds: Story['bounds']): void {
  const check = new AxesCheck(bounds);
  for (const { reading } of rows) check.note(reading.feature);
  if (!check.swapped) return;
  for (const { reading } of rows) {
    if (reading.feature && reading.issues.length === 0) reading.issues.push(...swappedIssues(reading.feature));
  }
}

/** Guesses, from the other features, which points in range were given as latitude and longitude. */
function noteSwapped(rows: readonly Row[]): void {
  // Equal points count as one, and a thousand events may share it.
  const sharing = new Map<string, { point: Position; rows: Row[] }>();
  for (const row of rows) {
    const geometry = row.reading.feature?.geometry;
    const point = geometry && representativePoint(geometry);
    if (!point) continue;
    const key = `${point[0]},${point[1]}`;
    const known = sharing.get(key);
    if (known) known.rows.push(row);
    else sharing.set(key, { point, rows: [row] });
  }
  const distinct = [...sharing.values()];
  for (const index of findSwapped(distinct.map(({ point }) => point))) {
    const { point: [longitude, latitude] = [], rows: mistaken = [] } = distinct[index] ?? {};
    const found = `[${longitude}, ${latitude}] is far from every other point, [${latitude}, ${longitude}] is not`;
    const message = `latitude and longitude look swapped: ${found}; expected [longitude, latitude]`;
    for (const { reading } of mistaken) reading.issues.push({ path: ['geometry', 'coordinates'], message });
  }
}

function problemsOf({ file, label, path, reading }: Row): Problem[] {
  return reading.issues.map((issue) => featureProblem(file, label, path, issue));
}

/** The problem of a feature that is left out. `label` names it and `path` leads to it from the file's root. */
export function featureProblem(file: string, label: string, path: Issue['path'], issue: Issue): Problem {
  // The folder of nearly all that a feature says goes without saying.
  const property = formatPath(
    issue.path[0] === 'properties' && issue.path.length > 1 ? issue.path.slice(1) : issue.path,
  );
  return {
    file,
    feature: label,
    ...(property === '' ? {} : { property }),
    message: issue.message,
    path: [...path, ...issue.path],
    skipped: 'feature',
  };
}
