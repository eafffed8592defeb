import { addProtocol } from 'maplibre-gl';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { TileType } from 'pmtiles';
import { registerArchive } from './archive';
import { schemaStyle, tileSource } from './basemap';
import { SCHEMA_LAYERS, type Lettering } from './basemap-layers';
import { FONT_FACES } from './font-faces';
import type { Theme } from './theme';

/** Another basemap than the offline one, as it has come. */
export interface OtherBasemap {
  /** A new style, which the caller may change. */
  style: (theme: Theme) => StyleSpecification;
  maxZoom: number;
  /** Whether its colours are its own, whatever the theme. */
  painted: boolean;
}

/** Archives are overzoomed so far. */
const OVERZOOM = 4;
const STYLE_MAX_ZOOM = 20;
/** What would move the camera, or lift the ground from under what is drawn on it. */
const LEFT_OUT = new Set(['center', 'zoom', 'bearing', 'pitch', 'roll', 'terrain']);

/** Whether an address is that of a PMTiles archive, and not of a style. */
export function isArchive(url: string): boolean {
  return /\.pmtiles$/i.test(new URL(url).pathname);
}

/**
 * Fetches a style, or what an archive says of itself, at an absolute address. Rejects with a reason where it cannot be
 * fetched or is no basemap; whether its tiles can be had is seen when they are drawn.
 */
export function fetchBasemap(url: string, lettering: Lettering, signal: AbortSignal): Promise<OtherBasemap> {
  return isArchive(url) ? openArchive(url, lettering) : fetchStyle(url, signal);
}

async function openArchive(url: string, lettering: Lettering): Promise<OtherBasemap> {
  const archive = registerArchive({ addProtocol }, url);
  const { minZoom, maxZoom, tileType } = await archive.getHeader();
  if (tileType !== TileType.Mvt) throw new Error('the archive holds no vector tiles');
  const metadata = (await archive.getMetadata()) as { vector_layers?: { id?: unknown }[]; attribution?: unknown };
  const held = new Set((metadata.vector_layers ?? []).map(({ id }) => id));
  const has = new Set(SCHEMA_LAYERS.filter((layer) => held.has(layer)));
  if (has.size === 0) throw new Error('the archive holds no layer of the Protomaps basemap schema');
  const attribution = typeof metadata.attribution === 'string' ? metadata.attribution : '';
  return {
    style: (theme) =>
      schemaStyle(theme, lettering, [{ id: 'tiles', has }], {
        tiles: tileSource(url, [minZoom, maxZoom], attribution),
      }),
    maxZoom: maxZoom + OVERZOOM,
    painted: false,
  };
}

async function fetchStyle(url: string, signal: AbortSignal): Promise<OtherBasemap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`it answered ${response.status} ${response.statusText}`.trim());
  const style = (await response.json()) as Partial<StyleSpecification> | null;
  if (style?.version !== 8 || !Array.isArray(style.layers) || typeof style.sources !== 'object') {
    throw new Error('it is no MapLibre style of version 8');
  }
  const adopted = adoptStyle(style as StyleSpecification, url);
  return { style: () => structuredClone(adopted), maxZoom: STYLE_MAX_ZOOM, painted: true };
}

/**
 * A style as it can lie under a story: its names begin with `basemap-`, so that they are not the story's; and its
 * addresses are whole.
 */
export function adoptStyle(style: StyleSpecification, url: string): StyleSpecification {
  const resolve = (address: string) => {
    const whole = new URL(address, url).href;
    // The braces of `{z}` and `{fontstack}` are MapLibre's to fill.
    return whole.replaceAll(/%7B([a-z-]+)%7D/gi, '{$1}');
  };
  const kept = Object.fromEntries(
    Object.entries(style).filter(([name]) => !LEFT_OUT.has(name)),
  ) as unknown as StyleSpecification;
  const sources = Object.entries(style.sources).map(([id, source]) => [named(id), resolveSource(source, resolve)]);
  return {
    ...kept,
    ...(typeof kept.glyphs === 'string' ? { glyphs: resolve(kept.glyphs) } : {}),
    ...(typeof kept.sprite === 'string' ? { sprite: resolve(kept.sprite) } : {}),
    ...(Array.isArray(kept.sprite)
      ? { sprite: kept.sprite.map((sprite) => ({ ...sprite, url: resolve(sprite.url) })) }
      : {}),
    'font-faces': { ...structuredClone(FONT_FACES), ...kept['font-faces'] },
    sources: Object.fromEntries(sources) as StyleSpecification['sources'],
    layers: style.layers.map((layer) => adoptLayer(layer)),
  };
}

function named(id: string): string {
  return `basemap-${id}`;
}

function adoptLayer(layer: LayerSpecification): LayerSpecification {
  const id = named(layer.id);
  return 'source' in layer && typeof layer.source === 'string'
    ? { ...layer, id, source: named(layer.source) }
    : { ...layer, id };
}

function resolveSource(source: SourceSpecification, resolve: (address: string) => string): SourceSpecification {
  const resolved: Record<string, unknown> = { ...source };
  const { url, data, tiles } = resolved;
  if (typeof url === 'string') resolved['url'] = resolve(url);
  if (typeof data === 'string') resolved['data'] = resolve(data);
  if (Array.isArray(tiles)) resolved['tiles'] = tiles.map((tile) => resolve(String(tile)));
  return resolved as unknown as SourceSpecification;
}
