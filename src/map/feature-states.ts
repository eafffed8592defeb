import type { FilterSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import type { PlaceState } from './place-states';
import { HAS_MARK } from './story-layers';

/**
 * What the style layers show at a date: areas and places, which are few, each by its feature state. It lives in the
 * style, so that it must be told again to a new one.
 */
export class FeatureStates {
  readonly #map: MapLibre;
  readonly #chronicle: Chronicle;

  constructor(map: MapLibre, chronicle: Chronicle) {
    this.#map = map;
    this.#chronicle = chronicle;
  }

  /** Shows places and areas as `states` has them; those in `hidden` lose their name and ring, and the room for both. */
  showPlaces(states: ReadonlyMap<string, PlaceState>, hidden: ReadonlySet<string>): void {
    // A name that is only made invisible would still keep the basemap's own from its place.
    const shown: FilterSpecification = ['!', ['in', ['get', 'id'], ['literal', [...hidden]]]];
    this.#map.setFilter('story-names', hidden.size > 0 ? shown : undefined, { validate: false });
    this.#map.setFilter('story-room', hidden.size > 0 ? ['all', HAS_MARK, shown] : HAS_MARK, { validate: false });
    for (const id of this.#chronicle.places.keys()) {
      const shows = states.get(id);
      this.#map.setFeatureState(
        { source: 'areas', id },
        { state: shows?.state ?? 'absent', kind: shows?.kind ?? 'place' },
      );
      this.#map.setFeatureState({ source: 'places', id }, { hidden: hidden.has(id), marked: shows !== undefined });
    }
  }
}
