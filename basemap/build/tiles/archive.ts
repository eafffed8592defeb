import type { MapFeature } from '../feature.ts';
import { LAYERS } from '../schema.ts';
import { pmtilesArchive, type ArchiveInfo } from './pmtiles.ts';
import { cutTiles, type LayerPart } from './tiler.ts';

/** What makes an archive: its layers, and what it says of itself. */
export interface ArchivePlan extends Omit<ArchiveInfo, 'metadata'> {
  name: string;
  description: string;
  /** Who must be named where the map is shown. */
  attribution: string;
  parts: readonly LayerPart[];
}

/** The bytes of the PMTiles archive that `plan` describes. */
export function builtArchive({ name, description, attribution, parts, ...info }: ArchivePlan): Uint8Array {
  const metadata = { name, description, attribution, type: 'baselayer', vector_layers: vectorLayers(parts) };
  return pmtilesArchive(cutTiles(parts, info.minZoom, info.maxZoom), { ...info, metadata });
}

/** TileJSON's list of the layers that have features, with their fields and zooms. */
function vectorLayers(parts: readonly LayerPart[]) {
  return LAYERS.flatMap((id) => {
    const own = parts.filter(({ layer, features }) => layer === id && features.length > 0);
    if (own.length === 0) return [];
    const minzoom = Math.min(...own.map(({ zooms }) => zooms[0]));
    const maxzoom = Math.max(...own.map(({ zooms }) => zooms[1]));
    return [{ id, fields: fieldsOf(own.flatMap(({ features }) => features)), minzoom, maxzoom }];
  });
}

function fieldsOf(features: readonly MapFeature[]): Record<string, string> {
  const fields = new Map<string, string>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) fields.set(name, FIELD_TYPES[typeof value] ?? 'String');
  }
  return Object.fromEntries([...fields].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const FIELD_TYPES: Record<string, string> = { string: 'String', number: 'Number', boolean: 'Boolean' };
