import { describeValue } from './problem';
import type { Properties } from './properties';

/** The IANA name in the member `timeZone`, which this platform must know; any other is noted. */
export function readTimeZone(properties: Properties): string | undefined {
  const value = properties.text('timeZone');
  if (value === undefined || isTimeZone(value)) return value;
  properties.note('timeZone', `unknown time zone ${describeValue(value)}; expected an IANA name such as Asia/Baghdad`);
  return undefined;
}

/** Names found to be right: asking again is slow, and each place of a layer may ask. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  // Offsets such as +03:00 are taken by some platforms only, and are no place's zone all year.
  if (!/^[A-Za-z]/.test(name)) return false;
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  knownZones.add(name);
  return true;
}
