import type { Chronicle, Details, Wish } from '../model/chronicle';
import type { Clock } from '../map/clock-layer';
import { drawnState, isRowShown, type Drawn } from '../model/columns';
import type { Entry, Filter } from '../model/entry';
import { shownBy, type Shown } from '../model/facet';
import { KINDS, type Kind, type Movement, type Place, type Story } from '../model/feature';
import { dayOf, stateAt, type Moment } from '../model/moment';
import type { Problem } from '../model/problem';
import { hasBit } from '../model/bit-set';
import { neighbourStop, stopIndexAt, stopsOf, type Stop } from '../model/stops';
import { edtfOfStretch, slideStretch, stretchHolding, stretchWithin, type Stretch } from '../model/stretch';
import { countTrue, sumBy, tallyOf, type Tally } from '../model/tally';
import type { Wanted } from '../model/wanted';
import { beginOf, readPlain } from '../model/when';
import { Finding } from './finding.svelte';
import type { Loaded } from './load';
import { Playback } from './playback.svelte';

/** What a link to a view says; each part may be missing. */
export interface ViewState {
  /** EDTF: a date, or the interval of a range. */
  date?: string;
  /** Time is drawn to scale. */
  trueScale?: boolean;
  off: string[];
  selection?: string;
  /** What is looked for. */
  wanted?: Wanted;
}

/** Names, beside layer ids, that a link's `off` may hold. */
const CONTEXT_OFF = 'added-context';
const NOTHING_OFF = 'none';
const kindOff = (kind: Kind) => `kind-${kind}`;

/** The one mutable state of one map on a page. All that is shown derives from these few values. */
export class AppState {
  readonly story: Story;
  readonly chronicle: Chronicle;
  readonly problems: readonly Problem[];
  /** How many problems there are beyond those listed. */
  readonly moreProblems: number;
  readonly finding: Finding;
  readonly #dispose: () => void;

  /** A day of the local calendar since 1970-01-01: of a range, the first of its first stop. */
  #day = $state(0);
  /** The first day of the last stop of a range; undefined for a single date. */
  #lastDay = $state<number>();
  /** The first day of the stop in a range that the reader opened in the list. */
  #opened = $state<number>();
  /** Time is drawn to scale, and not one step a stop. */
  trueScale = $state(false);
  #selection = $state<string>();
  /** Replaced when entries that were wanted have been read, so that what shows them follows. */
  #reading = $state.raw() as { details: Details };
  hiddenLayers = $state.raw<ReadonlySet<string>>(new Set());
  hiddenKinds = $state.raw<ReadonlySet<Kind>>(new Set());
  #context = $state(true);
  readonly playback = new Playback();
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
  readonly shown: Shown = $derived.by(() =>
    shownBy(this.filter, this.chronicle.columns.layers, this.finding.found?.rows),
  );
  /** Of all entries, or of those that were found. */
  readonly tally: Tally = $derived.by(() => {
    const { columns, tally } = this.chronicle;
    const { found } = this.finding;
    return found ? tallyOf(columns, found.rows) : tally;
  });
  readonly stops: readonly Stop[] = $derived.by(() => stopsOf(this.chronicle.columns, this.tally, this.shown));
  /** How many entries show, at any date and at none. */
  readonly count: number = $derived.by(() => {
    const { columns } = this.chronicle;
    let count = this.stops.reduce((sum, stop) => sum + stop.count, 0);
    for (let row = columns.dated; row < columns.length; row++) count += Number(this.isShown(row));
    return count;
  });
  /** The stops where the reader stands: one, or those of a range. */
  readonly stretch: Stretch = $derived.by(() => {
    if (this.#lastDay !== undefined) return stretchWithin(this.stops, this.#day, this.#lastDay);
    const index = stopIndexAt(this.stops, this.#day);
    return { first: index, last: index };
  });
  /** The first of them. */
  readonly stop: Stop | undefined = $derived(this.stops[this.stretch.first]);
  /** Their days; those of the last one chosen where nothing is switched on. */
  readonly moment: Moment = $derived.by(() => {
    const { from, to } = this.stop ?? { from: this.#day, to: this.#day + 1 };
    return { from, to: this.stops[this.stretch.last]?.to ?? to };
  });
  /** The same in EDTF. */
  readonly date: string | undefined = $derived(edtfOfStretch(this.stops, this.stretch));
  /** The stop that is open where the list opens one at a time. */
  readonly openIndex: number = $derived.by(() => {
    const { first, last } = this.stretch;
    const opened = this.stops.findIndex(({ from }) => from === this.#opened);
    return opened >= first && opened <= last ? opened : first;
  });
  /** In a range only what is true at some date of it is drawn. */
  readonly clock: Clock = $derived({ moment: this.moment, shown: this.shown, past: !this.ranged });
  /** How many entries of each facet are true now, of those that were found, whether or not they are switched on. */
  readonly countsNow: readonly number[] = $derived.by(() => countTrue(this.tally, this.moment));
  /** How many of the shown entries begin at the stop, or are true in the range. */
  readonly eventCount: number = $derived.by(() => {
    if (!this.ranged) return this.stop?.count ?? 0;
    return sumBy(this.tally, this.countsNow, () => 0, this.shown).get(0) ?? 0;
  });
  readonly hiddenPlaces: ReadonlySet<string> = $derived.by(
    () => new Set([...this.places.values()].filter((place) => this.#isPlaceHidden(place)).map((place) => place.id)),
  );

  constructor(loaded: Loaded, view: ViewState) {
    this.story = loaded.story;
    this.chronicle = loaded.chronicle;
    this.#reading = { details: loaded.chronicle.details };
    this.problems = loaded.problems;
    this.moreProblems = loaded.moreProblems ?? 0;
    this.#dispose = loaded.dispose;
    this.finding = new Finding(loaded.finder, () => this.#unfollowHidden());
    this.restore(view);
  }

  get places(): ReadonlyMap<string, Place> {
    return this.chronicle.places;
  }

  get playing(): boolean {
    return this.playback.playing;
  }

  /** Whether the reader looks at a range of dates and not at one. */
  get ranged(): boolean {
    return this.#lastDay !== undefined;
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

  /** True where filter and search let a row through, at any date. */
  isShown(row: number): boolean {
    return isRowShown(this.chronicle.columns, row, this.shown);
  }

  /** True where no search keeps a feature out. */
  isFound(feature: string): boolean {
    const { found } = this.finding;
    return !found || (this.rowsOf(feature) ?? []).some((row) => hasBit(found.rows, row));
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
    this.trueScale = view.trueScale ?? false;
    const { first = daysOf(this.story.date).first, last } = daysOf(view.date);
    this.#day = first ?? this.stops.at(-1)?.from ?? 0;
    this.#lastDay = last;
    // An interval may be the name of one stop, as that of a week is.
    if (this.ranged && this.stretch.first === this.stretch.last) this.setRange(undefined);
    this.#selection = view.selection;
    void this.finding.look(view.wanted ?? {});
    void this.#dropUnknown(view.selection);
  }

  /** What a link to this view must say; what is as the story opens is left out. */
  get view(): ViewState {
    const kinds = KINDS.filter((kind) => this.hiddenKinds.has(kind)).map(kindOff);
    const opening = this.stops[stopIndexAt(this.stops, daysOf(this.story.date).first ?? Infinity)]?.from;
    const off = [...this.hiddenLayers, ...kinds, ...(this.#context ? [] : [CONTEXT_OFF])];
    // Silence means the author's choice, so a link must say that a layer which opens off is on.
    const allOn = off.length === 0 && this.story.layers.some((layer) => !layer.on);
    return {
      off: allOn ? [NOTHING_OFF] : off,
      ...(this.date !== undefined && (this.ranged || this.stop?.from !== opening) ? { date: this.date } : {}),
      ...(this.trueScale ? { trueScale: true } : {}),
      ...(this.#selection === undefined ? {} : { selection: this.#selection }),
      ...(Object.keys(this.finding.wanted).length > 0 ? { wanted: this.finding.wanted } : {}),
    };
  }

  /** Goes to the stop with this index, and a range so far that it holds it; what a reader does by hand ends play. */
  goTo(index: number): void {
    this.pause();
    this.#opened = this.stops[index]?.from;
    this.#goTo(index);
  }

  /** Goes to the next or the previous stop, if there is one; a range moves as a whole. */
  step(direction: 1 | -1): void {
    this.pause();
    this.#step(direction);
  }

  /** Takes a range, by its first and its last stop, or with nothing the last date of the one there is. */
  setRange(stretch: Stretch | undefined): void {
    this.pause();
    const { last } = this.stretch;
    this.#stand(stretch ?? { first: last, last });
    this.#lastDay = stretch && (this.stops[stretch.last]?.from ?? this.#day);
  }

  /**
   * Selects a feature by id, or nothing. With an entry, also goes to its date, unless it is true now, and a range so far that it holds it; between the reports of
   * the movement that is selected already it always goes, as one may be true while a later one has replaced it.
   */
  select(id: string | undefined, entry?: Entry): void {
    this.pause();
    const among = entry?.report !== undefined && id === this.#selection;
    this.#selection = id;
    if (!entry?.when || (!among && stateAt(entry.when, this.moment) === 'now')) return;
    const day = dayOf(entry.when.begin);
    if (this.ranged) this.#goTo(stopIndexAt(this.stops, day));
    else this.#day = day;
  }

  /** Follows a movement of which something is shown; any other id, or none, ends following. */
  follow(id: string | undefined): void {
    this.#followed = this.shownMovement(id);
  }

  /** Walks from stop to stop until the last; from the last it begins again. */
  play(): void {
    this.pause();
    if (this.stops.length < 2) return;
    if (this.#isAtEnd()) this.#goTo(0);
    this.playback.start(
      () => this.eventCount,
      () => {
        this.#step(1);
        return !this.#isAtEnd();
      },
    );
  }

  pause(): void {
    this.playback.pause();
  }

  toggleLayer(id: string): void {
    this.hiddenLayers = toggled(this.hiddenLayers, id);
    this.#unfollowHidden();
  }

  toggleKind(kind: Kind): void {
    this.hiddenKinds = toggled(this.hiddenKinds, kind);
    this.#unfollowHidden();
  }

  /** Switches every layer, kind and the added context on, and looks for nothing. */
  showEverything(): Promise<void> {
    this.hiddenLayers = new Set();
    this.hiddenKinds = new Set();
    this.#context = true;
    return this.finding.look({});
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

  #goTo(index: number): void {
    this.#stand(this.ranged ? stretchHolding(this.stretch, index, this.stops.length) : { first: index, last: index });
  }

  #step(direction: 1 | -1): void {
    if (this.ranged) this.#stand(slideStretch(this.stretch, direction, this.stops.length));
    else this.#day = neighbourStop(this.stops, this.moment.from, direction)?.from ?? this.moment.from;
  }

  #stand({ first, last }: Stretch): void {
    this.#day = this.stops[first]?.from ?? this.#day;
    if (this.ranged) this.#lastDay = this.stops[last]?.from ?? this.#lastDay;
  }

  #isAtEnd(): boolean {
    return this.stretch.last >= this.stops.length - 1;
  }

  #shownRows(feature: string): number[] {
    return (this.rowsOf(feature) ?? []).filter((row) => this.isShown(row));
  }

  /** What is switched off is not followed, nor is it when it is switched on again: an empty list would say that nothing is known. */
  #unfollowHidden(): void {
    this.follow(this.#followed?.id);
  }

  #isPlaceHidden(place: Place): boolean {
    const { found } = this.finding;
    const isUnfound = found !== undefined && !found.places.has(place.id);
    return isUnfound || this.hiddenKinds.has('place') || this.hiddenLayers.has(place.layer);
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return new Set(set.has(item) ? [...set].filter((other) => other !== item) : [...set, item]);
}

/** The first day of a date, and of an interval between two dates that of the last. A link may hold anything: what is no date is none. */
function daysOf(edtf: string | undefined): { first?: number; last?: number } {
  try {
    const when = readPlain(edtf ?? '');
    if (!when) return {};
    const { begin, form, lower, upper } = when;
    const isRange = form === 'interval' && typeof lower === 'object' && typeof upper === 'object';
    return { first: dayOf(begin), ...(isRange ? { last: dayOf(beginOf(upper)) } : {}) };
  } catch {
    return {};
  }
}
