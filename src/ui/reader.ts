/** What nobody does who is not there. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;

/** Resolves at the first sign of a reader within `target`, or after so many milliseconds. `signal` calls it off. */
export function readerComes(target: EventTarget, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const finish = () => {
      waiting.abort();
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(finish, milliseconds);
    for (const sign of SIGNS) {
      target.addEventListener(sign, finish, { capture: true, passive: true, signal: waiting.signal });
    }
    signal.addEventListener('abort', finish);
  });
}
