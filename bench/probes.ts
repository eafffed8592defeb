import { randomFrom } from './random';
import { DAYS, HEIGHT, KINDS, WIDTH, daysShown, type EventMode, type Pixel } from './scene';

/** An event that stands alone, so that its pixel says whether it is shown. */
export interface Probe {
  pixel: Pixel;
  day: number;
  /** Position in `KINDS`. */
  kind: number;
}

const COLUMNS = 20;
const ROWS = 15;
const SPACING = 14;
/** No other event comes nearer to a probe than so many pixels. */
const FREE = 20;
/** Pixels that the lattice reaches beyond its outer probes. */
const MARGIN = SPACING / 2;

/** The part of the picture that the probes stand in: on both sides of both tile borders. */
export const LATTICE = {
  x: WIDTH / 2 - (COLUMNS * SPACING) / 2,
  y: HEIGHT / 2 - (ROWS * SPACING) / 2,
  width: COLUMNS * SPACING,
  height: ROWS * SPACING,
};

/** The probes, row by row: the same in every file of events. */
export const PROBES: readonly Probe[] = lattice();

/** True where no event but a probe may stand. */
export function isNearLattice({ x, y }: Pixel): boolean {
  const reach = FREE - MARGIN;
  return (
    x > LATTICE.x - reach &&
    y > LATTICE.y - reach &&
    x < LATTICE.x + LATTICE.width + reach &&
    y < LATTICE.y + LATTICE.height + reach
  );
}

/** Which probes a right picture of a step shows: a `1` for each that is lit and a `0` for each that is not. */
export function probesShown(step: number, mode: EventMode): string {
  const { from, to } = daysShown(step, mode);
  return PROBES.map(({ day }) => (day >= from && day <= to ? '1' : '0')).join('');
}

function lattice(): Probe[] {
  const random = randomFrom(7);
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
    pixel: {
      x: LATTICE.x + (index % COLUMNS) * SPACING + MARGIN,
      y: LATTICE.y + Math.floor(index / COLUMNS) * SPACING + MARGIN,
    },
    day: Math.floor(random() * DAYS),
    kind: Math.floor(random() * KINDS.length),
  }));
}
