import { HEIGHT, WIDTH } from '../scene';
import type { MovementStage, Numbers } from './movement-stage';
import { colorDistance, type Color } from './screen';

const PICTURE = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

/**
 * Steps to a date over the two before it, and compares the map at rest with a fresh one, made by `open`, which never
 * showed another date; returns what is wrong, or null. MapLibre leaves a number where it stood if it can, so that where
 * numbers stand is no part of it.
 */
export async function checkMovements(
  stage: MovementStage,
  step: number,
  open: (container: HTMLElement) => Promise<MovementStage>,
): Promise<string | null> {
  for (const back of [2, 1, 0]) {
    const rest = stage.rest();
    stage.step((step - back + stage.steps) % stage.steps);
    await rest;
  }
  const atRest = stage.numbers();
  await stage.settle();
  const later = stage.numbers();
  const lines = await linesOf(stage);
  const fresh = await freshMap(open);
  const date = `date ${step + 1} of ${stage.steps}`;
  if (lines.beacons.some((phase) => phase !== stage.beaconAt(step))) return `${date} has beacons of another date`;
  if (later.placed.join() !== atRest.placed.join()) return `${date} has other numbers when it has rested`;
  const fault = faultOf(atRest, fresh.numbers);
  if (fault !== null) return `${date} ${fault}`;
  const others = lines.colors.filter((color, pixel) => colorDistance(color, fresh.colors[pixel] ?? color) > 0).length;
  return others === 0 ? null : `${date} differs from a fresh map in ${others} pixels`;
}

function faultOf({ dated, placed, hidden }: Numbers, fresh: Numbers): string | null {
  if (dated.join() !== fresh.dated.join()) return 'has other numbers than a fresh map';
  if (placed.some((key) => !fresh.dated.includes(key))) return 'has numbers of another date';
  if (placed.length === 0 && fresh.placed.length > 0) return 'has no number';
  return hidden.length === 0 ? null : `hides ${hidden.length} of its numbers`;
}

async function freshMap(
  open: (container: HTMLElement) => Promise<MovementStage>,
): Promise<{ numbers: Numbers; colors: Color[] }> {
  const container = document.createElement('div');
  container.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px`;
  document.body.append(container);
  const stage = await open(container);
  const numbers = stage.numbers();
  const { colors } = await linesOf(stage);
  stage.remove();
  container.remove();
  return { numbers, colors };
}

/** What the beacons show in a frame without numbers, and the colours of all its pixels. */
async function linesOf(stage: MovementStage): Promise<{ beacons: number[]; colors: Color[] }> {
  let beacons: number[] = [];
  let colors: Color[] = [];
  await stage.showNumbers(false);
  await stage.frames(
    () => stage.repaint(),
    () => {
      beacons = stage.beacons();
      const colorAt = stage.screen.read(PICTURE);
      colors = Array.from({ length: WIDTH * HEIGHT }, (_, pixel) =>
        colorAt({ x: pixel % WIDTH, y: Math.floor(pixel / WIDTH) }),
      );
      return true;
    },
  );
  await stage.showNumbers(true);
  return { beacons, colors };
}
