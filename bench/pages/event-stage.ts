import { LATTICE, PROBES, probesShown } from '../probes';
import {
  BACKGROUND,
  BEACONS,
  COLORS,
  KINDS,
  STEPS,
  beaconKindOf,
  daysShown,
  radiusFor,
  type EventMode,
  type Pixel,
} from '../scene';
import { checkStep } from './checking';
import { colorDistance, colorOf, SAME, type Area, type Color, type Screen } from './screen';
import { Stage, type StageRequest } from './stage';
import type { Technique } from './technique';

const KIND_COLORS = KINDS.map((kind) => colorOf(COLORS[kind]));
const BACKGROUND_COLOR = colorOf(BACKGROUND);
/** A probe that is shown dimmed is still shown. */
const LIT = 24;

const COLORS_ALIKE = [BACKGROUND_COLOR, ...KIND_COLORS].some((color, index, colors) =>
  colors.slice(index + 1).some((other) => colorDistance(color, other) < 2 * SAME),
);
if (COLORS_ALIKE) throw new Error('the colours are too much alike to be told from a picture');

/** A technique that shows events on its map. */
export class EventStage extends Stage {
  readonly steps = STEPS;
  readonly varies = false;
  readonly mode: EventMode;
  readonly #technique: Technique;
  #screen: Screen | undefined;

  constructor(technique: Technique, mode: EventMode) {
    super();
    this.#technique = technique;
    this.mode = mode;
  }

  async load({ container, url, count, step, onmap }: StageRequest): Promise<void> {
    const { mode } = this;
    const radius = radiusFor(count);
    const days = daysShown(step, mode);
    const onframe = () => {
      if (this.#screen) this.framed();
    };
    this.#screen = await this.#technique.load({ container, url, mode, radius, days, onmap, onframe });
    await this.#technique.settle();
  }

  step(step: number): void {
    this.#technique.step(daysShown(step, this.mode));
  }

  repaint(): void {
    this.#technique.repaint();
  }

  settle(): Promise<void> {
    return this.#technique.settle();
  }

  rest(): undefined {
    return undefined;
  }

  check(step: number): Promise<string | null> {
    return checkStep(this, step);
  }

  /** The kinds that the beacons show, as positions in `KINDS`; -1 where a beacon has no kind's colour. */
  beacons(): number[] {
    return BEACONS.map((pixel) => {
      const color = this.#read({ ...pixel, width: 1, height: 1 })(pixel);
      return KIND_COLORS.findIndex((kind) => colorDistance(kind, color) < SAME);
    });
  }

  beaconAt(step: number): number {
    return beaconKindOf(step);
  }

  /** Which probes are lit in this frame, in the form of `probesShown`. */
  probes(): string {
    const colorAt = this.#read(LATTICE);
    return PROBES.map(({ pixel }) => (colorDistance(colorAt(pixel), BACKGROUND_COLOR) > LIT ? '1' : '0')).join('');
  }

  picture(): string {
    return `${[...new Set(this.beacons())].join()} ${this.probes()}`;
  }

  pictureAt(step: number): string {
    return `${beaconKindOf(step)} ${probesShown(step, this.mode)}`;
  }

  #read(area: Area): (pixel: Pixel) => Color {
    if (!this.#screen) throw new Error('nothing is loaded');
    return this.#screen.read(area);
  }
}
