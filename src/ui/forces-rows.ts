import { STATUSES, type Movement, type Place, type SourceReference } from '../model/feature';
import type { Force } from '../model/forces';
import type { Presence } from '../model/presence';
import type { PresenceRow } from '../model/presence-row';
import type { Total } from '../model/presence-total';
import type { Messages } from './messages';
import { formatCounts, formatNumberAlone, formatWhen } from './format';

/** What a table of forces can be sorted by. */
export type ForceColumn = 'force' | 'strength' | 'status' | 'place';

export interface ForceOrder {
  by: ForceColumn;
  descending: boolean;
}

/** One force in words, as a row of the table. */
export interface ForceLine {
  row: PresenceRow;
  force: string;
  strength: string;
  status: string;
  place: string;
  /** The name of the place alone, by which lines are sorted; undefined where no source says one. */
  placeName: string | undefined;
  /** Whether the main report says so. */
  basis: string;
  /** When it was reported. */
  date: string;
  /** What its number counts, and what it does not. */
  notes: string[];
  sources: readonly SourceReference[];
}

/** A total in words. */
export interface TotalLine {
  label: string;
  /** The number, or why there is none. */
  text: string;
  isNumber: boolean;
}

/** The rows in words. `forces` are all of the date, which may be parts of each other. */
export function forceLines(
  rows: readonly PresenceRow[],
  forces: readonly Force[],
  places: ReadonlyMap<string, Place>,
  messages: Messages,
): ForceLine[] {
  const byId = new Map(forces.map((force) => [force.movement.id, force]));
  return rows.map((row) => ({
    row,
    force: nameOf(row.movement),
    strength: strengthOf(row, messages) ?? messages.notStated,
    status: messages.status[row.report.status],
    ...placeIn(row, places, messages),
    basis: row.report.reported ? messages.reported : messages.addedContext,
    date: row.report.when ? formatWhen(row.report.when, messages) : '',
    notes: notesOf(row, byId, messages),
    sources: row.report.sources,
  }));
}

function nameOf({ unit, title }: Movement): string {
  return unit ?? title;
}

function strengthOf({ movement, report }: Force, messages: Messages): string | undefined {
  return report.strength ? formatNumberAlone(report.strength, messages) : formatCounts(movement.counts, messages)[0];
}

function placeIn(
  { report: { status, from, to } }: Force,
  places: ReadonlyMap<string, Place>,
  messages: Messages,
): Pick<ForceLine, 'place' | 'placeName'> {
  const placeName = places.get(to ?? (status === 'arrived' ? '' : (from ?? '')))?.title;
  if (placeName === undefined) return { place: messages.notStated, placeName };
  if (to === undefined) return { place: status === 'under way' ? messages.left(placeName) : placeName, placeName };
  return { place: status === 'arrived' ? placeName : messages.bound(placeName), placeName };
}

function notesOf(row: PresenceRow, byId: ReadonlyMap<string, Force>, messages: Messages): string[] {
  const whole = row.wholes.map((id) => byId.get(id)).find((force) => force !== undefined);
  const further = byId.get(row.overtaken ?? '');
  const away = (row.elsewhere ?? []).map((id) => byId.get(id)).filter((force) => force !== undefined);
  return [
    whole && messages.partOfForce(nameOf(whole.movement), strengthOf(whole, messages)),
    further && messages.overtaken(row.report.status, further.report.status),
    row.leaving && messages.hasLeft,
    row.report.strength && away.length > 0
      ? messages.includesElsewhere(away.map(({ movement }) => nameOf(movement)))
      : undefined,
  ].filter((note) => note !== undefined);
}

/** The totals in words: of each status where there are several, and of the place. None where it has but one force. */
export function totalLines({ groups, rows, total }: Presence, messages: Messages): TotalLine[] {
  if (rows.length < 2) return [];
  const lines = groups.length < 2 ? [] : groups.map((group) => ({ ...group, label: messages.status[group.status] }));
  return [...lines, { total, label: messages.inAll }]
    .filter((line) => line.total.counted.length > 0)
    .map((line) => ({ label: line.label, ...totalText(line.total, messages) }));
}

function totalText(total: Total, messages: Messages): Pick<TotalLine, 'text' | 'isNumber'> {
  return 'quantity' in total
    ? { text: formatNumberAlone(total.quantity, messages), isNumber: true }
    : { text: messages.noTotal[total.why], isNumber: false };
}

/** The lines in an order: strengths by their least, then their most, and last what is not stated; ties by name. */
export function sortLines(
  lines: readonly ForceLine[],
  { by, descending }: ForceOrder,
  { locale }: Messages,
): ForceLine[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byName = (a: ForceLine, b: ForceLine) =>
    compare(a.force, b.force) || compare(a.row.movement.id, b.row.movement.id);
  const orders: Record<ForceColumn, (a: ForceLine, b: ForceLine) => number> = {
    force: byName,
    status: (a, b) => STATUSES.indexOf(a.row.report.status) - STATUSES.indexOf(b.row.report.status),
    place: (a, b) => compare(a.placeName ?? '', b.placeName ?? ''),
    strength: byStrength,
  };
  const sign = descending ? -1 : 1;
  const isUnknown = ({ row, placeName }: ForceLine) =>
    (by === 'strength' && !row.report.strength) || (by === 'place' && placeName === undefined);
  return lines.toSorted(
    (a, b) => Number(isUnknown(a)) - Number(isUnknown(b)) || sign * orders[by](a, b) || byName(a, b),
  );
}

function byStrength({ row: { report: a } }: ForceLine, { row: { report: b } }: ForceLine): number {
  if (!a.strength || !b.strength) return 0;
  // Two that have no upper end are alike, and their difference is no number.
  return (
    a.strength.low - b.strength.low || (a.strength.high === b.strength.high ? 0 : a.strength.high - b.strength.high)
  );
}
