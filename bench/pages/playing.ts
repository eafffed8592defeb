import type { Stage } from './stage';

/** Steps on from `from` in every animation frame, for some milliseconds; returns distinct whole dates shown a second. */
export async function measurePlay(stage: Stage, from: number, milliseconds: number): Promise<number> {
  const pictures = Array.from({ length: stage.steps }, (_, step) => stage.pictureAt(step));
  if (pictures.some((picture, step) => picture === pictures[stage.next(step)])) {
    throw new Error('two dates in a row have the same picture');
  }
  const whole = new Set(pictures);
  let shown = 0;
  let last = '';
  stage.listen(() => {
    const picture = stage.picture();
    // A picture that mixes dates is none that anyone asked for, so it does not count.
    if (picture === last || !whole.has(picture)) return;
    last = picture;
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
      step = stage.next(step);
      stage.step(step);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  stage.listen(undefined);
  return (shown / (performance.now() - start)) * 1000;
}
