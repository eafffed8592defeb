import type { Position } from 'geojson';
import { boundsOf, type Bounds } from '../geometry/bounds.ts';
import type { DetailCollection } from './collections.ts';

/** For each authored stretch of a river the bounds within which it takes the place of the world's. */
export function riverBounds(collections: readonly DetailCollection[]): Bounds[] {
  return collections.flatMap(({ features }) =>
    features.flatMap(({ geometry, properties }) =>
      properties.kind === 'river' ? [boundsOf(geometry.coordinates as Position[])] : [],
    ),
  );
}
