import type { Map as MapLibre } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import type { Clock } from './clock-layer';
import type { PlaceState } from './place-states';

/**
 * What the style layers show at a date: lines, areas and places, which are few, each by its feature state. It lives in
 * the style, so that it must be told again to a new one.
 */
export class FeatureStates {
  readonly #map: MapLibre;
  readonly #chronicle: Chronicle;
  /** What each line shows, by row. */
  readonly #lines = new Map<number, string>();

  constructor(map: MapLibre, chronicle: Chronicle) {
    this.#map = map;
    this.#chronicle = chronicle;
  }

  /** Forgets what an earlier style was told. */
  forget(): void {
    this.#lines.clear();
  }

  /** Shows, hides or dims each line and its head. */
  showLines({ moment, shown }: Clock): void {
    const { lines, columns } = this.#chronicle;
    for (const row of lines) {
      const state = drawnState(columns, row, moment, shown);
      if (this.#lines.get(row) === state) continue;
      this.#lines.set(row, state);
      for (const source of ['lines', 'heads'] as const) this.#map.setFeatureState({ source, id: row }, { state });
    }
  }

  /** Shows places and areas as `states` has them; those in `hidden` lose their name and ring. */
  showPlaces(states: ReadonlyMap<string, PlaceState>, hidden: ReadonlySet<string>): void {
    for (const id of this.#chronicle.places.keys()) {
      const shows = states.get(id);
      this.#map.setFeatureState(
        { source: 'areas', id },
        { state: shows?.state ?? 'absent', kind: shows?.kind ?? 'place' },
      );
      this.#map.setFeatureState({ source: 'places', id }, { hidden: hidden.has(id), marked: shows !== undefined });
    }
  }

  /** Takes a flag from the lines of some rows and gives it to those of others. */
  flagLines(flag: 'selected' | 'hovered', before: readonly number[], after: readonly number[]): void {
    for (const [rows, value] of [
      [before, false],
      [after, true],
    ] as const) {
      for (const id of rows) this.#map.setFeatureState({ source: 'lines', id }, { [flag]: value });
    }
  }
}
