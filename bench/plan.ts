import type { Options } from './options';
import type { Budget } from './page-bench';
import { MODES, type Mode } from './scene';
import { TECHNIQUES, type TechniqueName } from './techniques';

/** One row of the table, still to be measured. */
export interface Task {
  technique: TechniqueName;
  /** How many events. */
  n: number;
  mode: Mode;
}

/** How much time goes into one measurement of a row, in milliseconds. */
export interface Effort {
  step: Budget;
  repaint: Budget;
  unread: Budget;
  play: number;
}

export interface Plan {
  tasks: Task[];
  effort: Effort;
}

/** From this many events on, a row is measured once. */
const LARGE = 1_000_000;
const REPEATS = 3;

const QUICK_TECHNIQUES: readonly TechniqueName[] = ['dateline', 'setFilter', 'global-state', 'deck.gl'];
const QUICK_COUNTS = [1_000, 10_000, 100_000];
const QUICK_MODES: readonly Mode[] = ['window'];
const COUNTS = [...QUICK_COUNTS, LARGE];

const QUICK_EFFORT: Effort = {
  step: { least: 5, most: 30, milliseconds: 2_000 },
  repaint: { least: 2, most: 10, milliseconds: 500 },
  unread: { least: 2, most: 10, milliseconds: 500 },
  play: 1_000,
};
const EFFORT: Effort = {
  step: { least: 5, most: 60, milliseconds: 8_000 },
  repaint: { least: 3, most: 20, milliseconds: 2_000 },
  unread: { least: 3, most: 20, milliseconds: 3_000 },
  play: 3_000,
};

/** The rows that the options ask for, in the table's order, and how thoroughly to measure them. */
export function planOf({ quick, techniques, counts, modes }: Options): Plan {
  const tasks = (counts ?? (quick ? QUICK_COUNTS : COUNTS)).flatMap((n) =>
    (modes ?? (quick ? QUICK_MODES : MODES)).flatMap((mode) =>
      (techniques ?? (quick ? QUICK_TECHNIQUES : TECHNIQUES)).map((technique) => ({ technique, n, mode })),
    ),
  );
  return { tasks, effort: quick ? QUICK_EFFORT : EFFORT };
}

/** How often a row is measured, to take the median: each time on a fresh page, with the other rows in between. */
export function repeatsOf({ n }: Task, { quick }: Options): number {
  return quick || n >= LARGE ? 1 : REPEATS;
}
