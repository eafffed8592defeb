import type { DetailCollection } from './collections.ts';

/**
 * The list of areas with detail, as JSON text: for each its `id`, `name`, `name:ar`, `accuracyMeters` and `bbox`, in the
 * order of their ids.
 */
export function detailAreas(collections: readonly DetailCollection[]): string {
  const areas = collections.map((collection) => ({
    id: collection.id,
    name: collection.name,
    'name:ar': collection['name:ar'],
    accuracyMeters: collection.accuracyMeters,
    bbox: collection.bbox,
  }));
  return `${JSON.stringify(areas, null, 2)}\n`;
}
