/** The map beneath the story: one style, or one for each theme where they differ. */
export interface Basemap {
  /** {@link OFFLINE}, or the address of a MapLibre style or of a PMTiles archive. */
  style: string | { light: string; dark: string };
  projection: Projection;
  /** Other names than the data's: by the English name there, then by language (BCP 47). */
  names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  disputedBorders: DisputedBorders;
}

/** The basemap that comes with the project and asks nobody for anything. */
export const OFFLINE = 'offline';

export const PROJECTIONS = ['mercator', 'globe'] as const;
export type Projection = (typeof PROJECTIONS)[number];

/** How borders are drawn that are not agreed on: set apart, as any other, or not at all. */
export const DISPUTED_BORDERS = ['dashed', 'solid', 'hidden'] as const;
export type DisputedBorders = (typeof DISPUTED_BORDERS)[number];

/** What a story has that says nothing of its basemap. */
export const DEFAULT_BASEMAP: Basemap = {
  style: OFFLINE,
  projection: 'mercator',
  names: {},
  disputedBorders: 'dashed',
};

/** The style of a basemap in a theme: {@link OFFLINE} or an address. */
export function styleFor({ style }: Basemap, theme: 'light' | 'dark'): string {
  return typeof style === 'string' ? style : style[theme];
}

/** A basemap with its addresses made whole; those of a story.json are relative to it. */
export function resolveBasemap(basemap: Basemap, base: string): Basemap {
  const resolve = (style: string) =>
    style === OFFLINE || !URL.canParse(style, base) ? style : new URL(style, base).href;
  const { style } = basemap;
  return {
    ...basemap,
    style: typeof style === 'string' ? resolve(style) : { light: resolve(style.light), dark: resolve(style.dark) },
  };
}

/**
 * A basemap with what an element's attributes say instead, its addresses relative to `base`; what is blank or unknown
 * there says nothing.
 */
export function overrideBasemap(
  basemap: Basemap,
  given: { style: unknown; projection: unknown },
  base: string,
): Basemap {
  // An attribute that is taken away is null, and a property may be anything.
  const style = typeof given.style === 'string' ? given.style.trim() : '';
  const projection = PROJECTIONS.find((known) => known === given.projection) ?? basemap.projection;
  return { ...basemap, projection, ...(style ? { style: resolveBasemap({ ...basemap, style }, base).style } : {}) };
}
