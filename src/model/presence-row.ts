import { STATUSES } from './feature';
import type { Force } from './forces';

/** One force at one place. */
export interface PresenceRow extends Force {
  /** It is on its way from here to where no source says, so it no longer counts here. */
  leaving?: true;
  /** The nearest force that includes this one, stands here too and counts: no total adds the two. */
  countedIn?: string;
  /** The nearest force that includes this one, is here too and was later reported further on: this report is out of date. */
  overtaken?: string;
  /** The forces, outermost only, that are parts of this one and not here: its strength includes people who are not here. */
  elsewhere?: readonly string[];
}

/**
 * The rows of each place where a force of these is, from the furthest status to the least, then by movement id.
 *
 * A force is at its destination; without one it is still at its origin while it is on alert or announced, and leaves
 * from there while it is under way. One that arrived nobody says where, or that has no place at all, is at none.
 */
export function rowsByPlace(forces: readonly Force[]): Map<string, PresenceRow[]> {
  const byPlace = groupBy(forces, (force) => [placeOf(force)].filter((place) => place !== undefined));
  const parts = groupBy(forces, ({ wholes }) => wholes);
  return new Map([...byPlace].map(([place, here]) => [place, rowsOf(here, parts)]));
}

/** The forces by key; a force has none, one or several. */
function groupBy(forces: readonly Force[], keysOf: (force: Force) => readonly string[]): Map<string, Force[]> {
  const groups = new Map<string, Force[]>();
  for (const force of forces) {
    for (const key of keysOf(force)) {
      const group = groups.get(key);
      if (group) group.push(force);
      else groups.set(key, [force]);
    }
  }
  return groups;
}

/** The place where a force is by its report, or that it left; undefined where no source says. */
function placeOf({ report: { status, from, to } }: Force): string | undefined {
  return to ?? (status === 'arrived' ? undefined : from);
}

function isLeaving({ report: { status, to } }: Force): boolean {
  return status === 'under way' && to === undefined;
}

function rowsOf(here: readonly Force[], parts: ReadonlyMap<string, readonly Force[]>): PresenceRow[] {
  const byId = new Map(here.map((force) => [force.movement.id, force]));
  const overtakenBy = ({ wholes, report }: Force) =>
    wholes.find((id) => {
      const whole = byId.get(id);
      return whole && rankOf(whole) > rankOf({ report }) && beganAfter(whole, { report });
    });
  const counts = (id: string) => {
    const force = byId.get(id);
    return force !== undefined && !isLeaving(force) && overtakenBy(force) === undefined;
  };
  const rows = here.map((force): PresenceRow => {
    const countedIn = force.wholes.find(counts);
    const overtaken = overtakenBy(force);
    const elsewhere = outermostAway(force, parts.get(force.movement.id) ?? []);
    return {
      ...force,
      ...(isLeaving(force) ? { leaving: true } : {}),
      ...(countedIn === undefined ? {} : { countedIn }),
      ...(overtaken === undefined ? {} : { overtaken }),
      ...(elsewhere.length === 0 ? {} : { elsewhere }),
    };
  });
  return rows.sort((a, b) => rankOf(b) - rankOf(a) || (a.movement.id < b.movement.id ? -1 : 1));
}

type Reported = Pick<Force, 'report'>;

function rankOf({ report }: Reported): number {
  return STATUSES.indexOf(report.status);
}

function beganAfter({ report: { when } }: Reported, { report: { when: other } }: Reported): boolean {
  return when !== null && other !== null && when.order > other.order;
}

function outermostAway(whole: Force, parts: readonly Force[]): string[] {
  const away = parts.filter((part) => {
    const place = placeOf(part);
    return place !== undefined && (place !== placeOf(whole) || isLeaving(part));
  });
  const ids = new Set(away.map(({ movement }) => movement.id));
  return away.filter(({ wholes }) => !wholes.some((id) => ids.has(id))).map(({ movement }) => movement.id);
}
