import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import { isReportedFacet, kindOf } from '../model/facet';
import { EARTH } from '../model/geodesy';
import { FORMS } from '../model/marks';
import { WORLD, positionOf } from '../model/mercator';
import { NOW_SCALE, PAST_SCALE, type Clock } from '../map/clock-layer';
import { circlePath, short } from './paths';
import type { PathShape, SoftShape } from './shape';
import { pixelOf, type PlainView } from './view';
import { LEAST_CIRCLE, SOFT_OPACITY } from '../map/soft-circles';
import { SYMBOL_BOX } from '../map/symbol-shaders';
import { SYMBOL_PATHS } from '../map/symbols';
import type { Theme } from '../map/theme';

/** In units of the symbol's box, as the shader has them: the casing's reach beyond the shape, and lines across. */
const CASING = 2.25;
const FILLED = 0.75;
const HOLLOW = 2.5;
const BOLD = 4.5;
const STATION = 7.5;
/** Of what is past. */
const PAST_OPACITY = 0.5;
const PAST_STRENGTH = 0.45;

/** What stands at a point of a view at a date. */
export interface DrawnMark {
  /** See `facetOf`. */
  facet: number;
  state: 'now' | 'past';
  x: number;
  y: number;
  form: string;
  /** Metres. */
  uncertainty: number;
  /** Metres of the ground for each pixel there. */
  ground: number;
}

/**
 * The soft circles of uncertain places, with their true radius; those smaller than a symbol are left out, unless the
 * place is an area. The same doubt told twice is not a deeper one: of circles of one place and size the strongest is
 * drawn, and of those alike the last.
 */
export function doubtShapes(marks: readonly DrawnMark[], theme: Theme): SoftShape[] {
  const whole = theme.dark ? SOFT_OPACITY.dark : SOFT_OPACITY.light;
  const circles = new Map<string, SoftShape>();
  for (const { facet, state, x, y, form, uncertainty, ground } of marks) {
    const radius = short(uncertainty / ground);
    if (uncertainty <= 0 || (radius < LEAST_CIRCLE && form !== 'area')) continue;
    const opacity = (state === 'now' ? 1 : PAST_STRENGTH) * whole;
    const key = [short(x), short(y), radius].join(' ');
    if (opacity < (circles.get(key)?.opacity ?? 0)) continue;
    circles.delete(key);
    const colour = theme[kindOf(facet)];
    circles.set(key, { form: 'soft', x: short(x), y: short(y), radius, colour, opacity });
  }
  return [...circles.values()];
}

/**
 * The symbols of what is past, then of what is of now: kind is shape and colour, and what the main report does not say is
 * hollow. `scale` is their size as `symbolScale` has it.
 */
export function markShapes(marks: readonly DrawnMark[], scale: number, theme: Theme): PathShape[] {
  const drawn = marks.filter(({ form }) => form === 'symbol' || form === 'station');
  return (['past', 'now'] as const).flatMap((state) =>
    drawn.filter((mark) => mark.state === state).flatMap((mark) => symbolShapes(mark, scale, theme)),
  );
}

function symbolShapes({ facet, x, y, state, form }: DrawnMark, scale: number, theme: Theme): PathShape[] {
  const kind = kindOf(facet);
  const reported = isReportedFacet(facet);
  const station = form === 'station';
  const by = scale * (state === 'now' ? NOW_SCALE : PAST_SCALE);
  const half = SYMBOL_BOX / 2;
  const shape = {
    form: 'path',
    d: station ? circlePath({ parts: [[[half, half]]] }, STATION) : SYMBOL_PATHS[kind],
    at: [x - half * by, y - half * by, by],
    opacity: state === 'now' ? 1 : PAST_OPACITY,
  } as const;
  const filled = reported && !station;
  return [
    { ...shape, fill: theme.casing, stroke: theme.casing, width: 2 * CASING },
    {
      ...shape,
      ...(filled ? { fill: theme[kind] } : {}),
      stroke: theme[kind],
      width: filled ? FILLED : station && reported ? BOLD : HOLLOW,
    },
  ];
}

/** The marks of a story that show by the clock, in the order of drawing. */
export function marksAt({ columns }: Chronicle, { moment, shown, past }: Clock, view: PlainView): DrawnMark[] {
  const { marks } = columns;
  const found: DrawnMark[] = [];
  for (let mark = 0; mark < marks.length; mark++) {
    const row = marks.entry[mark] ?? 0;
    const state = drawnState(columns, row, moment, shown);
    if (state === 'absent' || (state === 'past' && !past)) continue;
    const down = marks.y[mark] ?? 0;
    const [x, y] = pixelOf(view, positionOf(marks.x[mark] ?? 0, down));
    found.push({
      facet: columns.facet[row] ?? 0,
      state,
      x,
      y,
      form: FORMS[marks.form?.[mark] ?? 0] ?? 'symbol',
      uncertainty: marks.uncertainty?.[mark] ?? 0,
      ground: (2 * Math.PI * EARTH) / Math.cosh(Math.PI * (1 - (2 * down) / WORLD)) / view.world,
    });
  }
  return found;
}
