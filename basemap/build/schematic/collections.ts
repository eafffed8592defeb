import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, LineString, Point, Polygon } from 'geojson';
import type { Bounds } from '../geometry/bounds.ts';
import { isKind, isLayer, type LayerName } from '../schema.ts';

/** Properties as they are authored: where a feature goes, and what it carries. */
interface DetailProperties {
  layer: LayerName;
  kind: string;
  /** Whether its corners are to be rounded: for shores and edges that were drawn with few points. */
  smooth?: boolean;
  [name: string]: unknown;
}

export type DetailFeature = Feature<Point | LineString | Polygon, DetailProperties>;

/** The authored detail of a city: a FeatureCollection with members of its own. */
export interface DetailCollection {
  id: string;
  name: string;
  'name:ar': string;
  /** How far, in metres, a thing may lie from where it is drawn. */
  accuracyMeters: number;
  bbox: Bounds;
  features: DetailFeature[];
}

/** The collections of a folder's `.geojson` files, by id. Throws at the first that no archive could hold. */
export function readCollections(folder: string): DetailCollection[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => {
      const collection = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as DetailCollection;
      check(collection, file);
      return collection;
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function check({ id, name, bbox, features }: DetailCollection, file: string): void {
  if (!id || !name || bbox?.length !== 4) throw new Error(`${file}: id, name and bbox of four numbers are needed`);
  features.forEach(({ properties }, index) => {
    if (!isLayer(properties.layer) || !isKind(properties.layer, properties.kind)) {
      throw new Error(`${file}: feature ${index} has the kind "${properties.kind}" of layer "${properties.layer}"`);
    }
  });
}
