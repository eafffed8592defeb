import { describeValue } from './problem';
import type { Properties } from './properties';

/** Numbers as in MIL-STD-2525D and E or APP-6D and E: version, context, identity, and what and how large it is. */
const DIGITS = /^\d{3}[0-6]\d{16}(?:\d{10})?$/;
/** Letters as in MIL-STD-2525C or APP-6B: scheme, identity, dimension, and what it is; the rest may be left off. */
const LETTERS = /^[A-Z][ADFGHJKLMNOPSUW][A-Z0-9*-]{8,13}$/;

/**
 * The symbol identification code in the member `sidc`, in capitals: 20 or 30 digits (MIL-STD-2525D, APP-6D and later)
 * or 10 to 15 letters (MIL-STD-2525C, APP-6B), whose standard identity is one of the standard's. What it depicts is not
 * looked up. Undefined where there is none; any other value is noted.
 */
export function readSidc(properties: Properties): string | undefined {
  const value = properties.value('sidc');
  if (value === undefined) return undefined;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (DIGITS.test(code) || LETTERS.test(code)) return code;
  properties.note('sidc', `${expected(value)}, found ${describeValue(value)}`);
  return undefined;
}

function expected(value: unknown): string {
  if (typeof value === 'number') {
    return 'expected a symbol code in quotes such as "10031000001211000000", as a number of so many digits loses the last ones';
  }
  return 'expected a symbol code of 20 or 30 digits such as "10031000001211000000" (MIL-STD-2525D, APP-6D) or of 10 to 15 letters such as "SFGPUCI----D---" (MIL-STD-2525C, APP-6B)';
}
