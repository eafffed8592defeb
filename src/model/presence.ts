import { entriesOf } from './entry';
import type { Movement, Report } from './feature';
import { sumQuantities, type Quantity } from './quantity';

/** One force at one place: its latest report. */
export interface PresenceRow {
  movement: Movement;
  report: Report;
  /** The movement that includes this force and is at the same place; this row is then left out of the total. */
  countedIn?: string;
}

/** Who is at a place, on the way to it or announced for it at a date. */
export interface Presence {
  place: string;
  /** Sorted by movement id. */
  rows: PresenceRow[];
  /** The sum as a range; undefined where no strength is known, or where parts of one force stand side by side. */
  total?: Quantity;
}

/**
 * Presence by place id at a date (a midnight of the local calendar in milliseconds).
 *
 * Each movement counts once, by its latest report on or before the date, at that report's destination, or at its
 * origin where no destination is known. A part (`partOf`) is listed and not added while any force that includes it
 * stands at the same place. Empty before the first report; the order of `movements` does not matter.
 */
export function presenceAt(movements: readonly Movement[], date: number): Map<string, Presence> {
  const byId = new Map(movements.map((movement) => [movement.id, movement]));
  const current = new Map<string, { movement: Movement; report: Report }>();
  for (const { feature, report, when } of entriesOf(movements)) {
    if (feature.kind === 'movement' && report && when && when.begin <= date) {
      current.set(feature.id, { movement: feature, report });
    }
  }
  const placeOf = (id: string) => {
    const report = current.get(id)?.report;
    return report?.to ?? report?.from;
  };
  const presences = new Map<string, Presence>();
  for (const [id, { movement, report }] of [...current].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = placeOf(id);
    if (place === undefined) continue;
    const presence = presences.get(place) ?? { place, rows: [] };
    presences.set(place, presence);
    const countedIn = wholesOf(movement, byId).find((whole) => placeOf(whole) === place);
    presence.rows.push({ movement, report, ...(countedIn === undefined ? {} : { countedIn }) });
  }
  for (const presence of presences.values()) {
    const strengths = presence.rows.flatMap((row) =>
      row.countedIn || !row.report.strength ? [] : [row.report.strength],
    );
    // Parts of one force may share people, and no source says how many: they have no honest sum.
    const roots = presence.rows
      .filter((row) => !row.countedIn)
      .map(({ movement }) => wholesOf(movement, byId).at(-1) ?? movement.id);
    const apart = new Set(roots).size === roots.length;
    if (strengths.length > 0 && apart) presence.total = sumQuantities(strengths);
  }
  return presences;
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
