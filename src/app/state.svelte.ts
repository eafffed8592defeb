import type { Chronicle, Details, Wish } from '../model/chronicle';
import type { Clock } from '../map/clock-layer';
import { drawnState, type Drawn } from '../model/columns';
import type { Entry, Filter } from '../model/entry';
import { isFacetShown, shownBy, type Shown } from '../model/facet';
import { KINDS, type Kind, type Movement, type Place, type Story } from '../model/feature';
import { dayOf, stateAt, type Moment } from '../model/moment';
import type { Problem } from '../model/problem';
import { neighbourStop, stopIndexAt, stopsOf, type Stop } from '../model/stops';
import { countTrue } from '../model/tally';
import { readPlain } from '../model/when';
import type { Loaded } from './load';

/** What a link to a view says; each part may be missing. */
export interface ViewState {
  date?: string;
  off: string[];
  selection?: string;
}

/** Names, beside layer ids, that a link's `off` may hold. */
const CONTEXT_OFF = 'added-context';
const NOTHING_OFF = 'none';
const kindOff = (kind: Kind) => `kind-${kind}`;

/** How long play rests on a stop, in milliseconds: there is text to read. */
const REST = 1500;

/** The one mutable state of one map on a page. All that is shown derives from these few values. */
export class AppState {
  readonly story: Story;
  readonly chronicle: Chronicle;
  readonly problems: readonly Problem[];
  /** How many problems there are beyond those listed. */
  readonly moreProblems: number;
  readonly #dispose: () => void;

  /** A day of the local calendar since 1970-01-01. */
  #day = $state(0);
  #selection = $state<string>();
  /** Replaced when entries that were wanted have been read, so that what shows them follows. */
  #reading = $state.raw() as { details: Details };
  hiddenLayers = $state.raw<ReadonlySet<string>>(new Set());
  hiddenKinds = $state.raw<ReadonlySet<Kind>>(new Set());
  #context = $state(true);
  playing = $state(false);
  /** The id of the movement that the pointer or the focus is on, in the map or the list. */
  highlighted = $state<string>();
  #followed = $state.raw<Movement>();
  /** The rows of the movement that the reader follows, which the list then holds alone. */
  readonly followedRows: readonly number[] | undefined = $derived.by(
    () => this.#followed && this.#shownRows(this.#followed.id),
  );
  /** The id of the movement that stands out alone on the map: what is pointed at before what is open before what is followed. */
  readonly isolated: string | undefined = $derived(
    this.highlighted ?? this.shownMovement(this.#selection)?.id ?? this.#followed?.id,
  );

  readonly filter: Filter = $derived({
    hiddenLayers: this.hiddenLayers,
    hiddenKinds: this.hiddenKinds,
    context: this.#context,
  });
  readonly shown: Shown = $derived.by(() => shownBy(this.filter, this.chronicle.columns.layers));
  readonly stops: readonly Stop[] = $derived.by(() =>
    stopsOf(this.chronicle.columns, this.chronicle.tally, this.shown),
  );
  readonly stopIndex: number = $derived(stopIndexAt(this.stops, this.#day));
  readonly stop: Stop | undefined = $derived(this.stops[this.stopIndex]);
  /** The days of the stop where the reader stands; the last one chosen where nothing is switched on. */
  readonly moment: Moment = $derived.by(() => {
    const { from, to } = this.stop ?? { from: this.#day, to: this.#day + 1 };
    return { from, to };
  });
  readonly clock: Clock = $derived({ moment: this.moment, shown: this.shown, past: true });
  /** How many entries of each facet are true now, whether or not they are shown. */
  readonly countsNow: readonly number[] = $derived.by(() => countTrue(this.chronicle.tally, this.moment));
  readonly hiddenPlaces: ReadonlySet<string> = $derived.by(
    () => new Set([...this.places.values()].filter((place) => this.#isPlaceHidden(place)).map((place) => place.id)),
  );

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(loaded: Loaded, view: ViewState) {
    this.story = loaded.story;
    this.chronicle = loaded.chronicle;
    this.#reading = { details: loaded.chronicle.details };
    this.problems = loaded.problems;
    this.moreProblems = loaded.moreProblems ?? 0;
    this.#dispose = loaded.dispose;
    this.restore(view);
  }

  get places(): ReadonlyMap<string, Place> {
    return this.chronicle.places;
  }

  /** The id of the selected feature, a place among them, or undefined. */
  get selection(): string | undefined {
    return this.#selection;
  }

  /** The movement that the reader follows: the list holds nothing else. */
  get followed(): Movement | undefined {
    return this.#followed;
  }

  /** Whether what the main report does not say is shown. */
  get context(): boolean {
    return this.#context;
  }

  set context(shown: boolean) {
    this.#context = shown;
    this.#unfollowHidden();
  }

  /** What a row's entry says; undefined until it has been read, see {@link want}. */
  entry(row: number): Entry | undefined {
    return this.#reading.details.entry(row);
  }

  /** The rows of a feature, ascending; undefined until they are known. */
  rowsOf(feature: string): readonly number[] | undefined {
    return this.#reading.details.rowsOf(feature);
  }

  /** The rows that a place concerns, ascending; undefined until they are known. */
  rowsAt(place: string): readonly number[] | undefined {
    return this.#reading.details.rowsAt(place);
  }

  /** Has entries read; what shows them follows by itself. */
  async want(wish: Wish): Promise<void> {
    await this.chronicle.details.want(wish);
    this.#reading = { details: this.chronicle.details };
  }

  /** True where the filter lets a row through, at any date. */
  isShown(row: number): boolean {
    return isFacetShown(this.chronicle.columns.facet[row] ?? 0, this.shown);
  }

  /** The movement with this id, if the filter lets any of its reports through. */
  shownMovement(id: string | undefined): Movement | undefined {
    const movement = this.chronicle.movements.find((each) => each.id === id);
    return movement && this.#shownRows(movement.id).length > 0 ? movement : undefined;
  }

  /** What the map draws of a row at this date. */
  drawn(row: number): Drawn {
    return drawnState(this.chronicle.columns, row, this.moment, this.shown);
  }

  /** Takes over what a link says; what it says wrongly or not at all falls back to the story's opening. */
  restore(view: ViewState): void {
    this.pause();
    const off = new Set(view.off);
    this.hiddenLayers = new Set(
      this.story.layers.filter((layer) => off.has(layer.id) || (off.size === 0 && !layer.on)).map((layer) => layer.id),
    );
    this.hiddenKinds = new Set(KINDS.filter((kind) => off.has(kindOff(kind))));
    this.#context = !off.has(CONTEXT_OFF);
    this.#followed = undefined;
    this.highlighted = undefined;
    const opening = [view.date, this.story.date].map(openingDay).find((day) => day !== undefined);
    this.#day = opening ?? this.stops.at(-1)?.from ?? 0;
    this.#selection = view.selection;
    void this.#dropUnknown(view.selection);
  }

  /** What a link to this view must say; what is as the story opens is left out. */
  get view(): ViewState {
    const kinds = KINDS.filter((kind) => this.hiddenKinds.has(kind)).map(kindOff);
    const opening = this.stops[stopIndexAt(this.stops, openingDay(this.story.date) ?? Infinity)]?.from;
    const off = [...this.hiddenLayers, ...kinds, ...(this.#context ? [] : [CONTEXT_OFF])];
    // Silence means the author's choice, so a link must say that a layer which opens off is on.
    const allOn = off.length === 0 && this.story.layers.some((layer) => !layer.on);
    return {
      off: allOn ? [NOTHING_OFF] : off,
      ...(this.stop && this.stop.from !== opening ? { date: this.stop.edtf } : {}),
      ...(this.#selection === undefined ? {} : { selection: this.#selection }),
    };
  }

  /** Goes to the stop with this index; what a reader does by hand ends play. */
  goTo(index: number): void {
    this.pause();
    this.#day = this.stops[index]?.from ?? this.#day;
  }

  /** Goes to the next or the previous stop, if there is one. */
  step(direction: 1 | -1): void {
    this.pause();
    this.#day = neighbourStop(this.stops, this.moment.from, direction)?.from ?? this.moment.from;
  }

  /**
   * Selects a feature by id, or nothing. With an entry, also goes to its date, unless it is true now; between the reports of
   * the movement that is selected already it always goes, as one may be true while a later one has replaced it.
   */
  select(id: string | undefined, entry?: Entry): void {
    this.pause();
    const among = entry?.report !== undefined && id === this.#selection;
    this.#selection = id;
    if (entry?.when && (among || stateAt(entry.when, this.moment) !== 'now')) this.#day = dayOf(entry.when.begin);
  }

  /** Follows a movement of which something is shown; any other id, or none, ends following. */
  follow(id: string | undefined): void {
    this.#followed = this.shownMovement(id);
  }

  /** Walks from stop to stop until the last; from the last it begins again. */
  play(): void {
    this.pause();
    if (this.stops.length < 2) return;
    if (this.stopIndex === this.stops.length - 1) this.#day = this.stops[0]?.from ?? this.#day;
    this.playing = true;
    this.#timer = setInterval(() => {
      this.#day = neighbourStop(this.stops, this.moment.from, 1)?.from ?? this.moment.from;
      if (this.stopIndex >= this.stops.length - 1) this.pause();
    }, REST);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.playing = false;
  }

  toggleLayer(id: string): void {
    this.hiddenLayers = toggled(this.hiddenLayers, id);
    this.#unfollowHidden();
  }

  toggleKind(kind: Kind): void {
    this.hiddenKinds = toggled(this.hiddenKinds, kind);
    this.#unfollowHidden();
  }

  /** Switches every layer, kind and the added context on. */
  showEverything(): void {
    this.hiddenLayers = new Set();
    this.hiddenKinds = new Set();
    this.#context = true;
  }

  /** Ends play and frees what the story holds. */
  dispose(): void {
    this.pause();
    this.#dispose();
  }

  /** A link may name a feature that is not there: whether it is may have to be read first. */
  async #dropUnknown(id: string | undefined): Promise<void> {
    if (id === undefined || this.places.has(id)) return;
    if (this.chronicle.details.rowsOf(id) === undefined) await this.want({ feature: id });
    if (this.#selection === id && this.chronicle.details.rowsOf(id)?.length === 0) this.#selection = undefined;
  }

  #shownRows(feature: string): number[] {
    return (this.rowsOf(feature) ?? []).filter((row) => this.isShown(row));
  }

  /** What is switched off is not followed, nor is it when it is switched on again: an empty list would say that nothing is known. */
  #unfollowHidden(): void {
    this.follow(this.#followed?.id);
  }

  #isPlaceHidden(place: Place): boolean {
    return this.hiddenKinds.has('place') || this.hiddenLayers.has(place.layer);
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return new Set(set.has(item) ? [...set].filter((other) => other !== item) : [...set, item]);
}

/** A link may hold anything: what is no date is none. */
function openingDay(edtf: string | undefined): number | undefined {
  try {
    const begin = readPlain(edtf ?? '')?.begin;
    return begin === undefined ? undefined : dayOf(begin);
  } catch {
    return undefined;
  }
}
