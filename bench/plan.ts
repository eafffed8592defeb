import { allowsCount, type Options } from './options';
import type { Budget } from './page-bench';
import { EVENT_MODES, type EventMode, type Mode } from './scene';
import { TECHNIQUES, type TechniqueName } from './techniques';

/** One row of the table, still to be measured. */
export interface Task {
  technique: TechniqueName;
  /** How many events or movements. */
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

/** From this many events on, a row is measured once. */
const LARGE = 1_000_000;
const REPEATS = 3;

const QUICK_TECHNIQUES: readonly TechniqueName[] = ['dateline', 'setFilter', 'global-state', 'deck.gl'];
const QUICK_COUNTS = [1_000, 10_000, 100_000];
const QUICK_MODES: readonly EventMode[] = ['window'];
const COUNTS = [...QUICK_COUNTS, LARGE];
/** Few and many, so that a run says what a step with many costs beside one with few. */
const MOVEMENT_COUNTS = [10, 200];

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
/** Movements differ so much from date to date that all rows must go through as many of them, about one round. */
const MOVEMENT_EFFORT = {
  step: exactly(60),
  repaint: exactly(30),
  unread: exactly(60),
};
const QUICK_MOVEMENT_EFFORT = {
  step: exactly(30),
  repaint: exactly(10),
  unread: exactly(30),
};

function exactly(count: number): Budget {
  return { least: count, most: count, milliseconds: 0 };
}

/**
 * The rows that the options ask for, in the table's order. A mode is left out of counts that it does not have. Throws
 * where no row is left.
 */
export function planOf(options: Options): Task[] {
  const tasks = [...eventTasks(options), ...movementTasks(options)];
  if (tasks.length === 0) throw new RangeError('no technique shows so many in that mode');
  return tasks;
}

/** How thoroughly to measure a row. */
export function effortOf({ mode }: Task, { quick }: Options): Effort {
  const effort = quick ? QUICK_EFFORT : EFFORT;
  if (mode !== 'movements') return effort;
  return { ...effort, ...(quick ? QUICK_MOVEMENT_EFFORT : MOVEMENT_EFFORT) };
}

function eventTasks({ quick, techniques, counts, modes }: Options): Task[] {
  const eventModes = modes?.filter((mode) => mode !== 'movements') ?? (quick ? QUICK_MODES : EVENT_MODES);
  return (counts ?? (quick ? QUICK_COUNTS : COUNTS)).flatMap((n) =>
    eventModes
      .filter((mode) => allowsCount(mode, n))
      .flatMap((mode) =>
        (techniques ?? (quick ? QUICK_TECHNIQUES : TECHNIQUES)).map((technique) => ({ technique, n, mode })),
      ),
  );
}

/** Movements are Dateline's alone: no peer draws them. */
function movementTasks({ techniques, counts, modes }: Options): Task[] {
  const mode = 'movements';
  const technique = 'dateline';
  if (!(modes?.includes(mode) ?? true) || !(techniques?.includes(technique) ?? true)) return [];
  return (counts ?? MOVEMENT_COUNTS).filter((n) => allowsCount(mode, n)).map((n) => ({ technique, n, mode }));
}

/** How often a row is measured, to take the median: each time on a fresh page, with the other rows in between. */
export function repeatsOf({ n }: Task, { quick }: Options): number {
  return quick || n >= LARGE ? 1 : REPEATS;
}
