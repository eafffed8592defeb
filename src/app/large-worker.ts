import type { Chronicle, Details } from '../model/chronicle';
import { kindOf } from '../model/facet';
import type { DatedFeature, Layer } from '../model/feature';
import type { Problem } from '../model/problem';
import { LargeReading, type LargeStory } from '../model/read-large';
import { ByteStream, LoadError, missingFile } from './byte-stream';
import { StoryFinder, type Finder } from './finder';
import type { FromWorker, LargeRequest, Question, RowsOf, ToWorker } from './large-messages';

/** In milliseconds: how often the page hears how far it is. */
const PULSE = 100;
/** How many objects are sent at once, so that the page takes each message in a moment. */
const PART = 200;

let details: Details | undefined;
let finder: Finder | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.say === 'ask') answer(data.question);
  else work(data).catch((error: unknown) => send({ say: 'failed', message: messageOf(error) }));
});

async function work(message: Exclude<ToWorker, { say: 'ask' }>): Promise<void> {
  if (message.say === 'read') await read(message.request);
  else if (message.say === 'survey' && finder) send({ say: 'surveyed', survey: await finder.survey() });
  else if (message.say === 'find' && finder) {
    const { search, wanted } = message;
    const found = await finder.find(wanted, (share) => send({ say: 'searching', search, share }));
    send({ say: 'found', search, found });
  }
}

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) return `not enough memory for a story of this size (${error.message})`;
  return error instanceof Error ? error.message : String(error);
}

async function read({ story, files, lone }: LargeRequest): Promise<void> {
  const reading = new LargeReading(story);
  const pulse = new Pulse();
  const missing: Problem[] = [];
  for (const { layer: position, url } of files) {
    const layer = story.layers[position];
    if (!layer) continue;
    try {
      await readLayer(reading, layer, new URL(url), pulse);
    } catch (error) {
      if (lone || !(error instanceof LoadError)) throw error;
      missing.push(missingFile(layer.file, error));
    }
  }
  const large = await reading.finish();
  const { chronicle } = large;
  ({ details } = chronicle);
  // The columns go to the page; of them a search asks only which rows are reports. Texts are read again each time, as a
  // million features have no room to be kept in another form.
  const columns = { ...chronicle.columns, facet: chronicle.columns.facet.slice() };
  finder = new StoryFinder({ ...chronicle, columns }, story.sources, false);
  sendStory({ ...large, problems: [...missing, ...large.problems] });
}

async function readLayer(reading: LargeReading, layer: Layer, url: URL, pulse: Pulse): Promise<void> {
  const stream = await ByteStream.open(url);
  const reader = reading.begin(layer);
  try {
    for (let chunk = await stream.read(); chunk; chunk = await stream.read()) {
      reader.write(chunk);
      pulse.beat(chunk.length, reading.features);
    }
  } catch (error) {
    reader.abandon();
    throw error;
  }
  reading.end(reader);
}

/** Tells the page how far it is, but not at every chunk. */
class Pulse {
  #bytes = 0;
  #told = 0;

  beat(bytes: number, events: number): void {
    this.#bytes += bytes;
    if (performance.now() - this.#told < PULSE) return;
    this.#told = performance.now();
    send({ say: 'progress', bytes: this.#bytes, events });
  }
}

function sendStory({ chronicle, problems, moreProblems }: LargeStory): void {
  const { columns, tally, index, lines, units, movements, places } = chronicle;
  for (const part of partsOf([...places.values()])) send({ say: 'part', places: part });
  for (const part of partsOf(movements)) send({ say: 'part', movements: part });
  for (const part of partsOf(problems)) send({ say: 'part', problems: part });
  const whole = { columns, tally, index: index.data, lines, units, moreProblems, ...reportsOf(chronicle) };
  send({ say: 'whole', whole }, [...buffersIn(whole)]);
}

/** Which rows are reports, and of which movement each is, by position. */
function reportsOf({ columns, movements, details: known }: Chronicle) {
  const positions = new Map<DatedFeature | undefined, number>(movements.map((movement, at) => [movement, at]));
  const rows: number[] = [];
  for (const [row, facet] of columns.facet.entries()) if (kindOf(facet) === 'movement') rows.push(row);
  return {
    reportRows: Uint32Array.from(rows),
    reportMovements: Uint32Array.from(rows, (row) => positions.get(known.entry(row)?.feature) ?? 0),
  };
}

function* partsOf<Item>(all: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < all.length; at += PART) yield all.slice(at, at + PART);
}

/** The memory behind all arrays of numbers in a value, each once. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (value instanceof ArrayBuffer) found.add(value);
  else if (ArrayBuffer.isView(value)) buffersIn(value.buffer, found);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) buffersIn(part, found);
  return found;
}

function answer({ rows, features, places }: Question): void {
  const known = details;
  if (!known) return;
  for (const part of partsOf(rows)) {
    send({ say: 'answer', answer: { entries: part.map((row) => [row, known.entry(row)]) } });
  }
  const rowsOf = features.map((id): RowsOf => [id, Uint32Array.from(known.rowsOf(id) ?? [])]);
  send({ say: 'answer', answer: { rowsOf } }, [...buffersIn(rowsOf)]);
  for (const id of places) {
    const rowsAt: RowsOf = [id, Uint32Array.from(known.rowsAt(id) ?? [])];
    send({ say: 'answer', answer: { rowsAt: [rowsAt] } }, [...buffersIn(rowsAt)]);
  }
  send({ say: 'answer', answer: {}, last: true });
}
