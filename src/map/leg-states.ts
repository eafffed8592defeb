import type { Chronicle } from '../model/chronicle';
import { drawnState, isRowShown } from '../model/columns';
import { DAY } from '../model/when';
import type { Clock } from './clock-layer';
import type { Leg } from './legs';

/** What stands out among movements. */
export interface Focus {
  /** The movement that is selected: its whole way so far is drawn. */
  selected?: string;
  /** The movement that stands out: all others are faint. */
  isolated?: string;
}

/** What stays of other movements while one stands out: more beside one that is open than beside one that is pointed at. */
export function faintness({ selected, isolated }: Focus, movement: string): number {
  if (isolated === undefined || movement === isolated) return 1;
  return isolated === selected ? 0.45 : 0.16;
}

/** A leg as a map draws it at a date. */
export interface ShownLeg {
  leg: Leg;
  /** `trail` is a way that its force took and that a later report has replaced. */
  state: 'now' | 'past' | 'trail';
  /** Shares of the course between which it is drawn. */
  from: number;
  to: number;
  /** From 0 to 1. */
  opacity: number;
  /** Its width as a share of its full width. */
  thinning: number;
  lit: boolean;
}

/** So many movements are drawn in full; of more, those that rank lower are the thinner the more there are. */
export const FULL = 24;
const OPACITY = { now: 1, past: 0.5, trail: 0.38 };
const LIT = { now: 1, past: 0.85, trail: 0.75 };

/**
 * The legs that a map draws at a date, the most important last, so that it lies on top: of each force the line of its
 * latest report, as {@link drawnState} has it. Where that report has no line of its own but goes to the same place, the
 * way that an earlier one told stays as a trail: nobody reported it undone.
 */
export function shownLegs(legs: readonly Leg[], chronicle: Chronicle, clock: Clock, focus: Focus = {}): ShownLeg[] {
  const { selected, isolated } = focus;
  const shown: ShownLeg[] = [];
  for (const leg of legs) {
    const state = stateOf(leg, chronicle, clock, selected);
    if (!state) continue;
    const to = state === 'trail' ? 1 : shareAt(leg, clock);
    const lit = leg.movement === selected || leg.movement === isolated;
    shown.push({ leg, state, from: 0, to, opacity: lit ? LIT[state] : OPACITY[state], thinning: 1, lit });
  }
  shown.sort(compare);
  // What is over recedes the further, the more there is beside it.
  const recession = Math.sqrt(Math.min(1, FULL / shown.length));
  for (const [index, each] of shown.entries()) {
    const rank = shown.length - 1 - index;
    if (!each.lit) each.thinning = each.state === 'now' ? Math.sqrt(Math.min(1, FULL / (rank + 1))) : recession;
    each.opacity *= each.thinning;
    each.opacity *= faintness(focus, each.leg.movement);
  }
  return shown;
}

function stateOf(
  leg: Leg,
  chronicle: Chronicle,
  clock: Clock,
  selected: string | undefined,
): ShownLeg['state'] | undefined {
  const { columns } = chronicle;
  const { moment, shown, past } = clock;
  if ((columns.begin[leg.row] ?? Infinity) >= moment.to) return undefined;
  const drawn = drawnState(columns, leg.row, moment, shown);
  if (drawn !== 'absent') return drawn === 'past' && !past ? undefined : drawn;
  if (!isRowShown(columns, leg.row, shown)) return undefined;
  return leg.movement === selected || isTrail(leg, chronicle, clock) ? 'trail' : undefined;
}

/** True where each later report that has come since goes to the same place and tells no way of its own. */
function isTrail({ later }: Leg, { columns }: Chronicle, { moment, shown }: Clock): boolean {
  let confirmed = false;
  for (const { row, confirms } of later) {
    // They are in order of date.
    if ((columns.begin[row] ?? Infinity) >= moment.to) break;
    if (!isRowShown(columns, row, shown)) continue;
    if (!confirms) return false;
    confirmed = true;
  }
  return confirmed;
}

/** How much of its course a leg has covered at the end of a moment: all, but for a track that moves evenly. */
function shareAt({ timetable }: Leg, { moment }: Clock): number {
  if (!timetable) return 1;
  const { times, shares } = timetable;
  const time = moment.to * DAY - 1;
  const next = times.findIndex((each) => each > time);
  if (next === -1) return 1;
  if (next === 0) return 0;
  const [before = 0, after = 0] = [times[next - 1], times[next]];
  const [start = 0, end = 0] = [shares[next - 1], shares[next]];
  return start + ((end - start) * (time - before)) / (after - before);
}

function compare(a: ShownLeg, b: ShownLeg): number {
  const states = ['trail', 'past', 'now'];
  return (
    Number(a.lit) - Number(b.lit) ||
    states.indexOf(a.state) - states.indexOf(b.state) ||
    Number(a.leg.reported) - Number(b.leg.reported) ||
    (a.leg.people ?? 0) - (b.leg.people ?? 0) ||
    a.leg.row - b.leg.row
  );
}
