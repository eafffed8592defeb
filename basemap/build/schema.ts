/**
 * The layers of the Protomaps basemap schema (version 4) that our archives use, and the kinds in them, so that one style
 * draws ours and any Protomaps archive. Authored detail may use more kinds of landuse and of points of interest.
 */
export const SCHEMA = {
  earth: ['earth', 'island'],
  landcover: ['barren', 'farmland', 'forest', 'glacier', 'grassland', 'scrub', 'urban_area'],
  landuse: undefined,
  water: ['ocean', 'sea', 'bay', 'lake', 'river', 'canal', 'basin', 'dock', 'strait', 'stream', 'water', 'other'],
  boundaries: ['country', 'region'],
  roads: ['highway', 'major_road', 'minor_road', 'path', 'rail', 'aeroway', 'ferry', 'other'],
  pois: undefined,
  places: ['country', 'region', 'locality', 'macrohood', 'neighbourhood'],
} as const;

export type LayerName = keyof typeof SCHEMA;

/** The layers in the order in which they are drawn, and written. */
export const LAYERS = Object.keys(SCHEMA) as LayerName[];

/** Whether the schema has a layer of this name. */
export function isLayer(name: unknown): name is LayerName {
  return typeof name === 'string' && Object.hasOwn(SCHEMA, name);
}

/** Whether the schema has this kind in a layer; layers that it leaves open take any. */
export function isKind(layer: LayerName, kind: unknown): boolean {
  const kinds: readonly string[] | undefined = SCHEMA[layer];
  return typeof kind === 'string' && (kinds === undefined || kinds.includes(kind));
}
