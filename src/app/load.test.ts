import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ToWorker } from './large-messages';
import { loadStory, type Loaded, type Progress } from './load';

/** What the server has: a text, or a text of which it does not state the length, or how it fails. */
const served = new Map<string, { text: string; stated?: boolean; after?: () => Promise<void> }>();
const fetched: string[] = [];

/** A worker as the page sees it, that runs in this thread; messages are cloned and moved as a browser does. */
class WorkerHere {
  static started = 0;
  static running = 0;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: unknown;
  #terminated = false;
  readonly #started: Promise<(event: { data: ToWorker }) => void>;

  constructor() {
    WorkerHere.started += 1;
    WorkerHere.running += 1;
    this.#started = this.#start();
  }

  async #start(): Promise<(event: { data: ToWorker }) => void> {
    const listen = vi.fn<(name: string, listener: (event: { data: ToWorker }) => void) => void>();
    vi.stubGlobal('addEventListener', listen);
    vi.stubGlobal('postMessage', (message: unknown, options: StructuredSerializeOptions) => {
      const data: unknown = structuredClone(message, options);
      queueMicrotask(() => !this.#terminated && this.onmessage?.({ data }));
    });
    vi.resetModules();
    await import('./large-worker');
    const [, listener] = listen.mock.calls[0] ?? [];
    if (!listener) throw new Error('the worker listens to nothing');
    return listener;
  }

  postMessage(message: ToWorker): void {
    const data = structuredClone(message);
    void this.#started.then((listener) => listener({ data }));
  }

  terminate(): void {
    if (!this.#terminated) WorkerHere.running -= 1;
    this.#terminated = true;
  }
}

function answerOf(url: string, signal: AbortSignal | undefined): Response {
  const file = served.get(url);
  if (!file) return new Response('', { status: 404 });
  const bytes = new TextEncoder().encode(file.text);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > 0) await file.after?.();
      if (signal?.aborted) controller.error(new Error('aborted'));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += 100_000)));
    },
  });
  const headers = { 'Content-Length': String(bytes.length) };
  return new Response(body, file.stated === false ? {} : { headers });
}

beforeEach(() => {
  served.clear();
  fetched.length = 0;
  WorkerHere.started = WorkerHere.running = 0;
  vi.stubGlobal('document', { baseURI: 'https://example.org/' });
  vi.stubGlobal('Worker', WorkerHere);
  vi.stubGlobal('fetch', (url: URL, { signal }: { signal?: AbortSignal } = {}) => {
    fetched.push(url.href);
    return Promise.resolve(answerOf(url.href, signal));
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function serve(name: string, value: unknown, more: { stated?: boolean; after?: () => Promise<void> } = {}) {
  served.set(`https://example.org/${name}`, {
    text: typeof value === 'string' ? value : JSON.stringify(value),
    ...more,
  });
}

/** A layer of so many facts, one of them wrong, with a place and a movement. */
function layerOf(count: number, prefix: string) {
  const fact = (index: number) => ({
    kind: index % 2 === 0 ? 'incident' : 'context',
    title: `${prefix} ${index}`,
    when: index === 5 ? 'Jan 1' : `20${10 + (index % 9)}`,
    ...(index % 3 === 0 ? { place: `${prefix}-place` } : {}),
    summary: 'x'.repeat(100),
  });
  const members = [
    [`${prefix}-place`, { kind: 'place', name: 'P' }],
    [`${prefix}-force`, { kind: 'movement', title: 'M', to: `${prefix}-place`, status: 'arrived', when: '2014' }],
    ...Array.from({ length: count }, (_, index) => [`${prefix}${index}`, fact(index)] as const),
  ] as const;
  const features = members.map(([id, properties]) => {
    const geometry = properties.kind === 'movement' ? null : { type: 'Point', coordinates: [44, 33] };
    return { type: 'Feature', id, geometry, properties };
  });
  return { type: 'FeatureCollection', features };
}

const outline = { title: 'Story', layers: ['a.geojson', 'b.geojson'].map((file) => ({ file, title: file })) };

/** All that a loaded story says of these features and places, once it was read. */
async function said({ story, chronicle, problems, moreProblems }: Loaded, ids: readonly string[]) {
  const { columns, tally, index, places, movements, lines, details } = chronicle;
  await Promise.all(ids.flatMap((id) => [details.want({ feature: id }), details.want({ place: id })]));
  const rows = Array.from({ length: 300 }, (_, at) => at * 7);
  await details.want({ rows });
  return {
    ...{ story, problems, columns, tally, places: [...places], movements, lines },
    index: Buffer.from(new Uint8Array(index.data)).toString('base64'),
    moreProblems: moreProblems ?? 0,
    entries: rows.map((row) => details.entry(row)),
    rowsOf: ids.map((id) => details.rowsOf(id)),
    rowsAt: ids.map((id) => details.rowsAt(id)),
  };
}

describe('a story whose files are large together', () => {
  const ids = ['a3', 'b7', 'a-place', 'b-place', 'a-force', 'nobody'];
  // The worker reads the same whatever the size, so that the ordinary way can be its measure.
  async function both(stated: boolean) {
    const blanks = ' '.repeat(4_100_000);
    serve('story.json', outline);
    serve('a.geojson', layerOf(3000, 'a'));
    serve('b.geojson', layerOf(50, 'b'));
    const small = await said(await loadStory('story.json'), ids);
    serve('b.geojson', JSON.stringify(layerOf(50, 'b')) + blanks, { stated });
    expect(WorkerHere.started).toBe(0);
    const progress: Progress[] = [];
    const loaded = await loadStory('story.json', { onprogress: (now) => progress.push(now) });
    expect(WorkerHere.started).toBe(1);
    return { small, large: await said(loaded, ids), loaded, progress };
  }
  test.each([true, false])(
    'is read in a worker, with the same result; the length is stated: %s',
    async (stated) => {
      const { small, large, loaded, progress } = await both(stated);
      expect(large).toEqual(small);
      expect(small.problems.map(({ file }) => file)).toEqual(['a.geojson', 'b.geojson']);
      expect(progress.length).toBeGreaterThan(0);
      expect(progress[0]?.total === undefined).toBe(!stated);
      loaded.dispose();
      expect(WorkerHere.running).toBe(0);
    },
    60_000,
  );

  test('a layer that is missing is told, and the rest shown; a lone file that is missing is an error', async () => {
    serve('story.json', outline);
    serve('a.geojson', `${JSON.stringify(layerOf(10, 'a'))}${' '.repeat(5e6)}`);
    const { problems, dispose } = await loadStory('story.json');
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      "b.geojson: the layer's file could not be loaded: b.geojson: the server answered 404",
      expect.stringContaining('a.geojson: expected an EDTF date'),
    ]);
    dispose();
    await expect(loadStory('b.geojson')).rejects.toThrow('b.geojson: the server answered 404');
  }, 60_000);

  test('stops on the signal, and the worker with it', async () => {
    serve('a.geojson', `${JSON.stringify(layerOf(10, 'a'))}${' '.repeat(5e6)}`, {
      after: () => new Promise((resolve) => setTimeout(resolve, 5)),
    });
    const controller = new AbortController();
    const loading = loadStory('a.geojson', { signal: controller.signal, onprogress: () => controller.abort() });
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect([WorkerHere.started, WorkerHere.running]).toEqual([1, 0]);
    await expect(loadStory('a.geojson', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  }, 60_000);
});

describe('patience', () => {
  test('a download may take long, but not be silent', async () => {
    vi.useFakeTimers();
    const wait = (seconds: number) => () => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
    serve('slow.geojson', layerOf(3000, 'a'), { after: wait(9) });
    const slow = loadStory('slow.geojson');
    await vi.advanceTimersByTimeAsync(100_000);
    expect((await slow).chronicle.columns.length).toBe(3000);
    serve('silent.geojson', layerOf(3000, 'a'), { after: wait(11) });
    const silent = expect(loadStory('silent.geojson')).rejects.toThrow('silent.geojson: no answer from the server');
    await vi.advanceTimersByTimeAsync(12_000);
    await silent;
  }, 60_000);
});
