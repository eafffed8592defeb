import type { Citable } from './citation';
import type { Feature } from './feature';
import type { Issue } from './problem';
import type { Properties } from './properties';

/** A mention of another feature, to be looked up once all are read. */
export interface Reference {
  kind: 'place' | 'movement';
  id: string;
  /** From the feature. */
  path: Issue['path'];
}

/** What a reader of one kind of feature works on. */
export interface Draft {
  properties: Properties;
  geometry: Feature['geometry'];
  shared: Pick<Feature, 'id' | 'layer' | 'title' | 'summary' | 'actors' | 'sources' | 'reported' | 'sidc'>;
  citable: Citable;
  /** Notes and returns the id of another feature. */
  refer: (kind: Reference['kind'], id: string, path: Issue['path']) => string;
}
