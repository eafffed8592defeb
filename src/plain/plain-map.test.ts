import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import { shownBy } from '../model/facet';
import type { Feature } from '../model/feature';
import { EVERYTHING, LAYERS, fact, momentAt, movement, place, report } from '../model/sample';
import { PlainMap, type PlainScene } from './plain-map';
import type { PathShape, Shape } from './shape';
import { pixelOf, plainViewOf } from './view';
import { darkTheme, lightTheme } from '../map/theme';

const ENGLISH = { language: 'en', names: {}, disputedBorders: 'dashed' } as const;
const VIEW = plainViewOf({ width: 800, height: 600 }, { bounds: [38, 28, 49, 38] });
const BAGHDAD: [number, number] = [44.4, 33.3];

const FEATURES: Feature[] = [
  place('embassy', BAGHDAD),
  place('kuwait', [47.6, 29.3], { area: true, uncertainty: 60_000, title: 'Kuwait' }),
  place('west', [41, 34.5], { area: true, uncertainty: 40_000, title: 'West' }),
  fact('storm', '2019-12-31', { places: ['embassy'] }),
  fact('strike', '2019-12-29', { places: ['west'], reported: false }),
  movement('marines', [report('2019-12-31', { status: 'arrived', from: 'kuwait', to: 'embassy' })]),
  movement('battalion', [report('2019-12-31', { status: 'announced', to: 'kuwait' })]),
];

function mapOf(features: readonly Feature[] = FEATURES) {
  const chronicle = chronicleOf(features, LAYERS);
  return new PlainMap(
    chronicle,
    ENGLISH,
    ({ feature, report: said }) => `${feature.id} ${said?.status}`,
    (text) => text.length / 2,
  );
}

function sceneOn(date: string, more: Partial<PlainScene> = {}): PlainScene {
  const clock = { moment: momentAt(date), shown: shownBy(EVERYTHING, LAYERS), past: true };
  return { view: VIEW, theme: lightTheme, clock, hiddenPlaces: new Set(), ...more };
}

async function draw(map: PlainMap, scene: PlainScene) {
  const ground = await map.ground(scene);
  return { ground, ...ground, story: await map.story(scene) };
}

const wordsIn = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.form === 'text' ? [shape.lines.join(' ')] : []));
const softIn = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.form === 'soft');
const symbolsIn = (shapes: readonly Shape[]) =>
  shapes.filter((shape): shape is PathShape => shape.form === 'path' && shape.at !== undefined);

/** Answers ranges of the archives, wherever they are. */
async function serve(url: string, { headers }: RequestInit): Promise<Response> {
  const name = /[^/]*\.pmtiles$/.exec(url)?.[0] ?? '';
  const bytes = await readFile(new URL(`../../basemap/${name}`, import.meta.url));
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(headers).get('range') ?? '') ?? [];
  return new Response(new Uint8Array(bytes.subarray(Number(first), Number(last) + 1)), { status: 206 });
}

describe('a plain map', () => {
  beforeEach(() => vi.stubGlobal('fetch', vi.fn(serve)));
  afterEach(() => vi.unstubAllGlobals());

  it('has land, water and borders in the colours of the theme, and the names of the basemap', async () => {
    const { shapes: ground, story, credits } = await draw(mapOf(), sceneOn('2019-12-31'));
    const colours = new Set(ground.flatMap((shape) => (shape.form === 'path' ? [shape.fill, shape.stroke] : [])));
    for (const hex of [lightTheme.land, lightTheme.water, lightTheme.border]) expect(colours).toContain(cssOf(hex));
    expect(wordsIn(story)).toEqual(expect.arrayContaining(['Basra', 'Mosul', 'IRAQ']));
    expect(credits.join()).toContain('Natural Earth');
    const dark = await draw(mapOf(), sceneOn('2019-12-31', { theme: darkTheme }));
    expect(dark.shapes.some((shape) => shape.form === 'path' && shape.fill === cssOf(darkTheme.land))).toBe(true);
  });

  it('names a place of the story once', async () => {
    const places = [place('mosul', [43.1, 36.3], { title: 'Mosul' }), fact('one', '2019-12-31', { places: ['mosul'] })];
    const { story } = await draw(mapOf(places), sceneOn('2019-12-31'));
    expect(wordsIn(story).filter((words) => words === 'Mosul')).toHaveLength(1);
    const hidden = await draw(mapOf(places), sceneOn('2019-12-31', { hiddenPlaces: new Set(['mosul']) }));
    expect(wordsIn(hidden.story)).not.toContain('Mosul');
  });

  it('draws the same ground while view and theme stay, and asks for each tile once', async () => {
    const map = mapOf();
    const first = await draw(map, sceneOn('2019-12-29'));
    const asked = vi.mocked(fetch).mock.calls.length;
    const second = await draw(map, sceneOn('2019-12-31'));
    expect(second.ground).toBe(first.ground);
    expect(vi.mocked(fetch).mock.calls).toHaveLength(asked);
  });
});

describe('the story on a plain map', () => {
  beforeEach(() => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network'))));
  afterEach(() => vi.unstubAllGlobals());

  it('is there without the basemap', async () => {
    const { shapes: ground, story } = await draw(mapOf(), sceneOn('2019-12-31'));
    expect(ground).toHaveLength(1);
    expect(wordsIn(story)).toContain('embassy');
  });

  it('shows what is of the date in full, what is over dimmed and smaller, and nothing that is ahead', async () => {
    const { story: before } = await draw(mapOf(), sceneOn('2019-12-29'));
    expect(symbolsIn(before)).toEqual([]);
    expect(softIn(before)).toHaveLength(1);
    const { story: now } = await draw(mapOf(), sceneOn('2019-12-31'));
    const [casing, ink] = symbolsIn(now);
    expect([casing?.fill, ink?.fill, ink?.opacity]).toEqual([lightTheme.casing, lightTheme.incident, 1]);
    const { story: after } = await draw(mapOf(), sceneOn('2020-01-05'));
    const [, past] = symbolsIn(after);
    expect(past?.opacity).toBe(0.5);
    expect(past?.at?.[2]).toBeLessThan(ink?.at?.[2] ?? 0);
    const { clock } = sceneOn('2020-01-05');
    const { story: ranged } = await draw(mapOf(), sceneOn('2020-01-05', { clock: { ...clock, past: false } }));
    expect(symbolsIn(ranged)).toEqual([]);
  });

  it('puts a symbol on its place, hollow where the main report does not say it', async () => {
    const added = [place('embassy', BAGHDAD), fact('march', '2019-12-31', { places: ['embassy'], reported: false })];
    const { story } = await draw(mapOf(added), sceneOn('2019-12-31'));
    const [, ink] = symbolsIn(story);
    const [x = 0, y = 0, scale = 0] = ink?.at ?? [];
    const [atX, atY] = pixelOf(VIEW, BAGHDAD);
    expect([x + 12 * scale, y + 12 * scale]).toEqual([expect.closeTo(atX), expect.closeTo(atY)]);
    expect([ink?.fill, ink?.stroke]).toEqual([undefined, lightTheme.incident]);
  });

  it('draws an unsure place as a circle of its true radius, once however often it is told', async () => {
    const { story } = await draw(mapOf(), sceneOn('2019-12-31'));
    const kuwait = pixelOf(VIEW, [47.6, 29.3]);
    const circles = softIn(story).filter(({ x, y }) => Math.hypot(x - kuwait[0], y - kuwait[1]) < 1);
    const metresAPixel = (2 * Math.PI * 6_371_008.8 * Math.cos((29.3 * Math.PI) / 180)) / VIEW.world;
    expect(circles).toHaveLength(1);
    expect(circles[0]?.radius).toBeCloseTo(60_000 / metresAPixel, 0);
  });

  it('names an area only while something shows there, and says how many are where', async () => {
    expect(wordsIn((await draw(mapOf(), sceneOn('2019-12-29'))).story)).toEqual(expect.arrayContaining(['West']));
    expect(wordsIn((await draw(mapOf(), sceneOn('2019-12-28'))).story)).not.toContain('West');
    const { story } = await draw(mapOf(), sceneOn('2019-12-31'));
    expect(wordsIn(story)).toEqual(expect.arrayContaining(['marines arrived', 'battalion announced', 'Kuwait']));
    expect(story.some((shape) => shape.form === 'path' && shape.fill === lightTheme.movement)).toBe(true);
  });
});

/** A colour as the style's evaluation writes it. */
function cssOf(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},1)`;
}
