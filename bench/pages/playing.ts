import { probesShown } from '../probes';
import { beaconKindOf, STEPS } from '../scene';
import { nextStep } from './stepping';
import type { Stage } from './stage';

/** Steps on from `from` in every animation frame, for some milliseconds; returns distinct whole dates shown a second. */
export async function measurePlay(stage: Stage, from: number, milliseconds: number): Promise<number> {
  const steps = new Map(Array.from({ length: STEPS }, (_, step) => [pictureOf(stage, step), step]));
  if (steps.size < STEPS) throw new Error('two steps have the same picture');
  let shown = 0;
  let last = -1;
  stage.listen(() => {
    const kinds = new Set(stage.beacons());
    // A picture that mixes dates is none that anyone asked for, so it does not count.
    const step = kinds.size === 1 ? steps.get(`${[...kinds][0]} ${stage.probes()}`) : undefined;
    if (step === undefined || step === last) return;
    last = step;
    shown += 1;
  });
  const start = performance.now();
  let step = from;
  await new Promise<void>((resolve) => {
    const frame = () => {
      if (performance.now() - start > milliseconds) {
        resolve();
        return;
      }
      step = nextStep(step);
      stage.step(step);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  stage.listen(undefined);
  return (shown / (performance.now() - start)) * 1000;
}

/** What tells the picture of one step from all others: its beacons' kind and its probes. */
function pictureOf({ mode }: Stage, step: number): string {
  return `${beaconKindOf(step)} ${probesShown(step, mode)}`;
}
