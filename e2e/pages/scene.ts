import type { Position } from 'geojson';
import { FOREVER, type Columns } from '../../src/model/columns';
import { MOST_LAYERS } from '../../src/model/facet';
import type { MarkForm } from '../../src/model/marks';
import { mercatorOf } from '../../src/model/mercator';
import { RowBuilder } from '../../src/model/rows';
import { DAY, type CalendarDate, type When } from '../../src/model/when';

/** One dated entry with one mark, in a form that a test can send to a page. Days are days since 1970. */
export interface SceneMark {
  at: Position;
  /** Null where it has no date. */
  begin: number | null;
  /** `FOREVER` while it lasts. */
  end: number;
  /** See `facetOf`. */
  facet: number;
  replaced?: number;
  replacedReported?: number;
  /** Metres. */
  uncertainty?: number;
  form?: MarkForm;
}

/** The columns of a scene. Both the test and the page make them, and get the same. */
export function columnsOfScene(marks: readonly SceneMark[]): Columns {
  const builder = new RowBuilder(Array.from({ length: MOST_LAYERS }, (_, position) => `layer-${position}`));
  for (const { at, begin, end, facet, replaced, replacedReported, uncertainty = 0, form = 'symbol' } of marks) {
    const point = mercatorOf(at);
    if (!point) throw new RangeError(`no place on the map: ${at.join()}`);
    builder.add(
      {
        when: begin === null ? null : whenOf(begin, end),
        facet,
        ...(replaced === undefined ? {} : { replaced }),
        ...(replacedReported === undefined ? {} : { replacedReported }),
      },
      [{ x: point[0], y: point[1], uncertainty, form }],
    );
  }
  return builder.finish().columns;
}

/** Marks that lie ahead of every date a test shows. */
export function crowdOf(length: number): SceneMark[] {
  return Array.from({ length }, () => ({ at: [0, 0], begin: 1e6, end: 1e6 + 1, facet: 0 }));
}

function whenOf(begin: number, end: number): When {
  const date: CalendarDate = { year: 2000, month: 1, day: 1, approximate: false, uncertain: false };
  const start = begin * DAY;
  const over = end === FOREVER ? Infinity : end * DAY;
  return { edtf: '', form: 'date', lower: date, upper: date, begin: start, end: over, order: start };
}
