import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LayerText } from '../model/dataset';
import type { Layer, Story } from '../model/feature';
import { parseJson } from '../model/json';
import { parseStory, storyForFile } from '../model/parse-story';
import type { Problem } from '../model/problem';
import { isRecord } from '../model/properties';

/** The user asked for what is not there. The message says what. */
export class UsageError extends Error {}

/** A story and its layers as they are on the disk. Files go by the path the user would type. */
export interface StoryOnDisk {
  /** Absent where story.json cannot be read as one. */
  story?: Story;
  layers: LayerText[];
  /** What is wrong with story.json, and layers whose file cannot be read. */
  problems: Problem[];
  /** The text of each file that was read, story.json among them. */
  texts: Map<string, string>;
}

/**
 * Reads files and folders: a folder with story.json or else its .geojson files, a story.json, or lone .geojson files.
 * All lone files make one story together, so that they may mention each other; a layer of a story that is given too is
 * not read again. A story's texts are those in `language` (BCP 47), where it has them. Throws {@link UsageError} where a path is missing or a folder holds neither.
 */
export async function readStories(paths: readonly string[], language?: string): Promise<StoryOnDisk[]> {
  const stories: StoryOnDisk[] = [];
  const lone: string[] = [];
  for (const file of await expand(paths)) {
    if (await isStory(file)) stories.push(await readStoryFile(file, language));
    else lone.push(file);
  }
  const known = new Set(stories.flatMap((story) => [...story.texts.keys()]).map((file) => path.resolve(file)));
  const rest = lone.filter((file) => !known.has(path.resolve(file)));
  return rest.length === 0 ? stories : [...stories, await readLoneFiles(rest)];
}

/** The files that the paths mean, each once. */
async function expand(paths: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const given of paths) {
    for (const file of await expandOne(given)) files.set(path.resolve(file), file);
  }
  return [...files.values()];
}

async function expandOne(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => undefined);
  if (!found) throw new UsageError(`${given}: there is no such file or folder`);
  if (!found.isDirectory()) return [given];
  const names = (await readdir(given)).sort();
  const chosen = names.includes('story.json') ? ['story.json'] : names.filter((name) => /\.geojson$/i.test(name));
  if (chosen.length === 0) throw new UsageError(`${given}: expected a story.json or .geojson files in this folder`);
  return chosen.map((name) => path.join(given, name));
}

/** A .json file is a story, unless it says that it is GeoJSON. */
async function isStory(file: string): Promise<boolean> {
  if (!/\.json$/i.test(file)) return false;
  const parsed = parseJson(await readFile(file, 'utf8').catch(() => ''));
  return !('value' in parsed && isRecord(parsed.value) && 'type' in parsed.value && !('layers' in parsed.value));
}

async function readStoryFile(file: string, language: string | undefined): Promise<StoryOnDisk> {
  const text = await readText(file);
  if (text instanceof Error) return { layers: [], problems: [unreadable(file, text)], texts: new Map() };
  const { story, problems } = parseStory(text, file, language);
  const onDisk: StoryOnDisk = { layers: [], problems, texts: new Map([[file, text]]), ...(story ? { story } : {}) };
  for (const layer of story?.layers ?? []) {
    const layerFile = path.join(path.dirname(file), layer.file);
    const layerText = await readText(layerFile);
    if (layerText instanceof Error) problems.push(missingLayer(file, text, layer));
    else addLayer(onDisk, { file: layerFile, layer: layer.id, text: layerText });
  }
  return onDisk;
}

async function readLoneFiles(files: readonly string[]): Promise<StoryOnDisk> {
  const layers = files.flatMap((file) => storyForFile(file).layers);
  const onDisk: StoryOnDisk = { story: { title: '', sources: [], layers }, layers: [], problems: [], texts: new Map() };
  for (const { file, id } of layers) {
    const text = await readText(file);
    if (text instanceof Error) onDisk.problems.push(unreadable(file, text));
    else addLayer(onDisk, { file, layer: id, text });
  }
  return onDisk;
}

function addLayer(onDisk: StoryOnDisk, layer: LayerText): void {
  onDisk.layers.push(layer);
  onDisk.texts.set(layer.file, layer.text);
}

async function readText(file: string): Promise<string | Error> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function unreadable(file: string, error: Error): Problem {
  return { file, message: `the file cannot be read: ${error.message}`, path: [], skipped: 'file' };
}

/** The story may have left layers out, so the layer's position is that in the text. */
function missingLayer(file: string, text: string, layer: Layer): Problem {
  const parsed = parseJson(text);
  const rows: unknown = 'value' in parsed && isRecord(parsed.value) ? parsed.value['layers'] : [];
  const index = Array.isArray(rows) ? rows.findIndex((row) => isRecord(row) && row['file'] === layer.file) : -1;
  return {
    file,
    property: `layers[${index}].file`,
    message: `found no file ${JSON.stringify(layer.file)} that can be read; expected one beside ${path.basename(file)}`,
    path: ['layers', index, 'file'],
    skipped: 'file',
  };
}
