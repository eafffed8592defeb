import type { Position } from 'geojson';

/** Where the map of movements looks: Iraq and its neighbours, and below them ground that no movement crosses. */
export const MOVEMENT_CAMERA: { center: [number, number]; zoom: number } = { center: [43.5, 31.8], zoom: 4.2 };

/** A beacon is at one of so many lines at a date, and at another one at the next. */
const PHASES = 3;
/** The start of each beacon's first line. */
const BEACON_STARTS = [34.2, 41];
const BEACON_LATITUDE = 26.4;
/** Degrees from the start of one line of a beacon to that of the next, and how much of it the line takes. */
const PHASE_SPACING = 2;
const LINE_LENGTH = 1.6;

/** A way that a beacon goes in one of its phases. */
export interface BeaconLine {
  from: Position;
  to: Position;
}

/**
 * The beacons: each a movement with a line of its own for each phase, eastward and side by side. They lie at the lower
 * edge of the picture, which no other movement comes near to.
 */
export const BEACON_LINES: readonly (readonly BeaconLine[])[] = BEACON_STARTS.map((start) =>
  Array.from({ length: PHASES }, (_, phase) => {
    const longitude = start + phase * PHASE_SPACING;
    return { from: [longitude, BEACON_LATITUDE], to: [longitude + LINE_LENGTH, BEACON_LATITUDE] };
  }),
);

/** Which of their lines the beacons take at one of so many dates: neighbours differ, and the last from the first. */
export function beaconPhaseOf(date: number, dates: number): number {
  return date === dates - 1 && dates % 2 === 1 ? 2 : date % 2;
}

/** The id of a beacon's movement. */
export function beaconId(beacon: number): string {
  return `beacon-${beacon}`;
}

/** True for the id of a beacon's movement. */
export function isBeacon(movement: string): boolean {
  return BEACON_LINES.some((_, beacon) => beaconId(beacon) === movement);
}
