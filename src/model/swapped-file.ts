import type { Feature, Story } from './feature';
import { representativePoint } from './geometry';
import type { Issue } from './problem';

/**
 * Watches for a file whose every point lies outside the story's opening view and, once swapped, inside it: an export
 * with its columns the wrong way round. One point alone may well be elsewhere, so that a file must have two.
 */
export class AxesCheck {
  readonly #bounds: Story['bounds'];
  #located = 0;
  #swapped = 0;

  constructor(bounds: Story['bounds']) {
    this.#bounds = bounds;
  }

  /** Takes in the next feature of the file; undefined is one that could not be read. */
  note(feature: Feature | undefined): void {
    if (!this.#bounds || this.#swapped < this.#located || !feature?.geometry) return;
    const point = representativePoint(feature.geometry);
    if (!point) return;
    this.#located += 1;
    const [west, south, east, north] = this.#bounds;
    const inside = (longitude = 0, latitude = 0) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    const [longitude, latitude] = point;
    if (!inside(longitude, latitude) && inside(latitude, longitude)) this.#swapped += 1;
  }

  /** True where all points that were taken in look swapped. */
  get swapped(): boolean {
    return this.#located >= 2 && this.#swapped === this.#located;
  }
}

/** What is wrong with one feature of such a file; nothing where it has no point. */
export function swappedIssues({ geometry }: Feature): Issue[] {
  const point = geometry ? representativePoint(geometry) : undefined;
  if (!point) return [];
  const message = `latitude and longitude look swapped in the whole file: [${point[0]}, ${point[1]}] is outside the story's bounds and its reverse inside; expected [longitude, latitude]`;
  return [{ path: ['geometry', 'coordinates'], message }];
}
