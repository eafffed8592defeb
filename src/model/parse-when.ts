import edtf from 'edtf';
import { DAY, readPlain, type CalendarDate, type When } from './when';

export type WhenResult = { when: When } | { error: string };

/**
 * Reads an EDTF date (ISO 8601-2:2019, levels 0–2) to a {@link When}, or says what was expected.
 * Plain forms take a fast path; the `edtf` library reads the rest.
 */
export function parseWhen(text: string): WhenResult {
  const edtfText = text.trim();
  try {
    return { when: readPlain(edtfText) ?? readOther(edtfText) };
  } catch (error) {
    const reason = error instanceof RangeError ? ` (${error.message})` : '';
    return { error: `expected an EDTF date such as 2020-01-01, 2017-12 or 2003/.., found "${text}"${reason}` };
  }
}

function readOther(text: string): When {
  const value = edtf(text);
  const begin = Number.isFinite(value.min) ? floorDay(value.min) : floorDay(value.max);
  const end = Number.isFinite(value.max) ? floorDay(value.max) + DAY : Infinity;
  if (!Number.isFinite(begin)) throw new RangeError('no end is dated');
  return {
    edtf: text,
    form: 'other',
    lower: Number.isFinite(value.min) ? calendarDate(begin) : 'open',
    upper: end === Infinity ? 'open' : calendarDate(end - DAY),
    begin,
    end,
    order: begin,
  };
}

/** Midnight at the start of a local calendar day, in milliseconds, from a moment of that day. */
function floorDay(moment: number): number {
  return Math.floor(moment / DAY) * DAY;
}

/** The local calendar day that starts at `moment`, a midnight as in {@link When}. */
function calendarDate(moment: number): CalendarDate {
  const date = new Date(moment);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    approximate: false,
    uncertain: false,
  };
}
