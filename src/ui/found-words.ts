import { foldText, termsOf } from '../model/fold';

/** What is found is lit by the page's style as `::highlight(dateline-found)` (CSS Custom Highlight API). */
const NAME = 'dateline-found';
/** What tells of events and places, which is what is searched. */
const TOLD = '[data-entry], [data-place], .card h2';

/**
 * Where folded terms occur in a text, as pairs of UTF-16 offsets, first and past the last, in order of term. Folding is
 * as in a search ({@link foldText}): marks and apostrophes within an occurrence, and marks after it, belong to it.
 */
export function occurrencesOf(text: string, terms: readonly string[]): [start: number, end: number][] {
  const whole = foldText(text);
  const occurring = terms.filter((term) => whole.includes(term));
  if (occurring.length === 0) return [];
  const { folded, starts } = foldWithOffsets(text);
  // One character may be folded to several, of which the last was found.
  const endOf = (last: number) => starts.slice(last).find((start) => start > (starts[last] ?? 0)) ?? text.length;
  return occurring.flatMap((term) => {
    const found: [number, number][] = [];
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
      found.push([starts[at] ?? 0, endOf(at + term.length - 1)]);
    return found;
  });
}

/** A folded text, and for each of its UTF-16 units where in the text it comes from. */
function foldWithOffsets(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    const own = foldText(character);
    if (own !== ' ' || !folded.endsWith(' ')) {
      folded += own;
      for (let unit = 0; unit < own.length; unit++) starts.push(offset);
    }
    offset += character.length;
  }
  return { folded, starts };
}

/** Lights a reader's words in what `root` tells of events and places, now and as it changes, until the function that it returns is called. */
export function lightFound(root: HTMLElement, text: string): () => void {
  const terms = termsOf(text);
  // Browsers without it show what is found, and do not light it.
  if (terms.length === 0 || !('highlights' in CSS)) return () => undefined;
  // One for all maps of a page, as the name is.
  const highlight = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, highlight);
  let own: StaticRange[] = [];
  const darken = () => {
    for (const range of own) highlight.delete(range);
    own = [];
  };
  const light = () => {
    darken();
    own = [...root.querySelectorAll(TOLD)].flatMap((element) => rangesIn(element, terms));
    for (const range of own) highlight.add(range);
  };
  const changes = new MutationObserver(light);
  changes.observe(root, { subtree: true, childList: true, characterData: true });
  light();
  return () => {
    changes.disconnect();
    darken();
  };
}

function rangesIn(element: Element, terms: readonly string[]): StaticRange[] {
  const ranges: StaticRange[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const [startOffset, endOffset] of occurrencesOf(node.nodeValue ?? '', terms))
      ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
  return ranges;
}
