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
    else this.goToList();
  }

  /** To the first line of the list at the date, or of the list. */
  goToList(): void {
    const lines = ['.group.now', '.group'].map((group) =>
      this.#root().querySelector<HTMLElement>(`${group} [data-entry]`),
    );
    lines.find((line) => line)?.focus();
  }
}
