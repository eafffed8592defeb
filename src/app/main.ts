import DatelineMap from './DatelineMap.svelte';
import { addFonts } from './fonts';

/** How long the first paint is waited for, in milliseconds. */
const PATIENCE = 1000;

/**
 * Resolves once title and standfirst are painted, which the page holds itself and which else would wait for the map. At
 * once where the page does not show them, or nobody can tell.
 */
function titlePainted(): Promise<void> {
  const isShown = document.documentElement.className === 'as-written' && document.visibilityState === 'visible';
  if (!isShown || !PerformanceObserver.supportedEntryTypes.includes('paint')) return Promise.resolve();
  return new Promise((resolve) => {
    new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PATIENCE);
  });
}

addFonts();
void titlePainted().then(() => {
  const { element } = DatelineMap as typeof DatelineMap & { element: CustomElementConstructor };
  customElements.define('dateline-map', element);
});
