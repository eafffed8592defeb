/** How long to wait for a frame or an idle moment, in milliseconds: a page that nobody sees has no frames. */
const PATIENCE = 2000;

/** Calls back once the browser has painted what is there now. Returns how to call that off. */
function afterPaint(callback: () => void): () => void {
  let done = false;
  const finish = () => {
    if (!done) callback();
    done = true;
  };
  const patience = setTimeout(finish, PATIENCE);
  // The callbacks of a frame run before it is painted, and a task that they set follows it.
  requestAnimationFrame(() => setTimeout(finish));
  return () => {
    done = true;
    clearTimeout(patience);
  };
}

/** The same, once an element has room on the page, as what is in a sheet that is down has none. */
export function afterShown(element: HTMLElement, callback: () => void): () => void {
  let callOff = () => {};
  const shown = new ResizeObserver(() => {
    if (element.getClientRects().length === 0) return;
    shown.disconnect();
    callOff = afterPaint(callback);
  });
  shown.observe(element);
  return () => {
    shown.disconnect();
    callOff();
  };
}

/** Resolves when what is there now has reached the screen, or after some patience. `element` is one that is shown. */
export function whenPresented(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      resolve();
    };
    setTimeout(finish, PATIENCE);
    // What is painted may still be on its way to the screen. An animation begins with a frame that comes after it.
    afterPaint(() => void element.animate({ opacity: [0.99, 1] }, 1).ready.then(finish, finish));
  });
}

/** The same, and the page has nothing else to do, or not for some time. */
export async function whenShown(element: HTMLElement): Promise<void> {
  await whenPresented(element);
  if (!('requestIdleCallback' in globalThis)) return;
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
}
