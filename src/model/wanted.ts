import type { BitSet } from './bit-set';

/** What a reader looks for. What is left out does not matter. */
export interface Wanted {
  /** Words that must all be in its texts, see `termsOf`. */
  text?: string;
  /** One of its actors. */
  actor?: string;
  /** The id of a source that it cites. */
  source?: string;
  /** How sure it is: beyond doubt, or the one doubt that must be there. */
  certainty?: Certainty;
}

/** What may be unsure of an entry, see `doubtsOf`, in the order in which a page names it. */
export const DOUBTS = ['date', 'place', 'number'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What may be asked of certainty, in the order in which a page shows it. */
export const CERTAINTIES = ['certain', ...DOUBTS] as const;
export type Certainty = (typeof CERTAINTIES)[number];
/** What may be asked, in the order in which a page shows it. */
export const CRITERIA = ['text', 'actor', 'source', 'certainty'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What a search finds. */
export interface Found {
  rows: BitSet;
  /** Ids of the places that these rows concern, and of those that have the words in their own texts. */
  places: ReadonlySet<string>;
  /** By criterion, the rows that it alone keeps out: what dropping it would bring. */
  almost: ReadonlyMap<Criterion, BitSet>;
}
