import { parseDataset, type LayerText } from '../model/dataset';
import { locateProblems } from '../model/json';
import { parseStory, storyForFile } from '../model/parse-story';
import type { Problem } from '../model/problem';
import { chronicleOf, type Chronicle } from '../model/chronicle';
import type { Story } from '../model/feature';

/** A story that has been read: what is shown, and what its author should mend. */
export interface Loaded {
  story: Story;
  chronicle: Chronicle;
  problems: Problem[];
  /** How many problems there are beyond those. */
  moreProblems?: number;
  /** Frees what was kept for reading on demand. */
  dispose: () => void;
}

/** How long a file may take, in milliseconds, before the page says so and goes on. */
const PATIENCE = 10_000;

/** Why nothing can be shown: the file itself is missing or unreadable. The message is for the reader. */
export class LoadError extends Error {}

/**
 * Fetches and reads a story.json with its layers, or a lone .geojson. What an author got wrong comes back as problems.
 * Throws {@link LoadError} where nothing can be shown.
 */
export async function loadStory(url: string): Promise<Loaded> {
  const address = new URL(url, document.baseURI);
  const file = nameOf(address);
  const text = await fetchText(address);
  const single = !file.endsWith('.json');
  const parsed = single ? { story: storyForFile(file), problems: [] } : parseStory(text, file);
  if (!parsed.story) {
    const [problem] = await locateProblems(text, parsed.problems);
    throw new LoadError(problem ? `${file}: ${problem.message}` : file);
  }
  const { story } = parsed;
  const missing: Problem[] = [];
  const layers = await Promise.all(
    story.layers.map(async (layer): Promise<LayerText[]> => {
      try {
        return [
          { file: layer.file, layer: layer.id, text: single ? text : await fetchText(new URL(layer.file, address)) },
        ];
      } catch (error) {
        const message = `the layer's file could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
        missing.push({ file: layer.file, message, path: [], skipped: 'file' });
        return [];
      }
    }),
  );
  const texts = layers.flat();
  const dataset = parseDataset(story, texts);
  const problems = await Promise.all([
    locateProblems(text, parsed.problems),
    ...texts.map((layer) =>
      locateProblems(
        layer.text,
        dataset.problems.filter((problem) => problem.file === layer.file),
      ),
    ),
  ]);
  const chronicle = chronicleOf(
    dataset.features,
    story.layers.map((layer) => layer.id),
  );
  return { story, chronicle, problems: [...missing, ...problems.flat()], dispose: () => {} };
}

async function fetchText(url: URL): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new LoadError(`${nameOf(url)}: no answer from the server`);
  }
  if (!response.ok) throw new LoadError(`${nameOf(url)}: the server answered ${response.status}`);
  return response.text();
}

function nameOf(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.pathname;
}
