import { FOREVER, type Columns } from './columns';
import type { Entry } from './entry';
import { DATED_KINDS, facetOf, rankOf } from './facet';
import type { Place } from './feature';
import { grown, MarkBuilder } from './mark-builder';
import { marksOf, type Mark } from './marks';
import { dayOf } from './moment';
import { stableOrder } from './stable-order';
import type { CalendarDate, When } from './when';

/** What makes a row of the columns. */
export interface Row {
  when: When | null;
  facet: number;
  /** See `Columns.replaced`; absent for what no later report replaces. */
  replaced?: number;
  replacedReported?: number;
}

const MINUTES = 60_000;

/**
 * Collects rows in any order, in typed arrays that grow, and puts them in order of date: by first day, then by time of
 * day, then the shorter first, then as they were added. Undated rows come last.
 */
export class RowBuilder {
  readonly #layers: readonly string[];
  #rows = 0;
  #begin = new Int32Array(1024);
  #end = new Int32Array(1024);
  #minute = new Uint16Array(1024);
  #facet = new Uint16Array(1024);
  #precision = new Uint8Array(1024);
  readonly #marks = new MarkBuilder();
  /** Few rows have these, so they are kept by row. */
  readonly #replaced = new Map<number, [number, number]>();
  readonly #dropped = new Set<number>();

  /** `layers` are the ids of the story's layers, in its order. */
  constructor(layers: readonly string[]) {
    this.#layers = layers;
  }

  /** How many rows were added. */
  get length(): number {
    return this.#rows;
  }

  /** Adds a row with its marks and returns its number in the order of adding. */
  add({ when, facet, replaced, replacedReported }: Row, marks: readonly Mark[]): number {
    if (this.#rows === this.#begin.length) this.#growRows();
    const row = this.#rows++;
    this.#begin[row] = when ? dayOf(when.begin) : FOREVER;
    this.#end[row] = when && when.end !== Infinity ? dayOf(when.end) : FOREVER;
    this.#minute[row] = when ? (when.order - when.begin) / MINUTES : 0;
    this.#facet[row] = facet;
    this.#precision[row] = when ? precisionOf(when) : 0;
    if (replaced !== undefined || replacedReported !== undefined) {
      this.#replaced.set(row, [replaced ?? FOREVER, replacedReported ?? FOREVER]);
    }
    this.stand(row, marks);
    return row;
  }

  /** Adds marks to a row that was added, for what stands where only later rows tell. */
  stand(row: number, marks: readonly Mark[]): void {
    for (const mark of marks) this.#marks.add(row, mark);
  }

  /** Takes back all rows but the first `rows` that were added. */
  rewind(rows: number): void {
    this.#rows = rows;
    this.#marks.rewind(rows);
    for (const row of this.#replaced.keys()) if (row >= rows) this.#replaced.delete(row);
  }

  /** Leaves a row out of the columns, with all its marks. */
  drop(row: number): void {
    this.#dropped.add(row);
    this.#replaced.delete(row);
  }

  /** The columns, and for each of their rows its number in the order of adding. The builder is used up. */
  finish(): { columns: Columns; order: Uint32Array } {
    const order = this.#order();
    const take = <T extends Int32Array | Uint16Array | Uint8Array>(from: T, into: T): T => {
      for (let row = 0; row < order.length; row++) into[row] = from[order[row] ?? 0] ?? 0;
      return into;
    };
    const { length } = order;
    const begin = take(this.#begin, new Int32Array(length));
    const end = take(this.#end, new Int32Array(length));
    let longest = 0;
    let dated = 0;
    for (; dated < length && (begin[dated] ?? FOREVER) !== FOREVER; dated++) {
      const lasts = end[dated] === FOREVER ? FOREVER : (end[dated] ?? 0) - (begin[dated] ?? 0);
      longest = Math.max(longest, lasts);
    }
    const facet = take(this.#facet, new Uint16Array(length));
    const columns: Columns = {
      layers: this.#layers,
      length,
      dated,
      begin,
      end,
      facet,
      precision: take(this.#precision, new Uint8Array(length)),
      replaced: this.#replacements(order, 0),
      replacedReported: this.#replacements(order, 1),
      longest,
      marks: this.#marks.inOrder(order, this.#rows, drawingOrder(begin, facet)),
    };
    return { columns, order };
  }

  #order(): Uint32Array {
    const order = new Uint32Array(this.#rows - this.#dropped.size);
    let at = 0;
    let sorted = true;
    for (let row = 0; row < this.#rows; row++) {
      if (this.#dropped.has(row)) continue;
      sorted &&= at === 0 || this.#compare(order[at - 1] ?? 0, row) <= 0;
      order[at++] = row;
    }
    return sorted ? order : stableOrder(order, [this.#begin, this.#minute, this.#end]);
  }

  #compare(a: number, b: number): number {
    const { [a]: beginA = 0, [b]: beginB = 0 } = this.#begin;
    const { [a]: endA = 0, [b]: endB = 0 } = this.#end;
    return beginA - beginB || (this.#minute[a] ?? 0) - (this.#minute[b] ?? 0) || endA - endB;
  }

  #replacements(order: Uint32Array, which: 0 | 1): Int32Array | null {
    if (this.#replaced.size === 0) return null;
    return Int32Array.from(order, (row) => this.#replaced.get(row)?.[which] ?? FOREVER);
  }

  #growRows(): void {
    this.#begin = grown(this.#begin);
    this.#end = grown(this.#end);
    this.#minute = grown(this.#minute);
    this.#facet = grown(this.#facet);
    this.#precision = grown(this.#precision);
  }
}

/** Positions in the order of drawing: by first day, and of one day what leads last, so that it lies on top. */
function drawingOrder(begin: Int32Array, facet: Uint16Array): Uint32Array {
  const positions = new Uint32Array(begin.length);
  const prominence = new Uint8Array(begin.length);
  for (let position = 0; position < begin.length; position++) {
    positions[position] = position;
    prominence[position] = DATED_KINDS.length * 2 - rankOf(facet[position] ?? 0);
  }
  return stableOrder(positions, [begin, prominence]);
}

/** The columns of entries that are in order of date, as `entriesOf` gives them: row and position are one. */
export function columnsOf(
  entries: readonly Entry[],
  places: ReadonlyMap<string, Place>,
  layers: readonly string[],
): Columns {
  const builder = new RowBuilder(layers);
  const positions = new Map(layers.map((layer, position) => [layer, position]));
  const successors = successorsOf(entries);
  for (const entry of entries) {
    const facet = facetOf(positions.get(entry.layer) ?? 0, entry.feature.kind, entry.reported);
    builder.add({ when: entry.when, facet, ...successors.get(entry) }, marksOf(entry, places));
  }
  return builder.finish().columns;
}

/** When each report of a movement gives way to the next, and to the next that cites the main report. */
export function successorsOf(
  entries: readonly Entry[],
): Map<Entry, Required<Pick<Row, 'replaced' | 'replacedReported'>>> {
  const next = new Map<string, { replaced: number; replacedReported: number }>();
  const successors = new Map<Entry, { replaced: number; replacedReported: number }>();
  for (const entry of entries.toReversed()) {
    if (!entry.report || !entry.when) continue;
    const later = next.get(entry.feature.id) ?? { replaced: FOREVER, replacedReported: FOREVER };
    successors.set(entry, later);
    const begin = dayOf(entry.when.begin);
    next.set(entry.feature.id, {
      replaced: begin,
      replacedReported: entry.reported ? begin : later.replacedReported,
    });
  }
  return successors;
}

function precisionOf(when: When): 0 | 1 | 2 {
  const date = firstDateOf(when);
  if (date.day !== undefined) return 2;
  return date.month === undefined ? 0 : 1;
}

/** The stated date from which a thing is shown: its lower end, else its upper. */
function firstDateOf(when: When): CalendarDate {
  const bound = typeof when.lower === 'string' ? when.upper : when.lower;
  if (typeof bound === 'string') throw new TypeError('a date has at least one dated end');
  return bound;
}
