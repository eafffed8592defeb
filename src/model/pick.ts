import KDBush from 'kdbush';
import { drawnState, type Columns } from './columns';
import type { Shown } from './facet';
import { FORMS } from './marks';
import type { Moment } from './moment';
import { WORLD, eastward } from './mercator';

const AREA = FORMS.indexOf('area');

/** An index of the columns' marks by place. Its `data` may be sent from a worker, see `KDBush.from`. */
export function indexOf({ marks }: Columns): KDBush {
  const index = new KDBush(marks.length, 64, Uint32Array);
  for (let mark = 0; mark < marks.length; mark++) index.add(marks.x[mark] ?? 0, marks.y[mark] ?? 0);
  return index.finish();
}

/**
 * The marks with a symbol within `reach` of a point, both in steps of the world, that a map draws at a moment under a
 * filter; the topmost first. What is of now lies above what is past, and of both what comes later in the order of drawing. The
 * antimeridian is no border.
 */
export function marksWithin(
  columns: Columns,
  index: KDBush,
  [x, y]: readonly [number, number],
  reach: number,
  moment: Moment,
  shown: Shown,
): number[] {
  const { marks } = columns;
  const found: number[] = [];
  for (const turn of [0, -WORLD, WORLD]) {
    if (x + turn < -reach || x + turn > WORLD + reach) continue;
    for (const mark of index.within(x + turn, y, reach)) {
      if (marks.form?.[mark] !== AREA) found.push(mark);
    }
  }
  const states = new Map(found.map((mark) => [mark, drawnState(columns, marks.entry[mark] ?? 0, moment, shown)]));
  return [...states.keys()]
    .filter((mark) => states.get(mark) !== 'absent')
    .sort((a, b) => Number(states.get(b) === 'now') - Number(states.get(a) === 'now') || b - a);
}

/** The marks at just the place of a mark that a map draws at a moment under a filter, the topmost first. */
export function marksAtPlaceOf(columns: Columns, index: KDBush, mark: number, moment: Moment, shown: Shown): number[] {
  const {
    x: { [mark]: x = 0 },
    y: { [mark]: y = 0 },
  } = columns.marks;
  return marksWithin(columns, index, [x, y], 0, moment, shown);
}

/** The distance in steps of the world from a mark to a point, by the shorter way round. */
export function distanceToMark({ marks }: Columns, mark: number, [x, y]: readonly [number, number]): number {
  return Math.hypot(eastward(marks.x[mark] ?? 0, x), (marks.y[mark] ?? 0) - y);
}
