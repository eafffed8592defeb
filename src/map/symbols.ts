import type { Kind } from '../model/feature';

/** The outline of each kind's symbol in a box of 24 by 24: kind is a shape before it is a colour. The map's shader has the same. */
export const SYMBOL_PATHS: Record<Kind, string> = {
  incident: 'M12 3 21 12 12 21 3 12Z',
  movement: 'M5 3.5 21 12 5 20.5Z',
  statement: 'M4 4H20V16H12L6 21V16H4Z',
  context: 'M4.5 4.5H19.5V19.5H4.5Z',
  place: 'M12 6.5A5.5 5.5 0 1 1 12 17.5 5.5 5.5 0 1 1 12 6.5Z',
};
