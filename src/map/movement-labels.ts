import type { Feature as GeoFeature, FeatureCollection, Point } from 'geojson';
import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import type { Entry } from '../model/entry';
import { STATUSES, type Movement } from '../model/feature';
import type { Clock } from './clock-layer';
import { freeSides, marksInView, spotOnLine, type InView, type Side, type Spot } from './label-spot';
import { FULL, faintness, type Focus, type ShownLeg } from './leg-states';

/**
 * The words for a force on the map: its number with its qualifier, and how far it has come. `whole` is the force that
 * includes it and is drawn too; `listed` where that stands in the line above.
 */
export type ForceWords = (entry: Entry, whole?: { entry: Entry; listed: boolean }) => string;

/** A movement's number on the map. */
export interface LabelProperties {
  /** Tells it from every other that could be there, so that one which is out of date can be hidden at once. */
  key: string;
  label: string;
  side: Side;
  /** The lower, the earlier it is placed; of two that collide the later is left out. */
  rank: number;
  opacity: number;
}

/** A force as a report that is drawn has it. */
interface Drawn {
  row: number;
  entry: Entry;
  past: boolean;
}

const PAST = 0.6;
const LEGIBLE = 0.4;

/**
 * The numbers of what is drawn at a date: beside each line, in the middle of what of it is in view, and for forces
 * without a line at their place, one label for all. A part stands below the force that includes it, and says so, so that
 * nobody adds them. A part whose whole has come further since has no label: its own report is out of date.
 */
export function movementLabels(
  shown: readonly ShownLeg[],
  chronicle: Chronicle,
  clock: Clock,
  view: InView,
  words: ForceWords,
  focus: Focus = {},
): FeatureCollection<Point, LabelProperties> {
  const drawn = drawnForces(chronicle, clock);
  const withLine = new Set(shown.filter(({ state }) => state !== 'trail').map(({ leg }) => leg.row));
  const features: GeoFeature<Point, LabelProperties>[] = [];
  const isLit = ({ entry: { feature } }: Drawn) => [focus.isolated, focus.selected].includes(feature.id);
  const opacityOf = (group: readonly Drawn[]) => {
    const past = group.every((each) => each.past);
    // Among very many the numbers of what is over would only hide those of what is now.
    if (past && drawn.size > FULL && !group.some(isLit)) return 0;
    const faint = Math.max(...group.map(({ entry }) => faintness(focus, entry.feature.id)));
    // Words fainter than that could not be read.
    return faint < LEGIBLE ? 0 : Math.max(LEGIBLE, (past ? PAST : 1) * (faint < 1 ? PAST : 1));
  };
  const add = (group: readonly Drawn[], rank: number, place: (label: string) => Spot | undefined) => {
    const opacity = opacityOf(group);
    const label = opacity > 0 ? group.map((force) => wordsOf(force, drawn, group, words)).join('\n') : '';
    const placed = label === '' ? undefined : place(label);
    const [first] = group;
    if (!first || !placed) return;
    const { at, side } = placed;
    const key = `${first.entry.id} ${label} ${opacity}`;
    const properties = { key, label, side, rank: group.some(isLit) ? -1 : rank, opacity };
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties });
  };
  // Among very many there is no spot that is clear of marks.
  const marks = drawn.size > FULL ? [] : marksInView(chronicle.places, view);
  for (const [index, { leg, state, to }] of shown.entries()) {
    const force = drawn.get(leg.movement);
    if (!force || state === 'trail' || isOvertaken(force, drawn)) continue;
    add([force], shown.length - index, (label) => spotOnLine(leg.course.line, to, label, view, marks));
  }
  const sideOf = freeSides(shown);
  for (const [place, group] of byPlace(drawn, withLine)) {
    const at = chronicle.places.get(place)?.point;
    add(group, shown.length + 1, () => (at ? { at, side: sideOf(at) } : undefined));
  }
  return { type: 'FeatureCollection', features };
}

/** The report of each movement that is drawn, by the movement's id. */
function drawnForces({ columns, details, movements }: Chronicle, { moment, shown, past }: Clock): Map<string, Drawn> {
  const drawn = new Map<string, Drawn>();
  for (const { id } of movements) {
    for (const row of details.rowsOf(id) ?? []) {
      const state = drawnState(columns, row, moment, shown);
      const entry = state === 'absent' || (state === 'past' && !past) ? undefined : details.entry(row);
      if (entry) drawn.set(id, { row, entry, past: state === 'past' });
    }
  }
  return drawn;
}

/** The forces without a line, by the place where they stand or go; wholes before their parts. */
function byPlace(drawn: ReadonlyMap<string, Drawn>, withLine: ReadonlySet<number>): Map<string, Drawn[]> {
  const groups = new Map<string, Drawn[]>();
  for (const force of drawn.values()) {
    const place = placeOf(force);
    if (place === undefined || withLine.has(force.row) || isOvertaken(force, drawn)) continue;
    groups.set(place, [...(groups.get(place) ?? []), force]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => wholesOf(a, drawn).length - wholesOf(b, drawn).length || Number(a.past) - Number(b.past));
  }
  return groups;
}

/** What is on alert has not left, and is nowhere but at its station. */
function placeOf({ entry: { report } }: Drawn): string | undefined {
  return report?.status === 'on alert' ? report.from : (report?.to ?? report?.from);
}

/** The forces drawn at the same place that include this one, nearest first. */
function wholesOf(force: Drawn, drawn: ReadonlyMap<string, Drawn>): Drawn[] {
  const wholes: Drawn[] = [];
  let id = (force.entry.feature as Movement).partOf;
  // Parsing lets no force be a part of itself.
  while (id !== undefined) {
    const whole = drawn.get(id);
    if (whole && placeOf(whole) === placeOf(force)) wholes.push(whole);
    id = (whole?.entry.feature as Movement | undefined)?.partOf;
  }
  return wholes;
}

function isOvertaken(force: Drawn, drawn: ReadonlyMap<string, Drawn>): boolean {
  const stage = (each: Drawn) => STATUSES.indexOf(each.entry.report?.status ?? 'on alert');
  return wholesOf(force, drawn).some((whole) => whole.row > force.row && stage(whole) > stage(force));
}

function wordsOf(force: Drawn, drawn: ReadonlyMap<string, Drawn>, group: readonly Drawn[], words: ForceWords): string {
  const [whole] = wholesOf(force, drawn);
  return words(force.entry, whole && { entry: whole.entry, listed: group.includes(whole) });
}
