/**
 * The element by whose scroll position a list moves: on a large screen the list's own frame, on a small one the sheet
 * around it, while that is shown.
 */
export function scrollerOf(element: HTMLElement, sheetOpen: boolean): HTMLElement | undefined {
  const own = element.closest<HTMLElement>('[data-scrolls]');
  if (own && getComputedStyle(own).overflowY === 'auto') return own;
  const sheet = own?.parentElement?.closest<HTMLElement>('[data-scrolls]');
  return sheet && (sheetOpen || sheet.clientHeight > 0) ? sheet : undefined;
}
