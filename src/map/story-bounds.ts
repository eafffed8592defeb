import type { Place, Story } from '../model/feature';

/** Degrees of air around places that lie close together. */
const AIR = 0.5;

/** What the map frames at first, `[west, south, east, north]`: as the story says, else all its places; undefined without any. */
export function boundsOf(story: Story, places: ReadonlyMap<string, Place>): Story['bounds'] {
  if (story.bounds) return story.bounds;
  const points = [...places.values()].flatMap(({ point }) => (point ? [point] : []));
  if (points.length === 0) return undefined;
  const longitudes = points.map(([longitude = 0]) => longitude);
  const latitudes = points.map(([, latitude = 0]) => latitude);
  return [
    Math.min(...longitudes) - AIR,
    Math.max(-85, Math.min(...latitudes) - AIR),
    Math.max(...longitudes) + AIR,
    Math.min(85, Math.max(...latitudes) + AIR),
  ];
}
