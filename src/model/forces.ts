import { entriesOf, isShown, type Filter } from './entry';
import type { Movement, Report } from './feature';

/** A movement at a date: the force, by its latest report. */
export interface Force {
  movement: Movement;
  report: Report;
  /** The ids of the movements that include this one, nearest first, whether or not anything is reported of them yet. */
  wholes: readonly string[];
}

/**
 * The forces that a map draws at a date (milliseconds of the local calendar, as `When.begin`): each movement by the
 * latest of its reports that began on or before it and that the filter lets through. Sorted by id; the order of
 * `movements` does not matter. Of reports of one day the latest is the one that comes last in the list of entries.
 */
export function forcesAt(movements: readonly Movement[], date: number, filter: Filter): Force[] {
  const byId = new Map(movements.map((movement) => [movement.id, movement]));
  return movements
    .flatMap((movement) => {
      const report = latestReport(movement, date, filter);
      return report ? [{ movement, report, wholes: wholesOf(movement, byId) }] : [];
    })
    .sort((a, b) => (a.movement.id < b.movement.id ? -1 : 1));
}

function latestReport(movement: Movement, date: number, filter: Filter): Report | undefined {
  return entriesOf([movement]).findLast(
    (entry) => entry.when !== null && entry.when.begin <= date && isShown(entry, filter),
  )?.report;
}

/** The ids of the movements that include this one, nearest first. A cycle, which parsing refuses, ends the walk. */
function wholesOf(movement: Movement, byId: ReadonlyMap<string, Movement>): string[] {
  const wholes: string[] = [];
  let id = movement.partOf;
  while (id !== undefined && id !== movement.id && !wholes.includes(id)) {
    wholes.push(id);
    id = byId.get(id)?.partOf;
  }
  return wholes;
}
