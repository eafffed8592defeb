import type { Budget, Stepping } from '../page-bench';
import type { Stage } from './stage';

/** Steps that are taken before any is measured: the first ones compile shaders and fill caches. */
const WARM_UP: Budget = { least: 1, most: 3, milliseconds: 1_000 };
/** Pauses of 4 to 20 ms, so that the calls fall anywhere between two frames of the screen. */
const SHORTEST_PAUSE = 4;
const PAUSE_SPREAD = 16;

/** Does some work again and again, as long as a budget lasts; returns how often. */
export async function repeat({ least, most, milliseconds }: Budget, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (done < most && (done < least || performance.now() - start < milliseconds)) {
    await work();
    done += 1;
  }
  return done;
}

/** Steps on from `from`, one date at a time and round to the first; returns what each step took, and the last step. */
export async function measureSteps(
  stage: Stage,
  from: number,
  budget: Budget,
): Promise<{ stepping: Stepping; last: number }> {
  const stepping: Stepping = { latencies: [], calls: [], settled: [], torn: 0 };
  let last = from;
  await repeat(WARM_UP, async () => {
    await measureStep(stage, last, stage.next(last));
    last = stage.next(last);
  });
  await repeat(budget, async () => {
    await pause();
    const { latency, call, settled, torn } = await measureStep(stage, last, stage.next(last));
    last = stage.next(last);
    stepping.latencies.push(latency);
    stepping.calls.push(call);
    if (settled !== undefined) stepping.settled.push(settled);
    stepping.torn += Number(torn);
  });
  return { stepping, last };
}

/**
 * Draws the frame of `from` again and again, or where dates vary that of one date after the other; returns the
 * milliseconds of each, and the last date.
 */
export async function measureRepaints(
  stage: Stage,
  from: number,
  budget: Budget,
): Promise<{ repaints: number[]; last: number }> {
  const repaints: number[] = [];
  let last = from;
  await repeat(budget, async () => {
    if (stage.varies) {
      last = stage.next(last);
      // Until all before is drawn, lest its drawing be counted.
      const rest = stage.rest();
      stage.step(last);
      await rest;
    }
    await pause();
    const start = performance.now();
    // Reading a pixel waits for the picture, as it does in a step.
    await stage.frames(
      () => stage.repaint(),
      () => stage.beacons().length > 0,
    );
    repaints.push(performance.now() - start);
  });
  return { repaints, last };
}

interface Step {
  latency: number;
  call: number;
  /** Undefined where the map has nothing left to do once the new date is drawn. */
  settled: number | undefined;
  torn: boolean;
}

async function measureStep(stage: Stage, from: number, to: number): Promise<Step> {
  const [before, after] = [stage.beaconAt(from), stage.beaconAt(to)];
  const step: Step = { latency: 0, call: 0, settled: undefined, torn: false };
  const start = performance.now();
  const rest = stage.rest();
  await stage.frames(
    () => {
      stage.step(to);
      step.call = performance.now() - start;
    },
    () => {
      const shown = stage.beacons();
      step.latency = performance.now() - start;
      step.torn ||= shown.includes(before) && shown.includes(after);
      return shown.every((beacon) => beacon === after);
    },
  );
  if (rest) step.settled = (await rest) - start;
  return step;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SHORTEST_PAUSE + Math.random() * PAUSE_SPREAD));
}
