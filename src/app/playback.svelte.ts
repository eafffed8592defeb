/** How long play rests on a stop, in milliseconds: there is text to read. */
const REST = 1500;
/** So many events more double the rest: a day of much text is not rushed, and none holds play up for long. */
const MANY = 40;

/** How long play rests on a stop of so many events, in milliseconds: 1.5 s at speed 1, up to double where there is much to read. */
function restOn(events: number, speed: number): number {
  const more = Math.min(1, Math.max(0, events - 1) / MANY);
  return (REST * (1 + more)) / speed;
}

/** The play timer of one map. Nothing starts by itself. */
export class Playback {
  #playing = $state(false);
  /** So many times as fast as by itself; it takes effect with the next rest. */
  speed = $state(1);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether it plays. */
  get playing(): boolean {
    return this.#playing;
  }

  /** Rests on each stop and then steps on, until `step` says that there is no next one. `events` tells how many are at the stop. */
  start(events: () => number, step: () => boolean): void {
    this.pause();
    this.#playing = true;
    const rest = () => {
      this.#timer = setTimeout(
        () => {
          if (step()) rest();
          else this.pause();
        },
        restOn(events(), this.speed),
      );
    };
    rest();
  }

  /** Ends play, if it plays. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#playing = false;
  }
}
