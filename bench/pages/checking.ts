import { PROBES, probesShown } from '../probes';
import { beaconKindOf, dayOfStep } from '../scene';
import type { EventStage } from './event-stage';

/** Some say that they are at rest before their last tile is drawn, and a million events take their time. */
const PATIENCE = 30_000;
const PAUSE = 250;

/** Steps to a date and compares the picture at rest with the events; returns what is wrong, or null. */
export async function checkStep(stage: EventStage, step: number): Promise<string | null> {
  stage.step(step);
  const start = performance.now();
  for (;;) {
    await stage.settle();
    const fault = await faultAt(stage, step);
    if (fault === null || performance.now() - start > PATIENCE) return fault;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function faultAt(stage: EventStage, step: number): Promise<string | null> {
  let lit = '';
  let beacons: number[] = [];
  await stage.frames(
    () => stage.repaint(),
    () => {
      lit = stage.probes();
      beacons = stage.beacons();
      return true;
    },
  );
  const expected = probesShown(step, stage.mode);
  const missing = PROBES.filter((_, probe) => expected[probe] === '1' && lit[probe] === '0').length;
  const extra = PROBES.filter((_, probe) => expected[probe] === '0' && lit[probe] === '1').length;
  const day = `day ${dayOfStep(step)}`;
  if (missing > 0 || extra > 0) {
    const total = expected.replaceAll('0', '').length;
    return `${day} lacks ${missing} of its ${total} probes and shows ${extra} others`;
  }
  return beacons.every((kind) => kind === beaconKindOf(step)) ? null : `${day} has beacons of another date`;
}
