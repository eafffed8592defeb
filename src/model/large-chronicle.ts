import type { Chronicle } from './chronicle';
import { countBefore, type Columns } from './columns';
import type { Entry } from './entry';
import { kindOf } from './facet';
import type { Place } from './feature';
import type { Intake } from './intake';
import { LargeDetails, shortHash, type PlaceRows } from './large-details';
import type { Linked } from './links';
import { hasLine, marksOf, type Mark } from './marks';
import { indexOf } from './pick';
import type { StoredFeatures } from './stored-features';
import { tallyOf } from './tally';

/** The chronicle of what was taken in, without what is left out. The intake is used up. */
export function chronicleOfIntake(intake: Intake, linked: Linked, stored: StoredFeatures): Chronicle {
  const kept = <T>(all: ReadonlyMap<number, T>) => [...all].filter(([number]) => !linked.leftOut[number]);
  const places = new Map(kept(intake.places).map(([, place]) => [place.id, place]));
  for (let row = 0; row < intake.rows.length; row++) {
    if (linked.leftOut[intake.featureOfRow[row] ?? 0]) intake.rows.drop(row);
  }
  standAtPlaces(intake, linked, places);
  const { columns, order } = intake.rows.finish();
  const reports = new Map<number, Entry>();
  for (const [row, facet] of columns.facet.entries()) {
    const report = kindOf(facet) === 'movement' && intake.reports.get(order[row] ?? 0);
    if (report) reports.set(row, report);
  }
  const featureOfRow = order.map((added) => intake.featureOfRow[added] ?? 0);
  const hashes = Uint16Array.from(intake.features.hashes.subarray(0, intake.features.length), shortHash);
  const placeRows = placeRowsOf(intake, columns, featureOfRow, reports);
  return {
    columns,
    tally: tallyOf(columns),
    index: indexOf(columns),
    places,
    movements: kept(intake.movements).map(([, movement]) => movement),
    units: unitsOf(intake, featureOfRow),
    lines: [...reports].filter(([, report]) => hasLine(report, places)).map(([row]) => row),
    details: new LargeDetails({ stored, hashes, featureOfRow, reports, placeRows }),
  };
}

function unitsOf({ units }: Intake, featureOfRow: Uint32Array): Map<number, string> {
  const byRow = new Map<number, string>();
  // Most stories have none, and a million rows.
  for (let row = 0; units.size > 0 && row < featureOfRow.length; row++) {
    const sidc = units.get(featureOfRow[row] ?? 0);
    if (sidc !== undefined) byRow.set(row, sidc);
  }
  return byRow;
}

/** Gives marks to what stands at places, now that all are known. */
function standAtPlaces(
  { rows, mentions, features, featureOfRow, reports, units }: Intake,
  { leftOut }: Linked,
  places: ReadonlyMap<string, Place>,
): void {
  const marks = { plain: [] as Mark[][], unit: [] as Mark[][] };
  let row = 0;
  for (let mention = 0; mention < mentions.length; mention++) {
    const number = mentions.by[mention] ?? 0;
    if (leftOut[number] || features.is(number, 'ownPoint') || mentions.ofMovement[mention]) continue;
    while ((featureOfRow[row] ?? Infinity) < number) row += 1;
    if (reports.has(row)) continue;
    const name = mentions.name[mention] ?? 0;
    const known = units.has(number) ? marks.unit : marks.plain;
    rows.stand(row, (known[name] ??= marksOf(factAt(mentions.names[name] ?? '', known === marks.unit), places)));
  }
  for (const [report, entry] of reports) {
    if (!leftOut[featureOfRow[report] ?? 0]) rows.stand(report, marksOf(entry, places));
  }
}

/** A fact that stands at a place, with the symbol of a unit or without, and says nothing else. */
function factAt(place: string, isUnit: boolean): Entry {
  const said = { id: '', layer: '', when: null, places: [place], sources: [], reported: true };
  const feature = { ...said, kind: 'context', title: '', actors: [], geometry: null, counts: [] } as const;
  const unit = isUnit ? { sidc: '' } : {};
  return { ...said, kind: 'context', feature: { ...feature, ...unit, actors: [], counts: [] } };
}

function placeRowsOf(
  { mentions, features }: Intake,
  { length }: Columns,
  featureOfRow: Uint32Array,
  reports: ReadonlyMap<number, Entry>,
): PlaceRows {
  const positions = new Map(mentions.names.map((name, position) => [name, position]));
  const eachOf = (row: number, concern: (position: number) => void) => {
    const number = featureOfRow[row] ?? 0;
    if (!features.is(number, 'linked')) return;
    const report = reports.get(row);
    if (report) {
      for (const place of new Set(report.places)) concern(positions.get(place) ?? 0);
      return;
    }
    const from = countBefore(mentions.by, number, mentions.length);
    for (let at = from; at < mentions.length && mentions.by[at] === number; at++) {
      const name = mentions.name[at] ?? 0;
      if (mentions.name.indexOf(name, from) === at) concern(name);
    }
  };
  const first = new Uint32Array(mentions.names.length + 1);
  const count = (position: number) => (first[position + 1] = (first[position + 1] ?? 0) + 1);
  for (let row = 0; row < length; row++) eachOf(row, count);
  for (let at = 1; at < first.length; at++) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const rows = new Uint32Array(first.at(-1) ?? 0);
  const next = first.slice();
  for (let row = 0; row < length; row++) {
    eachOf(row, (position) => {
      rows[next[position] ?? 0] = row;
      next[position] = (next[position] ?? 0) + 1;
    });
  }
  return { positions, first, rows };
}
