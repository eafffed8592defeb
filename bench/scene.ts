import { symbolScale } from '../src/map/symbol-scale';
import { lightTheme } from '../src/map/theme';

/** A point of the picture in CSS pixels, from its top left corner. */
export interface Pixel {
  x: number;
  y: number;
}

/** Days shown, both ends included, counted from {@link FIRST_DATE}. */
export interface DayRange {
  from: number;
  to: number;
}

export const EVENT_MODES = ['window', 'cumulative'] as const;
/** What a step shows of events: those of the last {@link WINDOW_DAYS} days, or all up to its date. */
export type EventMode = (typeof EVENT_MODES)[number];
export const MODES = [...EVENT_MODES, 'movements'] as const;
/** What a step shows: events, or movements as they are at its date. */
export type Mode = (typeof MODES)[number];

/** Kinds of the events, in the order in which beacons cycle through them. */
export const KINDS = ['incident', 'statement', 'context'] as const;
export type Kind = (typeof KINDS)[number];
/** Every technique draws a kind in its colour of our light theme, as CSS hex. */
export const COLORS: Record<Kind, string> = {
  incident: lightTheme.incident,
  statement: lightTheme.statement,
  context: lightTheme.context,
};
export const BACKGROUND = lightTheme.land;

/** Size of the picture in CSS pixels; the device has as many. */
export const WIDTH = 512;
export const HEIGHT = 384;
/** MapLibre's zoom. Leaflet, whose tiles are half as wide, counts one more. */
export const ZOOM = 5;

/** Midnight at the start of day 0, in milliseconds since 1970 UTC. */
export const FIRST_DATE = Date.UTC(2010, 0, 1);
export const DAY = 86_400_000;
export const DAYS = 1000;
/** A multiple of the number of kinds, so that the first step after the last has another colour too. */
export const STEPS = 99;
export const DAYS_PER_STEP = 10;
export const WINDOW_DAYS = 100;

/** World's width in pixels at {@link ZOOM}. */
const WORLD = 512 * 2 ** ZOOM;
/** Middle of the picture as parts of the world: the corner of four tiles, so that each of them fills a quarter. */
const MIDDLE = { x: 19 / 32, y: 11 / 32 };

/** Radius in CSS pixels of a circle that has as much ink as a symbol of ours at full size. */
const FULL_RADIUS = 7.6;

/**
 * Radius of a mark in CSS pixels where there are so many events. Ours are smaller the more there are, and those of
 * the peers are as large, so that all have the same to fill.
 */
export function radiusFor(count: number): number {
  return FULL_RADIUS * symbolScale(count, ZOOM);
}

/** The day that a step shows as its latest. */
export function dayOfStep(step: number): number {
  return step * DAYS_PER_STEP + DAYS_PER_STEP - 1;
}

/** The days whose events are shown at a step. */
export function daysShown(step: number, mode: EventMode): DayRange {
  const to = dayOfStep(step);
  return { from: mode === 'window' ? Math.max(0, to - WINDOW_DAYS + 1) : 0, to };
}

/** The place `[longitude, latitude]` in degrees that is drawn at a pixel. */
export function positionAt({ x, y }: Pixel): [number, number] {
  const eastward = MIDDLE.x + (x - WIDTH / 2) / WORLD;
  const southward = MIDDLE.y + (y - HEIGHT / 2) / WORLD;
  return [eastward * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * southward))) * 180) / Math.PI];
}

/** The middle of the picture, `[longitude, latitude]` in degrees. */
export const CENTER = positionAt({ x: WIDTH / 2, y: HEIGHT / 2 });

/** Pixels under the beacons: one a tile, near the corners of the picture. Events stand in the middle of a pixel. */
export const BEACONS: readonly Pixel[] = [
  { x: 20, y: 20 },
  { x: WIDTH - 21, y: 20 },
  { x: 20, y: HEIGHT - 21 },
  { x: WIDTH - 21, y: HEIGHT - 21 },
];

/** The kind, as a position in {@link KINDS}, of a step's beacons. */
export function beaconKindOf(step: number): number {
  return step % KINDS.length;
}
