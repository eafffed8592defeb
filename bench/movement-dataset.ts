import type { FeatureCollection } from 'geojson';
import {
  geojsonOfMovements,
  manyMovements,
  storyOf,
  type MadeUpMovement,
  type MadeUpReport,
} from '../e2e/many-movements';
import { BEACON_LINES, beaconId, beaconPhaseOf, type BeaconLine } from './movement-scene';

/** Reports of a movement, on average. */
const REPORTS = 10;
/** So strong that a beacon's line is among the widest, and that none is thinned before it. */
const BEACON_STRENGTH = 100_000;

/** The texts of a story.json and of its one layer, in a file of the given name: so many movements, and the beacons. */
export function movementTexts(count: number, file: string): { story: string; layer: string } {
  const story = storyOf(file);
  const { report } = JSON.parse(story) as { report: string };
  const movements = manyMovements(count, REPORTS);
  const dates = [...new Set(movements.flatMap(({ reports }) => reports.map(({ when }) => when)))].sort();
  const beacons = BEACON_LINES.map((_, beacon) => beaconMovement(beacon, dates, report));
  const collection = JSON.parse(geojsonOfMovements([...movements, ...beacons])) as FeatureCollection;
  collection.features.push(...BEACON_LINES.flatMap((lines, beacon) => lines.flatMap(endsOf(beacon, report))));
  return { story, layer: JSON.stringify(collection) };
}

/** A beacon has a report wherever another movement has, so that it adds no date. */
function beaconMovement(beacon: number, dates: readonly string[], source: string): MadeUpMovement {
  const reports = dates.map((when, date): MadeUpReport => {
    const [from, to] = placeIds(beacon, beaconPhaseOf(date, dates.length));
    return { when, status: 'arrived', strength: BEACON_STRENGTH, from, to, sources: [source] };
  });
  return { id: beaconId(beacon), title: `Beacon ${beacon}`, reports };
}

function placeIds(beacon: number, phase: number): [from: string, to: string] {
  return [`${beaconId(beacon)}-from-${phase}`, `${beaconId(beacon)}-to-${phase}`];
}

/** The two places of a beacon's line, as features. */
function endsOf(beacon: number, source: string) {
  return ({ from, to }: BeaconLine, phase: number): FeatureCollection['features'] =>
    placeIds(beacon, phase).map((id, end) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: end === 0 ? from : to },
      properties: { kind: 'place', name: id, sources: [source] },
    }));
}
