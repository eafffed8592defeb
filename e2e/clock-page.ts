import { lightTheme, type Theme } from '../src/map/theme';
import { FACETS, facetOf } from '../src/model/facet';
import { positionOf, mercatorOf, WORLD } from '../src/model/mercator';
import { bareTest, type Ask as AskOf } from './bare-page';
import type { ClockPage, Look, MapSpec } from './pages/protocol';
import type { SceneMark } from './pages/scene';

export { expect } from './quiet-page';

/** Asks the page to do one of the things that it can. */
export type Ask = AskOf<ClockPage>;

/** A test on the page of bare maps, see `pages/protocol.ts`. */
export const test = bareTest<ClockPage>('clock.html', 'clockPage');

/** The filter that lets everything through. */
export const EVERYTHING = { bits: Array.from({ length: FACETS / 32 }, () => 0xffff_ffff), context: true };
/** A facet of the symbol that is the same whichever way it is turned: a square. */
export const SQUARE = facetOf(0, 'context', true);
/** Black symbols, whose pixels can be weighed on a white ground. */
const INK: Theme = { ...lightTheme, context: '#000000', casing: '#000000' };

/** The clock of one day, without what is over. */
export function onDay(day: number): NonNullable<Look['clock']> {
  return { moment: { from: day, to: day + 1 }, shown: EVERYTHING, past: false };
}

/** A map of black symbols on white, of which each stands on a day of its own, in their order. */
export function inked(marks: SceneMark[], more: Partial<MapSpec> = {}): MapSpec {
  return {
    marks,
    look: { camera: { center: [0, 0], zoom: 2 }, clock: onDay(0), theme: INK, ground: '#ffffff' },
    projection: 'mercator',
    width: 512,
    height: 384,
    ...more,
  };
}

/** The place so many pixels east and south of another on a flat map at a zoom. */
export function pixelsFrom(place: readonly number[], zoom: number, east: number, south: number): [number, number] {
  const [x, y] = mercatorOf([...place]) ?? [0, 0];
  const step = WORLD / (512 * 2 ** zoom);
  return positionOf((x + east * step) % WORLD, Math.min(WORLD - 1, Math.max(0, y + south * step)));
}

/** Numbers from 0 to 1 that look random and are the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Keeps a measured figure with the test's result, for who reads the report. */
export function figure(description: string): void {
  test.info().annotations.push({ type: 'measured', description });
}
