import type { Map as MapLibre } from 'maplibre-gl';
import { lightTheme } from '../../src/map/theme';
import { BEACON_LINES, type BeaconLine } from '../movement-scene';
import { colorDistance, colorOf, SAME, type Area, type Screen } from './screen';

const INK = colorOf(lightTheme.movement);
/** A short line bends by less than so many pixels to either side. */
const REACH = 12;

/** The beacons among movements, as a frame shows them. */
export class MovementBeacons {
  readonly #screen: Screen;
  /** For each beacon a column of pixels across the middle of each of its lines. */
  readonly #columns: readonly (readonly Area[])[];

  constructor(map: MapLibre, screen: Screen) {
    this.#screen = screen;
    this.#columns = BEACON_LINES.map((lines) => lines.map((line) => columnOf(map, line)));
  }

  /** The phases in whose lines the beacons are drawn; a beacon that is nowhere counts as -1. */
  phases(): number[] {
    return this.#columns.flatMap((columns) => {
      const colorAt = this.#screen.read(boxOf(columns));
      const drawn = columns.flatMap(({ x, y, height }, phase) => {
        const pixels = Array.from({ length: height }, (_, row) => colorAt({ x, y: y + row }));
        return pixels.some((color) => colorDistance(color, INK) < SAME) ? [phase] : [];
      });
      return drawn.length > 0 ? drawn : [-1];
    });
  }
}

function columnOf(map: MapLibre, { from, to }: BeaconLine): Area {
  const [west = 0, latitude = 0] = from;
  const { x, y } = map.project([(west + (to[0] ?? 0)) / 2, latitude]);
  return { x: Math.floor(x), y: Math.floor(y) - REACH, width: 1, height: 2 * REACH };
}

/** One box round areas beside each other, as reading one is quicker than reading many. */
function boxOf(columns: readonly Area[]): Area {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) throw new RangeError('a beacon has no line');
  return { ...first, width: last.x - first.x + 1 };
}
