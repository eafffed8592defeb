import { LATTICE, PROBES, probesShown } from '../probes';
import {
  BACKGROUND,
  BEACONS,
  COLORS,
  KINDS,
  beaconKindOf,
  daysShown,
  radiusFor,
  type Mode,
  type Pixel,
} from '../scene';
import { colorDistance, colorOf, type Area, type Color, type Screen } from './screen';
import type { Technique } from './technique';

const KIND_COLORS = KINDS.map((kind) => colorOf(COLORS[kind]));
const BACKGROUND_COLOR = colorOf(BACKGROUND);
/** A colour profile or rounding moves a colour by far less. */
const SAME = 40;
/** A probe that is shown dimmed is still shown. */
const LIT = 24;
const STEP_LIMIT = 30_000;

const COLORS_ALIKE = [BACKGROUND_COLOR, ...KIND_COLORS].some((color, index, colors) =>
  colors.slice(index + 1).some((other) => colorDistance(color, other) < 2 * SAME),
);
if (COLORS_ALIKE) throw new Error('the colours are too much alike to be told from a picture');

/** A technique on its map, and what its frames show. */
export class Stage {
  readonly technique: Technique;
  readonly mode: Mode;
  #screen: Screen | undefined;
  #listener: (() => void) | undefined;

  constructor(technique: Technique, mode: Mode) {
    this.technique = technique;
    this.mode = mode;
  }

  /** Has the technique load the file of `count` events at `url` and show the first of its dates. */
  async load(container: HTMLElement, url: string, count: number, step: number, onmap: () => void): Promise<void> {
    const { mode } = this;
    const radius = radiusFor(count);
    const days = daysShown(step, mode);
    const onframe = () => {
      if (this.#screen) this.#listener?.();
    };
    this.#screen = await this.technique.load({ container, url, mode, radius, days, onmap, onframe });
    await this.technique.settle();
  }

  /** Calls `listener` in every frame from now on, in place of the one before. */
  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  /** Runs `start`, then asks `isLast` of every frame; resolves after the first that is, rejects after half a minute. */
  frames(start: () => void, isLast: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.listen(undefined);
        reject(new Error(`no right picture within ${STEP_LIMIT / 1000} s`));
      }, STEP_LIMIT);
      this.listen(() => {
        if (!isLast()) return;
        this.listen(undefined);
        clearTimeout(timer);
        resolve();
      });
      start();
    });
  }

  /** Calls the technique's step. */
  step(step: number): void {
    this.technique.step(daysShown(step, this.mode));
  }

  /** The kinds that the beacons show in this frame, as positions in `KINDS`; -1 where a beacon has no kind's colour. */
  beacons(): number[] {
    return BEACONS.map((pixel) => {
      const color = this.#read({ ...pixel, width: 1, height: 1 })(pixel);
      return KIND_COLORS.findIndex((kind) => colorDistance(kind, color) < SAME);
    });
  }

  /** Which probes are lit in this frame, in the form of `probesShown`. */
  probes(): string {
    const colorAt = this.#read(LATTICE);
    return PROBES.map(({ pixel }) => (colorDistance(colorAt(pixel), BACKGROUND_COLOR) > LIT ? '1' : '0')).join('');
  }

  /** True where this frame shows a step, and nothing of another one. */
  isWhole(step: number): boolean {
    const kind = beaconKindOf(step);
    return this.beacons().every((shown) => shown === kind) && this.probes() === probesShown(step, this.mode);
  }

  #read(area: Area): (pixel: Pixel) => Color {
    if (!this.#screen) throw new Error('nothing is loaded');
    return this.#screen.read(area);
  }
}
