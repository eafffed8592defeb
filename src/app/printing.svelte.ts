import { flushSync, type Component } from 'svelte';
import type { Picture } from '../map/picture';
import type { Messages } from '../ui/messages';
import type { AppState } from './state.svelte';

/** What is put on paper. */
export interface PrintedProps {
  app: AppState;
  /** Undefined where there is no map. */
  picture: Picture | undefined;
  /** The date in words. */
  heading: string;
  messages: Messages;
}

/** Puts the story on paper in the place of the page, whenever the browser prints. */
export class Printing {
  readonly #picture: () => Picture | undefined;
  #Story: Component<PrintedProps> | undefined;
  /** What is printed, while it is. */
  sheet = $state.raw<{ Story: Component<PrintedProps>; picture: Picture | undefined }>();

  /** `picture` gives the map as it stands. */
  constructor(picture: () => Picture | undefined) {
    this.#picture = picture;
  }

  /** A browser prints at once when its own command is used: what goes on paper must be there before. */
  async prepare(): Promise<void> {
    ({ default: this.#Story } = await import('./PrintedStory.svelte'));
  }

  /** Asks the browser to print. */
  async print(): Promise<void> {
    await this.prepare();
    window.print();
  }

  /** Follows the browser's printing until the function that it returns is called. */
  listen(): () => void {
    const onbeforeprint = () => {
      if (this.#Story) this.sheet = { Story: this.#Story, picture: this.#picture() };
      flushSync();
    };
    const onafterprint = () => (this.sheet = undefined);
    addEventListener('beforeprint', onbeforeprint);
    addEventListener('afterprint', onafterprint);
    return () => {
      removeEventListener('beforeprint', onbeforeprint);
      removeEventListener('afterprint', onafterprint);
    };
  }
}
