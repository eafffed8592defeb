import { lightTheme, type Theme } from '../src/map/theme';
import { arcBetween } from '../src/map/arc';
import { LAYERS, momentAt, movement, place, report } from '../src/model/sample';
import type { Feature, Movement, Report } from '../src/model/feature';
import { bareTest } from './bare-page';
import type { MovementPage, MovementSpec } from './pages/movement-protocol';

export { expect } from './quiet-page';

/** A test on the page of movements, see `pages/movement-protocol.ts`. */
export const test = bareTest<MovementPage>('movements.html', 'movementPage');

export const GROUND = 0xffffff;
/** What a movement's casing and its hollow core are drawn in; the movement itself is black. */
export const CORE = 0xff0000;
const THEME: Theme = { ...lightTheme, movement: '#000000', casing: '#ff0000' };

/** The day of the first report of what {@link force} makes. */
export const DAY_ONE = momentAt('2020-01-01');

type Ends = readonly [longitude: number, latitude: number][];

/** A force that goes from one point to another on {@link DAY_ONE}, with its two places. */
export function force(
  id: string,
  [from, to]: Ends,
  more: Partial<Report> = {},
  own: Partial<Movement> = {},
): Feature[] {
  const strength = { form: 'exact', low: 4000, high: 4000 } as const;
  const reports = [report('2020-01-01', { status: 'arrived', strength, from: `${id}-from`, to: `${id}-to`, ...more })];
  return [place(`${id}-from`, from ?? null), place(`${id}-to`, to ?? null), movement(id, reports, own)];
}

/** A map of black lines with a red casing on white. */
export function inked(features: Feature[], more: Partial<MovementSpec> = {}): MovementSpec {
  return {
    features,
    layers: LAYERS,
    look: { camera: { center: [0, 0], zoom: 2 }, moment: DAY_ONE },
    projection: 'mercator',
    width: 640,
    height: 480,
    theme: THEME,
    ground: '#ffffff',
    ...more,
  };
}

/** Points along the way between two ends, without the first and the last of its `count` stretches. */
export function along([from = [0, 0], to = [0, 0]]: Ends, count: number): [number, number][] {
  const line = arcBetween(from, to);
  return Array.from({ length: count - 1 }, (_, index): [number, number] => {
    const at = ((index + 1) / count) * (line.length - 1);
    const [before = [0, 0], after = [0, 0]] = [line[Math.floor(at)], line[Math.ceil(at)]];
    const share = at % 1;
    const mix = (axis: 0 | 1) => (before[axis] ?? 0) * (1 - share) + (after[axis] ?? 0) * share;
    return [mix(0), mix(1)];
  });
}

/** How often neighbours in a row of colours differ in being dark, as ink is. */
export function changesIn(colours: readonly number[]): number {
  return colours.slice(1).filter((colour, index) => isDark(colour) !== isDark(colours[index] ?? GROUND)).length;
}

/** True for ink, and for what is nearer to it than to anything else. */
export function isDark(colour: number): boolean {
  return Math.max(colour >> 16, (colour >> 8) & 255, colour & 255) < 128;
}
