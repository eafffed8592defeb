import { FOREVER, type Columns } from './columns';
import type { Entry } from './entry';
import type { Movement } from './feature';
import type { Moment } from './moment';

/** A movement told whole: its reports, those told at a date, and the forces that it belongs with. */
export interface History {
  movement: Movement;
  /** Those that the filter lets through, in order of date, undated last. */
  reports: readonly Entry[];
  /** Of these the ones told in full at the date, see {@link toldRows}. */
  told: readonly Entry[];
  whole: Whole | undefined;
  /** The forces that this one includes and that the filter lets through. */
  parts: readonly Movement[];
}

/** The force that includes another. */
export interface Whole {
  movement: Movement;
  /** The filter lets it through, so that it can be shown. */
  shown: boolean;
}

/**
 * Of a movement's ascending rows those to tell in full at a moment. `row` is the latest, which the map draws, or the first
 * where all are ahead. With it goes what else is reported of its day or of the stop: the map has no room for two, and the
 * text must lose none.
 */
export function toldRows({ begin }: Columns, rows: readonly number[], row: number, moment: Moment): number[] {
  const from = Math.min(moment.from, begin[row] ?? FOREVER);
  return rows.filter((each) => each <= row && (begin[each] ?? FOREVER) >= from);
}

/** The forces that a movement belongs with; `isShown` says which of them a filter lets through. */
export function kinOf(
  movement: Movement,
  movements: readonly Movement[],
  isShown: (movement: Movement) => boolean,
): Pick<History, 'whole' | 'parts'> {
  const whole = movements.find(({ id }) => id === movement.partOf);
  return {
    whole: whole && { movement: whole, shown: isShown(whole) },
    parts: movements.filter((each) => each.partOf === movement.id && isShown(each)),
  };
}
