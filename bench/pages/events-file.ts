import type { Feature, FeatureCollection, Point } from 'geojson';
import type { DayRange, Kind } from '../scene';

/** An event as the file has it. */
export type EventFeature = Feature<Point, { kind: Kind; title: string; when: string; day: number }>;

/** The events of a file in order of date, and so in the order in which they are drawn, and their days. */
export interface EventsByDay {
  features: EventFeature[];
  days: Int32Array;
}

/** Fetches and parses a file of events on the main thread, and sorts it. */
export async function fetchEvents(url: string): Promise<EventsByDay> {
  const response = await fetch(url);
  const collection = (await response.json()) as FeatureCollection<Point, EventFeature['properties']>;
  const features = collection.features.sort((a, b) => a.properties.day - b.properties.day);
  return { features, days: Int32Array.from(features, ({ properties }) => properties.day) };
}

/** The events of some days, as `[first, last)` positions. */
export function positionsOf(days: Int32Array, { from, to }: DayRange): [number, number] {
  return [countBefore(days, from), countBefore(days, to + 1)];
}

function countBefore(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
