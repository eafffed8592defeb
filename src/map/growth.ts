import type { ShownLeg } from './leg-states';

/** How long a new leg takes to draw itself, in milliseconds. */
const DURATION = 700;
/** With more than this between two frames, in milliseconds, a line would jerk, and the next step wait for it. */
const SLOWEST = 50;

/** A leg that draws itself, from where its force stood before. */
interface Growing {
  start: number;
  /** When it was last drawn. */
  drawn?: number;
  /** The share of its course that was drawn before. */
  from: number;
  /** The line it takes the place of, where that runs the same way. */
  before?: ShownLeg;
}

/**
 * The drawing of legs that a step brought: each grows from its start, or from where its force stood by the report before.
 * What it takes the place of stays ahead of it until it is covered. Nothing else moves: between two reports a line is
 * still.
 */
export class Growth {
  #shown: readonly ShownLeg[] = [];
  /** By row. */
  #growing = new Map<number, Growing>();

  /** Takes over what is drawn from `now` on, in milliseconds; new legs draw themselves where the step is `forward`. */
  step(shown: readonly ShownLeg[], forward: boolean, now: number): void {
    const latest = this.#shown.filter(({ state }) => state !== 'trail');
    const before = new Map(latest.map((each) => [each.leg.movement, each]));
    const growing = new Map<number, Growing>();
    for (const each of shown.filter(({ state }) => state === 'now')) {
      const { row, movement } = each.leg;
      const earlier = before.get(movement);
      const isNew = earlier?.leg !== each.leg || earlier.to !== each.to;
      const known = isNew ? forward && growingFrom(earlier, each, now) : this.#growing.get(row);
      if (known) growing.set(row, known);
    }
    this.#growing = growing;
    this.#shown = shown;
  }

  /** What is drawn at a time in milliseconds; `still` once nothing moves any more. Where frames are slow, a leg is there at once. */
  at(now: number): { shown: readonly ShownLeg[]; still: boolean } {
    for (const [row, growing] of this.#growing) {
      const { start, drawn = now } = growing;
      if (now - start >= DURATION || now - drawn > SLOWEST) this.#growing.delete(row);
      else growing.drawn = now;
    }
    if (this.#growing.size === 0) return { shown: this.#shown, still: true };
    const shown = this.#shown.flatMap((each) => {
      const growing = this.#growing.get(each.leg.row);
      if (!growing) return [each];
      const { start, from, before } = growing;
      const to = from + (each.to - from) * eased(Math.max(0, now - start) / DURATION);
      return [...(before ? [{ ...before, from: to }] : []), { ...each, to }];
    });
    return { shown, still: false };
  }
}

function growingFrom(earlier: ShownLeg | undefined, each: ShownLeg, start: number): Growing {
  if (!earlier) return { start, from: 0 };
  if (earlier.leg.course === each.leg.course) {
    return earlier.leg === each.leg ? { start, from: earlier.to } : { start, from: 0, before: earlier };
  }
  return {
    start,
    from: continues(earlier, each) ? (earlier.leg.course.length * earlier.to) / each.leg.course.length : 0,
  };
}

/** True where one line is the beginning of the other, as with a track that goes on. */
function continues(
  {
    leg: {
      course: { line: short },
    },
  }: ShownLeg,
  {
    leg: {
      course: { line: long },
    },
  }: ShownLeg,
): boolean {
  const end = short.length - 1;
  const same = (index: number) => short[index]?.[0] === long[index]?.[0] && short[index]?.[1] === long[index]?.[1];
  return short.length <= long.length && same(0) && same(end);
}

/** Fast at first, slow at the end. */
function eased(share: number): number {
  return 1 - (1 - Math.min(1, share)) ** 3;
}
