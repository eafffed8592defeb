/** What the focus goes to by itself. */
export type Target = 'events' | 'map' | 'card';

/** In which order to try: a list may be empty, or in a sheet that is down, and there may be no map. */
const PLACES: Record<Target, readonly string[]> = {
  events: ['.group.now [data-entry]', '.group [data-entry]', '.nothing button', '.handle'],
  map: ['.maplibregl-canvas', '.stand-in'],
  card: ['.card h2'],
};

/** How many frames to wait for what is not there yet. */
const PATIENCE = 60;

/** Where the focus goes when a card opens, gives way to another or closes, so that it is never lost. */
export class CardFocus {
  /** The heading of the card that opens takes the focus. */
  entering = $state(false);
  readonly #root: () => HTMLElement;
  #returnTo: HTMLElement | undefined;

  /** `root` gives the element that holds list, map and card. */
  constructor(root: () => HTMLElement) {
    this.#root = root;
  }

  /** Before a feature is selected by a control that has the focus; `stays` where its card is open already. */
  leave(stays: boolean): void {
    const focused = this.#root().querySelector<HTMLElement>(':focus') ?? undefined;
    const within = Boolean(focused?.closest('.card'));
    // What is pressed again changes nothing: the reader wants to read the card.
    if (stays && focused && focused === this.#returnTo) this.goTo('card');
    if (!within) this.#returnTo = focused;
    if (stays) return;
    // On a narrow screen the card takes the place of the list, and a card takes that of another.
    const handle = this.#root().querySelector('.handle');
    this.entering = within || (handle !== null && getComputedStyle(handle).display !== 'none');
  }

  /** Before a feature is selected on the map. */
  leaveMap(): void {
    this.#returnTo = this.#root().querySelector<HTMLElement>('.maplibregl-canvas') ?? undefined;
    this.entering = true;
  }

  /** After a card was closed: to where the reader came from, or to the list where that is gone. */
  giveBack(): void {
    if (this.#returnTo?.isConnected) this.#returnTo.focus({ preventScroll: true });
    else this.goTo('events');
  }

  /** To the heading of the card, the map, or the first line of the list at the date. */
  goTo(target: Target, frames = PATIENCE): void {
    for (const place of PLACES[target]) {
      const element = this.#root().querySelector<HTMLElement>(place);
      element?.focus();
      if (element?.matches(':focus')) return;
    }
    // What is fetched when it is first needed may be on its way.
    if (frames > 0) requestAnimationFrame(() => this.goTo(target, frames - 1));
  }
}
