/**
 * The element by whose scroll position a list moves: on a wide screen the list's own frame, on a narrow one the sheet
 * around it, once that is open.
 */
export function scrollerOf(element: HTMLElement, sheetOpen: boolean): HTMLElement | undefined {
  const own = element.closest<HTMLElement>('[data-scrolls]');
  if (own && getComputedStyle(own).overflowY === 'auto') return own;
  return (sheetOpen ? own?.parentElement?.closest<HTMLElement>('[data-scrolls]') : undefined) ?? undefined;
}
