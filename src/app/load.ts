import { chronicleOf, type Chronicle } from '../model/chronicle';
import { datasetOf, type LayerText } from '../model/dataset';
import { resolveBasemap } from '../model/basemap';
import type { Story } from '../model/feature';
import { locateProblems } from '../model/json';
import { parseStory, storyForFile } from '../model/parse-story';
import type { Problem } from '../model/problem';
import { ByteStream, LoadCancelled, LoadError, nameOf } from './byte-stream';
import { StoryFinder, type Finder } from './finder';
import type { Progress } from './large-messages';
import { LayerFiles } from './layer-files';
import { inSlices, pause } from './slices';

export { LoadCancelled, LoadError, type Progress };

/** A story that has been read: what is shown, and what its author should mend. */
export interface Loaded {
  story: Story;
  chronicle: Chronicle;
  problems: Problem[];
  /** How many problems there are beyond those. */
  moreProblems?: number;
  finder: Finder;
  /** Frees what was kept for reading on demand. */
  dispose: () => void;
}

export interface LoadOptions {
  /** Told about ten times a second of a large story, and never of a small one. */
  onprogress?: (progress: Progress) => void;
  /** Stops the loading. */
  signal?: AbortSignal;
  /** In which texts are read where they are in it, BCP 47. */
  language?: string;
}

/**
 * Fetches and reads a story.json with its layers, or a lone .geojson; a large one in a worker. What an author got wrong
 * comes back as problems. Rejects with {@link LoadError} where nothing can be shown, with {@link LoadCancelled} on the
 * signal.
 */
export async function loadStory(url: string, options: LoadOptions = {}): Promise<Loaded> {
  const address = new URL(url, document.baseURI);
  const lone = !nameOf(address).endsWith('.json');
  const outline = lone
    ? { story: storyForFile(nameOf(address), options.language), problems: [] }
    : await loadOutline(address, options);
  const { story } = outline;
  const files = new LayerFiles(story, lone);
  await files.open((layer) => (lone ? address : new URL(layer.file, address)), options.signal);
  const texts = await files.read();
  let loaded: Loaded;
  if (texts) loaded = await readHere(story, texts);
  else {
    const { loadLarge } = await import('./large-story');
    const { found, total } = files;
    loaded = await loadLarge({ story, files: found, lone, ...(total === undefined ? {} : { total }) }, options);
  }
  return { ...loaded, problems: [...files.missing, ...outline.problems, ...loaded.problems] };
}

/** What a story.json says itself. */
async function loadOutline(
  url: URL,
  { signal, language }: LoadOptions,
): Promise<{ story: Story; problems: Problem[] }> {
  // The first format of a date makes a browser look through all its languages: here while it waits for the story.
  setTimeout(() => Intl.DateTimeFormat.supportedLocalesOf('en'));
  const text = await (await ByteStream.open(url, signal)).text();
  const file = nameOf(url);
  const { story, problems } = parseStory(text, file, language);
  const located = await locateProblems(text, problems);
  if (story?.basemap) story.basemap = resolveBasemap(story.basemap, url.href);
  if (story) return { story, problems: located };
  throw new LoadError(located[0] ? `${file}: ${located[0].message}` : file);
}

async function readHere(story: Story, layers: readonly LayerText[]): Promise<Loaded> {
  const dataset = await inSlices(datasetOf(story, layers));
  const problems = await Promise.all(
    layers.map(({ file, text }) =>
      locateProblems(
        text,
        dataset.problems.filter((problem) => problem.file === file),
      ),
    ),
  );
  await pause();
  const chronicle = chronicleOf(
    dataset.features,
    story.layers.map((layer) => layer.id),
  );
  // It is shown as soon as it is there, which takes longer.
  await pause();
  const finder = new StoryFinder(chronicle, story.sources, true);
  return { story, chronicle, problems: problems.flat(), finder, dispose: () => undefined };
}
