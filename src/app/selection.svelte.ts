import type { Entry } from '../model/entry';
import type { Place } from '../model/feature';
import { forcesAt, type Force } from '../model/forces';
import { kinOf, toldRows, type History } from '../model/history';
import { everyRow, presenceAt, type Presence } from '../model/presence';
import type { PresenceRow } from '../model/presence-row';
import { DAY } from '../model/when';
import type { Selected } from '../map/map-view';
import { nearestRows, rowsAtMarkOf } from './card';
import type { AppState } from './state.svelte';

/** What the selection of a map means at its date: derived from the state, and nothing of its own. */
export class Selection {
  readonly #app: AppState;

  /** The rows of the selected feature that the filter lets through. */
  readonly own: readonly number[] = $derived.by(() =>
    (this.#app.rowsOf(this.#app.selection ?? '') ?? []).filter((row) => this.#app.isShown(row)),
  );
  /** Of these the one that the map draws, the latest where there are several. */
  readonly row: number | undefined = $derived.by(
    () => this.own.filter((row) => this.#app.drawn(row) !== 'absent').at(-1) ?? this.own[0],
  );
  readonly entry: Entry | undefined = $derived.by(() =>
    this.row === undefined ? undefined : this.#app.entry(this.row),
  );
  readonly place: Place | undefined = $derived.by(
    () => this.#app.places.get(this.#app.selection ?? '') ?? this.#app.places.get(this.entry?.places[0] ?? ''),
  );
  /** The movement that is selected, told whole. */
  readonly history: History | undefined = $derived.by(() => {
    const { own, row, entry } = this;
    if (row === undefined || entry?.feature.kind !== 'movement') return undefined;
    const { columns, movements } = this.#app.chronicle;
    return {
      movement: entry.feature,
      reports: this.#entries(own),
      told: this.#entries(toldRows(columns, own, row, this.#app.moment)),
      ...kinOf(entry.feature, movements, ({ id }) => this.#app.shownMovement(id) !== undefined),
    };
  });
  /** The rows at the same place, or at the same point. */
  readonly here: readonly number[] = $derived.by(() => {
    const { place, row } = this;
    const rows = place ? this.#app.rowsAt(place.id) : row === undefined ? [] : rowsAtMarkOf(this.#app.chronicle, row);
    return (rows ?? []).filter((each) => this.#app.isShown(each));
  });
  readonly #near: readonly number[] = $derived.by(() =>
    nearestRows(this.#app.chronicle.columns, this.here, this.#app.moment),
  );
  /** What a card lists of them. */
  readonly near: readonly Entry[] = $derived.by(() => this.#entries(this.#near));
  /** How many of them it leaves to the list. */
  readonly more: number = $derived.by(() => this.here.length - this.#near.length);
  /** Whether there is something to show: what is switched off has no card, as an empty one would say that nobody knows of it. */
  readonly open: boolean = $derived.by(() => {
    const { selection, places } = this.#app;
    return selection !== undefined && (this.own.length > 0 || places.has(selection));
  });
  /** The forces of the date, by their latest reports. */
  readonly forces: readonly Force[] = $derived.by(() => {
    const { chronicle, moment, filter } = this.#app;
    // A movement is found whole or not at all.
    const found = chronicle.movements.filter(({ id }) => this.#app.isFound(id));
    return forcesAt(found, moment.to * DAY - 1, filter);
  });
  readonly #presences: ReadonlyMap<string, Presence> = $derived.by(() => presenceAt(this.forces));
  /** The forces of the date, each as it is at its place. */
  readonly forceRows: readonly PresenceRow[] = $derived.by(() => everyRow(this.forces, this.#presences));
  /** The forces at the selected place. */
  readonly presence: Presence | undefined = $derived.by(() => this.place && this.#presences.get(this.place.id));
  /** What the map rings and lights. */
  readonly marked: Selected = $derived.by(() => ({
    rows: this.own,
    ...(this.place ? { place: this.place.id } : {}),
    ...(this.entry?.feature.kind === 'movement' ? { movement: this.entry.feature.id } : {}),
  }));

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Has read what the selection needs and is not there yet. */
  want(): void {
    const { selection } = this.#app;
    if (selection === undefined) return;
    if (this.#app.rowsOf(selection) === undefined) void this.#app.want({ feature: selection });
    if (this.place && this.#app.rowsAt(this.place.id) === undefined) void this.#app.want({ place: this.place.id });
    const rows = [...this.own, ...this.#near].filter((row) => this.#app.entry(row) === undefined);
    if (rows.length > 0) void this.#app.want({ rows });
  }

  #entries(rows: readonly number[]): Entry[] {
    return rows.map((row) => this.#app.entry(row)).filter((entry) => entry !== undefined);
  }
}
