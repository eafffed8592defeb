import { flushSync } from 'svelte';
import type { Picture, PicturedMap } from '../map/picture';
import PrintedStory from './PrintedStory.svelte';

/** Longer than a browser takes to begin what it was asked to print, in milliseconds. */
const PATIENCE = 1000;

/** Puts the story on paper in the place of the page, whenever the browser prints. */
export class Printing {
  readonly #map: () => PicturedMap | undefined;
  readonly Story = PrintedStory;
  /** What is printed, while it is. */
  sheet = $state.raw<{ picture: Picture | undefined }>();
  /** The map is to look as on paper: a page that is about to be printed is. */
  onPaper = $state(false);

  constructor(map: () => PicturedMap | undefined) {
    this.#map = map;
  }

  /** Asks the browser to print, once the map looks as on paper. What a browser prints by its own command is as it was. */
  async print(): Promise<void> {
    this.onPaper = true;
    flushSync();
    await this.#map()?.settled();
    window.print();
    // Where a page may not print, the browser does not say so.
    setTimeout(() => (this.onPaper &&= this.sheet !== undefined), PATIENCE);
  }

  /** Follows the browser's printing until the function that it returns is called. */
  listen(): () => void {
    const onbeforeprint = () => {
      this.sheet = { picture: this.#map()?.picture() };
      flushSync();
    };
    const onafterprint = () => {
      this.sheet = undefined;
      this.onPaper = false;
    };
    addEventListener('beforeprint', onbeforeprint);
    addEventListener('afterprint', onafterprint);
    return () => {
      removeEventListener('beforeprint', onbeforeprint);
      removeEventListener('afterprint', onafterprint);
    };
  }
}
