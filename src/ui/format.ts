import { DAY, beginOf, endOf, readPlain, type Bound, type CalendarDate, type When } from '../model/when';
import { COUNT_NAMES, type CountName, type Quantity, type QuantityWord } from '../model/quantity';
import type { Count } from '../model/feature';
import type { Entry } from '../model/entry';
import type { Stop } from '../model/stops';
import type { Messages } from './messages';
import { numberFormatterOf } from './number-format';

/** A calendar date in words, as precise as it was stated: "31 December 2019", "December 2017", "2003". */
export function formatCalendar(date: CalendarDate, messages: Messages, month: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  if (date.month !== undefined) options.month = month;
  if (date.day !== undefined) options.day = 'numeric';
  return formatterOf(messages, options).format(beginOf(date));
}

/** A stop in words: its date as precisely as its entries state it, or the week, month or year that it spans. */
export function formatStop({ span, calendar, from, to }: Stop, messages: Messages): string {
  if (span !== 'week') return formatCalendar(calendar, messages);
  return formatterOf(messages, { dateStyle: 'long' }).formatRange(from * DAY, (to - 1) * DAY);
}

/** The stops of a range in words: "from 27 December 2019 to 1 January 2020"; of one stop its date. */
export function formatStretch(first: Stop, last: Stop, messages: Messages): string {
  if (first === last) return formatStop(first, messages);
  if (first.span !== 'week') return messages.fromDateTo(formatStop(first, messages), formatStop(last, messages));
  const days = formatterOf(messages, { dateStyle: 'long' });
  return messages.fromDateTo(days.format(first.from * DAY), days.format((last.to - 1) * DAY));
}

/** Formatters by what they are for: making one takes far longer than formatting with it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter of local days, made once. Dates are of the Gregorian calendar in every locale, as the sources write them. */
export function formatterOf({ locale }: Messages, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}

/** A date in words with its doubts: "around …", "one day between …", "since …", "by …, start not stated". */
export function formatWhen(when: When, messages: Messages): string {
  const { lower, upper } = when;
  if (when.form === 'other') return when.edtf;
  if (typeof lower === 'string') return endOnly(lower, formatBound(upper, messages), messages);
  if (upper === 'open') return messages.since(formatBound(lower, messages));
  if (upper === 'unknown') return messages.noEarlierThan(formatBound(lower, messages));
  if (when.form === 'one of') return messages.oneOf(formatBound(lower, messages), formatBound(upper, messages));
  if (when.form === 'interval') return formatInterval(lower, upper, messages);
  return formatBound(lower, messages);
}

function endOnly(lower: 'open' | 'unknown', end: string, messages: Messages): string {
  return lower === 'open' ? messages.until(end) : messages.noLaterThan(end);
}

function formatInterval(lower: CalendarDate, upper: CalendarDate, messages: Messages): string {
  const plain = [lower, upper].every(
    (date) => date.day !== undefined && !date.time && !date.approximate && !date.uncertain,
  );
  if (!plain) return messages.unsureEnds(formatBound(lower, messages), formatBound(upper, messages));
  return formatterOf(messages, { dateStyle: 'long' }).formatRange(beginOf(lower), endOf(upper) - 1);
}

function formatBound(bound: Bound, messages: Messages): string {
  if (typeof bound === 'string') return '';
  let text = formatCalendar(bound, messages);
  if (bound.time) text = messages.localTime(text, bound.time);
  if (bound.approximate) text = messages.around(text);
  return bound.uncertain ? messages.perhaps(text) : text;
}

/** A quantity as it was reported: "100", "~100", "≥500", "24–31", "dozens". */
export function formatQuantity({ form, low, high }: Quantity, messages: Messages): string {
  const number = numberFormatterOf(messages.locale);
  if (form === 'exact') return number.format(low);
  if (form === 'about') return messages.about(number.format(low));
  if (form === 'at least') return messages.atLeast(number.format(low));
  if (form === 'at most') return messages.atMost(number.format(high));
  if (form === 'range') return messages.between(number.format(low), number.format(high));
  return messages.word[form];
}

/** The number of a force as it was reported, with nothing counted after it: "~100", "dozens". */
export function formatNumberAlone(quantity: Quantity, messages: Messages): string {
  return quantity.form in messages.wordAlone
    ? messages.wordAlone[quantity.form as QuantityWord]
    : formatQuantity(quantity, messages);
}

/** The counts of a fact, one line a count: "25 (PMF) / 24 killed" where sources differ. */
export function formatCounts(counts: readonly Count[], messages: Messages): string[] {
  return COUNT_NAMES.flatMap((name) => {
    const figures = counts.filter((count) => count.name === name);
    return figures.length === 0 ? [] : [formatFigures(name, figures, messages)];
  });
}

/** The counts of a fact for one line of a list: "24–31 killed, sources differ" where the card has each figure. */
export function formatCountsBriefly(counts: readonly Count[], messages: Messages): string[] {
  return COUNT_NAMES.flatMap((name) => {
    const figures = counts.filter((count) => count.name === name);
    if (figures.length < 2) return formatCounts(figures, messages);
    const low = Math.min(...figures.map(({ quantity }) => quantity.low));
    const stated = figures.map(({ quantity }) => (quantity.high === Infinity ? quantity.low : quantity.high));
    const high = Math.max(...stated);
    // Words such as "hundreds" have no figures to span.
    if (figures.some(({ quantity }) => quantity.form in messages.word)) {
      const texts = figures.map(({ quantity }) => formatQuantity(quantity, messages));
      return [messages.sourcesDiffer(messages.count[name]([...new Set(texts)].join(messages.or), false))];
    }
    return [
      messages.sourcesDiffer(messages.count[name](formatQuantity({ form: 'range', low, high }, messages), false)),
    ];
  });
}

function formatFigures(name: CountName, figures: readonly Count[], messages: Messages): string {
  const [only] = figures;
  const none = messages.noneReported[name];
  if (figures.length === 1 && only?.quantity.form === 'none reported' && none) {
    return only.by === undefined ? none : messages.by(none, only.by);
  }
  const texts = figures.map(({ quantity, by }) => {
    const figure = formatQuantity(quantity, messages);
    return by === undefined ? figure : messages.by(figure, by);
  });
  return messages.count[name](texts.join(messages.or), figures.length === 1 && only?.quantity.high === 1);
}

/** A distance in words: "150 m", "20 km". `metres` are rounded as a reader would. */
export function formatDistance(metres: number, messages: Messages): string {
  const [value, unit] = metres < 1000 ? [metres, 'meter'] : [metres / 1000, 'kilometer'];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return numberFormatterOf(messages.locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
}

/** The words on a movement's line: its number with its qualifier, and how far it has come. */
export function formatStrength(entry: Entry, messages: Messages): string {
  const { report, feature } = entry;
  if (!report) return '';
  const strength = report.strength && formatNumberAlone(report.strength, messages);
  const counts = feature.kind === 'movement' ? formatCounts(feature.counts, messages) : [];
  const status = messages.status[report.status];
  const number = strength ?? counts[0];
  if (number === undefined) return `${status}${messages.comma}${messages.strengthUnknown}`;
  return messages.withStatus(number, status);
}

/** Every number of an entry in words: a movement's report has one, a fact its counts. */
export function formatFiguresOf(entry: Entry, messages: Messages): string[] {
  return entry.report ? [formatStrength(entry, messages)] : formatCounts(entry.feature.counts, messages);
}

/**
 * The words for a force on the map: its number with its qualifier and its status, and where it is a part of another
 * which is drawn too, that it is counted in that. `listed` where the other stands in the line above.
 */
export function formatForce(
  entry: Entry,
  whole: { entry: Entry; listed: boolean } | undefined,
  messages: Messages,
): string {
  const words = formatStrength(entry, messages);
  if (!whole) return words;
  const strength = whole.entry.report?.strength;
  if (whole.listed) return messages.ofThese(words);
  if (!strength) return messages.partOfLarger(words);
  return messages.countedAmong(words, formatNumberAlone(strength, messages));
}

/** A source's own date in words, or as written where it is no EDTF date. */
export function formatSourceDate(edtf: string, messages: Messages): string {
  try {
    const when = readPlain(edtf);
    return when?.form === 'date' && typeof when.lower !== 'string'
      ? formatCalendar(when.lower, messages, 'short')
      : edtf;
  } catch {
    return edtf;
  }
}
