import { isWebAddress } from './citation';
import { MOST_LAYERS } from './facet';
import type { Layer, Source, Story } from './feature';
import { parseJson } from './json';
import { canonicalLanguage, languagesFor } from './languages';
import { readBasemap } from './parse-basemap';
import { describeValue, formatPath, type Issue, type Problem } from './problem';
import { isRecord, present, Properties } from './properties';
import { readTimeZone } from './time-zone';

export interface StoryReading {
  /** Absent where nothing could be shown: no JSON object, or no layer in it. */
  story?: Story;
  problems: Problem[];
}

/**
 * Reads the text of a story.json; `file` is its name in the problems. What is wrong in it is left out, listed, and the
 * rest kept: a story without a title takes its file's name, a source without one its id. Its texts are read in the
 * `wanted` language (BCP 47) where they are in it. Never throws.
 */
export function parseStory(text: string, file: string, wanted?: string): StoryReading {
  const parsed = parseJson(text, 'a story.json');
  if ('error' in parsed) return { problems: [{ file, message: parsed.error, path: [], skipped: 'file' }] };
  if (!isRecord(parsed.value)) {
    const message = `expected an object with "title" and "layers", found ${describeValue(parsed.value)}`;
    return { problems: [{ file, message, path: [], skipped: 'file' }] };
  }
  const issues: Issue[] = [];
  const own = readLanguage(new Properties(parsed.value, [], issues));
  const languages = wanted === undefined ? undefined : languagesFor(wanted, own);
  const members = new Properties(parsed.value, [], issues, languages);
  const story = { ...readStory(members, file), ...present({ languages }) };
  const problems = issues.map(({ path, message }): Problem => {
    const left = story.layers.length === 0 ? 'file' : 'nothing';
    return { file, ...(path.length > 0 ? { property: formatPath(path) } : {}), message, path, skipped: left };
  });
  return { ...(story.layers.length > 0 ? { story } : {}), problems };
}

/**
 * The story of a lone layer file: its name without the extension, hyphens as spaces, is the title of story and layer. Its
 * texts are read in the `wanted` language.
 */
export function storyForFile(file: string, wanted?: string): Story {
  const id = layerIdOf(file);
  const title = id.replaceAll(/[-_]+/g, ' ').trim() || id;
  const languages = wanted === undefined ? {} : { languages: languagesFor(wanted) };
  return { title, sources: [], layers: [{ id, file, title, on: true }], ...languages };
}

/** A layer's id: the name of its file without folders and extension. */
function layerIdOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/(?<=.)\.(geo)?json$/i, '');
}

/** Of the texts without a suffix: English where the story says nothing. */
function readLanguage(members: Properties): string | undefined {
  const tag = members.text('language');
  if (tag === undefined) return undefined;
  const language = canonicalLanguage(tag);
  if (language === undefined) {
    members.note('language', `expected a language tag such as "en" or "ar", found ${describeValue(tag)}`);
  }
  return language;
}

function readStory(members: Properties, file: string): Story {
  const sources = readStorySources(members);
  const layers = readLayers(members);
  const report = members.text('report');
  if (report !== undefined && !sources.some((source) => source.id === report)) {
    members.note('report', `unknown source ${describeValue(report)}; expected the id of one of the sources`);
  }
  const date = members.when('date')?.edtf;
  const optional = {
    standfirst: members.words('standfirst'),
    published: members.text('published'),
    timeZone: readTimeZone(members),
    // Kept even where it is unknown: all would be shown as reported without it, which is more than anyone says.
    report,
    bounds: readBounds(members),
    date,
    basemap: readBasemap(members),
  };
  const title = members.requiredWords('title') ?? layerIdOf(file);
  return { title, sources, layers, ...present({ ...optional, foreign: members.foreign }) };
}

function readStorySources(members: Properties): Source[] {
  const sources = new Map<string, Source>();
  for (const row of members.records('sources', 'a source, an object')) {
    const id = row.requiredText('id');
    const source = {
      title: row.requiredText('title') ?? id ?? '',
      ...present({
        publisher: row.text('publisher'),
        url: readAddress(row, 'url'),
        archivedUrl: readAddress(row, 'archivedUrl'),
        date: row.text('date'),
        kind: row.text('kind'),
      }),
    };
    if (id === undefined) continue;
    if (id.includes('#'))
      row.note('id', `expected an id without "#", which begins a locator, found ${describeValue(id)}`);
    else if (sources.has(id))
      row.note('id', `the id ${describeValue(id)} is taken by an earlier source; expected another`);
    else sources.set(id, { id, ...source });
  }
  return [...sources.values()];
}

/** Only what is safe to link to: `javascript:` and its like are not. */
function readAddress(row: Properties, name: string): string | undefined {
  const text = row.text(name)?.trim();
  if (text === undefined || isWebAddress(text) || /^mailto:[^@\s]+@[^@\s]+$/i.test(text)) return text;
  row.note(name, `expected an http, https or mailto address, found ${describeValue(text)}`);
  return undefined;
}

function readLayers(members: Properties): Layer[] {
  const layers = new Map<string, Layer>();
  const rows = members.records('layers', 'a layer, an object');
  for (const row of rows) {
    const file = row.requiredText('file');
    const id = layerIdOf(file ?? '');
    const title = row.requiredWords('title') ?? id;
    const on = row.flag('on') ?? true;
    if (file === undefined) continue;
    if (/^([a-z][a-z0-9+.-]*:|[/\\])|\\|(^|\/)\.\.(\/|$)/i.test(file)) {
      row.note('file', `expected a path inside the folder of story.json, found ${describeValue(file)}`);
    } else if (layers.has(id)) {
      row.note('file', `an earlier layer is named ${describeValue(id)} too; expected another file name`);
    } else if (layers.size === MOST_LAYERS) {
      row.note('file', `expected at most ${MOST_LAYERS} layers, found another`);
    } else layers.set(id, { id, file, title, ...present({ foreign: row.foreign }), on });
  }
  if (members.items('layers').length === 0) members.note('layers', 'expected at least one layer, found none');
  return [...layers.values()];
}

/** `[west, south, east, north]` in degrees, as in RFC 7946 §5, but never across the antimeridian. */
function readBounds(members: Properties): Story['bounds'] {
  const value = members.value('bounds');
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.length === 4 && value.every((number) => Number.isFinite(number))) {
    const [west, south, east, north] = value as [number, number, number, number];
    if (-180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90) {
      return [west, south, east, north];
    }
  }
  const found = Array.isArray(value) && value.every((item) => typeof item === 'number') && value.length < 9;
  members.note(
    'bounds',
    `expected [west, south, east, north] in degrees, found ${found ? `[${value.join(', ')}]` : describeValue(value)}`,
  );
  return undefined;
}
