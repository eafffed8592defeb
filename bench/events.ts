import { isNearLattice, PROBES } from './probes';
import { randomFrom } from './random';
import { BEACONS, DAYS, HEIGHT, KINDS, STEPS, WIDTH, beaconKindOf, dayOfStep, type Pixel } from './scene';

/** One event of the scene. */
export interface DatedEvent {
  /** Where its middle is drawn; pixels have their middles at halves. */
  point: Pixel;
  day: number;
  /** Position in `KINDS`. */
  kind: number;
  /** What it is for: most only fill the map. */
  role: 'beacon' | 'probe' | 'crowd';
}

const SEED = 42;
const HUBS = 40;
/** The share of events that stand anywhere; the others crowd round hubs, as places in the news do. */
const SCATTERED = 0.2;
const EDGE = 6;
/** Pixels round a beacon that stay free. */
const BEACON_MARGIN = 16;

/**
 * The events of a file of `count`, in no order of date: four beacons a step, the probes, and a crowd for the rest.
 * Always the same for the same count. Throws where the count leaves no room for a crowd.
 */
export function eventsOf(count: number): DatedEvent[] {
  const fixed = [...beacons(), ...probes()];
  if (count < fixed.length) throw new RangeError(`a file holds at least ${fixed.length} events, not ${count}`);
  const random = randomFrom(SEED);
  const events = [...fixed, ...crowd(count - fixed.length, random)];
  const places = new Float64Array(count).map(random);
  return Array.from(events.keys())
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
    .flatMap((index) => events[index] ?? []);
}

function beacons(): DatedEvent[] {
  return Array.from({ length: STEPS }, (_, step) =>
    BEACONS.map((pixel): DatedEvent => ({
      point: middleOf(pixel),
      day: dayOfStep(step),
      kind: beaconKindOf(step),
      role: 'beacon',
    })),
  ).flat();
}

function probes(): DatedEvent[] {
  return PROBES.map(({ pixel, day, kind }) => ({ point: middleOf(pixel), day, kind, role: 'probe' }));
}

function middleOf({ x, y }: Pixel): Pixel {
  return { x: x + 0.5, y: y + 0.5 };
}

function* crowd(count: number, random: () => number): Generator<DatedEvent> {
  const hubs = Array.from({ length: HUBS }, () => ({ ...anywhere(random), spread: 5 + random() * 30 }));
  for (let made = 0; made < count; made++) {
    const hub = hubs[Math.floor(random() * HUBS)];
    let point = anywhere(random);
    if (hub && random() >= SCATTERED) point = near(hub, hub.spread, random);
    while (!isFree(point)) point = anywhere(random);
    yield { point, day: Math.floor(random() * DAYS), kind: Math.floor(random() * KINDS.length), role: 'crowd' };
  }
}

function anywhere(random: () => number): Pixel {
  return { x: EDGE + random() * (WIDTH - 2 * EDGE), y: EDGE + random() * (HEIGHT - 2 * EDGE) };
}

function near({ x, y }: Pixel, spread: number, random: () => number): Pixel {
  // Box and Muller's way from even random numbers to a normal distribution.
  const distance = spread * Math.sqrt(-2 * Math.log(1 - random()));
  const direction = 2 * Math.PI * random();
  return { x: x + distance * Math.cos(direction), y: y + distance * Math.sin(direction) };
}

function isFree(point: Pixel): boolean {
  const { x, y } = point;
  const inside = x >= EDGE && y >= EDGE && x <= WIDTH - EDGE && y <= HEIGHT - EDGE;
  const nearBeacon = BEACONS.some((beacon) => Math.hypot(beacon.x - x, beacon.y - y) < BEACON_MARGIN);
  return inside && !nearBeacon && !isNearLattice(point);
}
