/** How long the page, or the worker that also reads for the list, may stand still, in milliseconds. */
const SLICE = 12;

/** Lets the browser do what waits. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Runs work to its end, a slice of time at once. */
export function inSlices<Step, Result>(work: Generator<Step, Result>): Promise<Result>;
/** The same; undefined where `isWanted`, asked between two slices with the last step, says no. */
export function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  isWanted: (step: Step) => boolean,
): Promise<Result | undefined>;
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  isWanted: (step: Step) => boolean = () => true,
): Promise<Result | undefined> {
  let start = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - start < SLICE) continue;
    await pause();
    if (!isWanted(value)) return undefined;
    start = performance.now();
  }
}
