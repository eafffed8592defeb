import type { Force } from './forces';
import type { PresenceRow } from './presence-row';
import { sumQuantities, type Quantity } from './quantity';

/**
 * Why forces have no honest sum. `unknown`: no source gives a strength. `parts`: parts of one force stand side by side
 * and may share people. `elsewhere`: a strength includes people who are at another place. `contradiction`: the parts of
 * a force exceed it.
 */
export type NoTotal = 'unknown' | 'parts' | 'elsewhere' | 'contradiction';

/** How many people some forces are together, or why nobody can say. */
export type Total = {
  /** The ids of the forces that were to be added. */
  counted: readonly string[];
} & ({ quantity: Quantity } | { why: NoTotal });

/** What all forces of a date together say about the strength of one. */
export interface Bounds {
  /** The most that each force can be, by the forces that include it; `Infinity` where they set no end. */
  most: ReadonlyMap<string, number>;
  /** The ids of forces that their parts exceed, and of all their parts. */
  contradicted: ReadonlySet<string>;
}

/**
 * The bounds of forces at a date, of which `places` are the rows, place by place. Parts of one force that stand at one
 * place may share people, so that only the largest counts against it; those at several places count together.
 */
export function boundsOf(forces: readonly Force[], places: readonly (readonly PresenceRow[])[]): Bounds {
  const highs = new Map(forces.map(({ movement, report }) => [movement.id, report.strength?.high ?? Infinity]));
  const highOf = (id: string) => highs.get(id) ?? Infinity;
  const inParts = new Map<string, number>();
  for (const rows of places) {
    const largest = new Map<string, number>();
    for (const { wholes, report } of rows.filter(isCurrent)) {
      for (const id of wholes) largest.set(id, Math.max(largest.get(id) ?? 0, report.strength?.low ?? 0));
    }
    for (const [id, low] of largest) inParts.set(id, (inParts.get(id) ?? 0) + low);
  }
  const isExceeded = (id: string) => (inParts.get(id) ?? 0) > highOf(id);
  const contradicted = forces.filter(({ movement, wholes }) => isExceeded(movement.id) || wholes.some(isExceeded));
  return {
    most: new Map(forces.map(({ movement, wholes }) => [movement.id, Math.min(...wholes.map(highOf))])),
    contradicted: new Set(contradicted.map(({ movement }) => movement.id)),
  };
}

/**
 * How many people are in these forces of one place: the sum, as a range, of those that no other of them includes.
 * Reports that are out of date and forces that have left do not count. Where some strengths are unknown, the known ones
 * are the least. The upper end is never more than what includes them.
 */
export function totalOf(rows: readonly PresenceRow[], { most, contradicted }: Bounds): Total {
  const current = rows.filter(isCurrent);
  const ids = new Set(current.map(({ movement }) => movement.id));
  const added = current.filter(({ wholes }) => !wholes.some((id) => ids.has(id)));
  const counted = added.map(({ movement }) => movement.id);
  const strengths = added.map((row) => row.report.strength ?? leastOf(row, current));
  const sum = sumOf(strengths);
  const roots = new Set(added.map(({ movement, wholes }) => wholes.at(-1) ?? movement.id));
  if (!sum) return { counted, why: 'unknown' };
  if (counted.some((id) => contradicted.has(id))) return { counted, why: 'contradiction' };
  if (roots.size < added.length) return { counted, why: 'parts' };
  if (added.some(({ report, elsewhere }) => report.strength && elsewhere)) return { counted, why: 'elsewhere' };
  const high = counted.reduce(
    (total, id, index) => total + Math.min(strengths[index]?.high ?? Infinity, most.get(id) ?? Infinity),
    0,
  );
  const form = sum.form === 'range' && high === sum.low ? 'exact' : sum.form;
  return { counted, quantity: { form, low: sum.low, high } };
}

function isCurrent({ leaving, overtaken }: PresenceRow): boolean {
  return !leaving && overtaken === undefined;
}

/** What no source counts is at least as much as its largest part that is here. */
function leastOf({ movement }: PresenceRow, current: readonly PresenceRow[]): Quantity | undefined {
  const parts = current.filter(({ wholes }) => wholes.includes(movement.id));
  const low = Math.max(0, ...parts.map(({ report }) => report.strength?.low ?? 0));
  return low > 0 ? { form: 'at least', low, high: Infinity } : undefined;
}

/** The sum as a range; a lone strength stays as it was reported. Undefined where no number is known. */
function sumOf(strengths: readonly (Quantity | undefined)[]): Quantity | undefined {
  const known = strengths.filter((strength) => strength !== undefined);
  const [first] = known;
  if (strengths.length === 1) return first;
  const sum = sumQuantities(known);
  if (known.length === strengths.length) return known.length > 0 ? sum : undefined;
  return sum.low > 0 ? { form: 'at least', low: sum.low, high: Infinity } : undefined;
}
