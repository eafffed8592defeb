import { STATUSES, type Status } from './feature';
import type { Force } from './forces';
import { rowsByPlace, type PresenceRow } from './presence-row';
import { boundsOf, totalOf, type Total } from './presence-total';

/** The forces of one status at a place. */
export interface PresenceGroup {
  status: Status;
  rows: readonly PresenceRow[];
  /** Of this status alone. Two groups may share people, so that only the place's total says how many there are in all. */
  total: Total;
}

/** Who is at a place, on the way to it or announced for it. */
export interface Presence {
  place: string;
  /** From the furthest status to the least, then by movement id. */
  rows: readonly PresenceRow[];
  /** One for each status that occurs, in the order of the rows. */
  groups: readonly PresenceGroup[];
  total: Total;
}

/** Presence by place id, from the forces of one date (see `forcesAt`); empty where none has a place. */
export function presenceAt(forces: readonly Force[]): Map<string, Presence> {
  const places = rowsByPlace(forces);
  const bounds = boundsOf(forces, [...places.values()]);
  return new Map(
    [...places].map(([place, rows]) => {
      const groups = STATUSES.toReversed().flatMap((status) => {
        const own = rows.filter(({ report }) => report.status === status);
        return own.length > 0 ? [{ status, rows: own, total: totalOf(own, bounds) }] : [];
      });
      return [place, { place, rows, groups, total: totalOf(rows, bounds) }];
    }),
  );
}

/** A row for each of the forces that `presences` were made from: those at places, then those at none. */
export function everyRow(forces: readonly Force[], presences: ReadonlyMap<string, Presence>): PresenceRow[] {
  const placed = [...presences.values()].flatMap(({ rows }) => rows);
  const ids = new Set(placed.map(({ movement }) => movement.id));
  return [...placed, ...forces.filter(({ movement }) => !ids.has(movement.id))];
}
