import { entriesOf, isShown, type Entry, type Filter } from '../model/entry';
import { KINDS, type Feature, type Kind, type Place, type Story } from '../model/feature';
import { drawnAt } from '../model/moment';
import type { Problem } from '../model/problem';
import { neighbourStop, stopIndexAt, stopsOf, type Stop } from '../model/stops';
import { readPlain } from '../model/when';

/** A story that has been read: what is shown, and what its author should mend. */
export interface Loaded {
  story: Story;
  features: Feature[];
  places: Map<string, Place>;
  problems: Problem[];
}

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
  readonly places: ReadonlyMap<string, Place>;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];

  /** A midnight of the local calendar in milliseconds, as in `When`. */
  #date = $state(0);
  #selection = $state<string>();
  hiddenLayers = $state.raw<ReadonlySet<string>>(new Set());
  hiddenKinds = $state.raw<ReadonlySet<Kind>>(new Set());
  context = $state(true);
  playing = $state(false);

  readonly filter: Filter = $derived({
    hiddenLayers: this.hiddenLayers,
    hiddenKinds: this.hiddenKinds,
    context: this.context,
  });
  readonly shown: readonly Entry[] = $derived.by(() => this.entries.filter((entry) => isShown(entry, this.filter)));
  readonly stops: readonly Stop[] = $derived(stopsOf(this.shown));
  readonly stopIndex: number = $derived(stopIndexAt(this.stops, this.#date));
  readonly stop: Stop | undefined = $derived(this.stops[this.stopIndex]);
  /** The date of the stop where the reader stands; the last one chosen where nothing is switched on. */
  readonly date: number = $derived(this.stop?.date ?? this.#date);
  readonly drawn: ReadonlyMap<string, 'now' | 'past'> = $derived.by(() =>
    drawnAt(this.entries, this.filter, this.date),
  );
  readonly hiddenPlaces: ReadonlySet<string> = $derived.by(
    () => new Set([...this.places.values()].filter((place) => this.#isPlaceHidden(place)).map((place) => place.id)),
  );

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(loaded: Loaded, view: ViewState) {
    this.story = loaded.story;
    this.places = loaded.places;
    this.problems = loaded.problems;
    this.entries = entriesOf(loaded.features);
    this.restore(view);
  }

  /** The id of the selected feature, a place among them, or undefined. */
  get selection(): string | undefined {
    return this.#selection;
  }

  /** Takes over what a link says; what it says wrongly or not at all falls back to the story's opening. */
  restore(view: ViewState): void {
    this.pause();
    const off = new Set(view.off);
    this.hiddenLayers = new Set(
      this.story.layers.filter((layer) => off.has(layer.id) || (off.size === 0 && !layer.on)).map((layer) => layer.id),
    );
    this.hiddenKinds = new Set(KINDS.filter((kind) => off.has(kindOff(kind))));
    this.context = !off.has(CONTEXT_OFF);
    const opening = [view.date, this.story.date].map(dateOf).find((date) => date !== undefined);
    this.#date = opening ?? this.stops.at(-1)?.date ?? 0;
    const known =
      this.places.has(view.selection ?? '') || this.entries.some(({ feature }) => feature.id === view.selection);
    this.#selection = known ? view.selection : undefined;
  }

  /** What a link to this view must say; what is as the story opens is left out. */
  get view(): ViewState {
    const kinds = KINDS.filter((kind) => this.hiddenKinds.has(kind)).map(kindOff);
    const opening = this.stops[stopIndexAt(this.stops, dateOf(this.story.date) ?? Infinity)]?.date;
    const off = [...this.hiddenLayers, ...kinds, ...(this.context ? [] : [CONTEXT_OFF])];
    // Silence means the author's choice, so a link must say that a layer which opens off is on.
    const allOn = off.length === 0 && this.story.layers.some((layer) => !layer.on);
    return {
      off: allOn ? [NOTHING_OFF] : off,
      ...(this.stop && this.date !== opening ? { date: this.stop.edtf } : {}),
      ...(this.#selection === undefined ? {} : { selection: this.#selection }),
    };
  }

  /** Goes to the stop with this index; what a reader does by hand ends play. */
  goTo(index: number): void {
    this.pause();
    this.#date = this.stops[index]?.date ?? this.#date;
  }

  /** Goes to the next or the previous stop, if there is one. */
  step(direction: 1 | -1): void {
    this.pause();
    this.#date = neighbourStop(this.stops, this.date, direction)?.date ?? this.date;
  }

  /** Selects a feature by id, or nothing. With an entry, also goes to its date, unless it is true now. */
  select(id: string | undefined, entry?: Entry): void {
    this.pause();
    this.#selection = id;
    if (entry?.when && !(this.date >= entry.when.begin && this.date < entry.when.end)) this.#date = entry.when.begin;
  }

  /** Walks from stop to stop until the last; from the last it begins again. */
  play(): void {
    this.pause();
    if (this.stops.length < 2) return;
    if (this.stopIndex === this.stops.length - 1) this.#date = this.stops[0]?.date ?? this.#date;
    this.playing = true;
    this.#timer = setInterval(() => {
      this.#date = neighbourStop(this.stops, this.date, 1)?.date ?? this.date;
      if (this.stopIndex >= this.stops.length - 1) this.pause();
    }, REST);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.playing = false;
  }

  toggleLayer(id: string): void {
    this.hiddenLayers = toggled(this.hiddenLayers, id);
  }

  toggleKind(kind: Kind): void {
    this.hiddenKinds = toggled(this.hiddenKinds, kind);
  }

  /** Switches every layer, kind and the added context on. */
  showEverything(): void {
    this.hiddenLayers = new Set();
    this.hiddenKinds = new Set();
    this.context = true;
  }

  #isPlaceHidden(place: Place): boolean {
    return this.hiddenKinds.has('place') || this.hiddenLayers.has(place.layer);
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return new Set(set.has(item) ? [...set].filter((other) => other !== item) : [...set, item]);
}

/** A link may hold anything: what is no date is none. */
function dateOf(edtf: string | undefined): number | undefined {
  try {
    return readPlain(edtf ?? '')?.begin;
  } catch {
    return undefined;
  }
}
