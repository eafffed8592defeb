import { HEIGHT, WIDTH } from '../scene';
import type { MovementStage } from './movement-stage';
import { colorDistance, type Color } from './screen';

const PICTURE = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

/**
 * Steps to a date over the two before it, and compares the picture at rest with that of a fresh map, made by `open`,
 * which never showed another date; returns what is wrong, or null.
 */
export async function checkMovements(
  stage: MovementStage,
  step: number,
  open: (container: HTMLElement) => Promise<MovementStage>,
): Promise<string | null> {
  for (const back of [2, 1, 0]) {
    stage.step((step - back + stage.steps) % stage.steps);
    await stage.settle();
  }
  const container = document.createElement('div');
  container.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px`;
  document.body.append(container);
  const fresh = await open(container);
  const [stepped, opened] = [await pictureOf(stage), await pictureOf(fresh)];
  console.warn(
    step,
    stepped.phases.join(),
    JSON.stringify(stage.numbers().placed.length),
    fresh.numbers().placed.length,
    stage.numbers().wanted.length,
    fresh.numbers().wanted.length,
    fresh.numbers().placed.filter((x) => !stage.numbers().placed.includes(x)),
  );
  fresh.remove();
  container.remove();
  if (stepped.phases.some((phase) => phase !== stage.beaconAt(step))) return `date ${step} has beacons of another`;
  const pixels = stepped.colors.filter((color, pixel) => colorDistance(color, opened.colors[pixel] ?? color) > 0);
  return pixels.length === 0 ? null : `date ${step} differs from a fresh map in ${pixels.length} pixels`;
}

async function pictureOf(stage: MovementStage): Promise<{ phases: number[]; colors: Color[] }> {
  let phases: number[] = [];
  let colors: Color[] = [];
  await stage.frames(
    () => stage.repaint(),
    () => {
      phases = stage.beacons();
      const colorAt = stage.screen.read(PICTURE);
      colors = Array.from({ length: WIDTH * HEIGHT }, (_, pixel) =>
        colorAt({ x: pixel % WIDTH, y: Math.floor(pixel / WIDTH) }),
      );
      return true;
    },
  );
  return { phases, colors };
}
