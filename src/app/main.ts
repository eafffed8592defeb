import { whenPresented } from '../ui/paint';
import DatelineMap from './DatelineMap.svelte';
import { addFonts } from './fonts';

/** Title and standfirst, which the page shows by itself where it is as written, would else wait for the map. */
async function defineElement(): Promise<void> {
  const title = document.querySelector<HTMLElement>('.as-written main > header');
  if (title) await whenPresented(title);
  const { element } = DatelineMap as typeof DatelineMap & { element: CustomElementConstructor };
  customElements.define('dateline-map', element);
}

addFonts();
void defineElement();
