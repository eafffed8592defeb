/** Words that carry a count in the press, with the least they can mean. None has a known upper end. */
const WORDS = {
  'none reported': 0,
  several: 3,
  dozens: 24,
  hundreds: 200,
  thousands: 2000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
} as const;

export type QuantityWord = keyof typeof WORDS;

/** Properties of a feature that are counts, in the order a card shows them. */
export const COUNT_NAMES = [
  'killed',
  'injured',
  'missing',
  'detained',
  'displaced',
  'protesters',
  'militiamen',
  'troops',
  'tents',
  'clinics',
  'rockets',
  'missiles',
  'drones',
  'aircraft',
  'vehicles',
  'sites',
] as const;
export type CountName = (typeof COUNT_NAMES)[number];

/** A number of people or things as it was reported, and the range it allows. */
export interface Quantity {
  form: 'exact' | 'about' | 'at least' | 'at most' | 'range' | QuantityWord;
  /** Inclusive. */
  low: number;
  /** Inclusive; `Infinity` where no source bounds it. */
  high: number;
}

export type QuantityResult = { quantity: Quantity } | { error: string };

/** Reads `100`, `"~100"`, `">=500"`, `"<=40"`, `"24-31"` or a word such as `"dozens"`, or says what was expected. */
export function parseQuantity(value: unknown): QuantityResult {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (Object.hasOwn(WORDS, text))
    return { quantity: { form: text as QuantityWord, low: WORDS[text as QuantityWord], high: Infinity } };
  const match = /^(~|>=|≥|<=|≤)?\s*(\d[\d,]*)(?:\s*[-–]\s*(\d[\d,]*))?$/.exec(text);
  const low = Number(match?.[2]?.replaceAll(',', ''));
  const high = match?.[3] === undefined ? low : Number(match[3].replaceAll(',', ''));
  const sign = match?.[1];
  if (!match || !Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high < low || (sign && match[3])) {
    const words = Object.keys(WORDS).join(', ');
    return {
      error: `expected a count such as 100, "~100", ">=500", "24-31" or one of ${words}; found ${JSON.stringify(value) ?? 'nothing'}`,
    };
  }
  if (sign === '~') return { quantity: { form: 'about', low, high: low } };
  if (sign === '>=' || sign === '≥') return { quantity: { form: 'at least', low, high: Infinity } };
  if (sign) return { quantity: { form: 'at most', low: 0, high: low } };
  return { quantity: { form: high > low ? 'range' : 'exact', low, high } };
}

/**
 * The sum of quantities, always as a range: least plus least, most plus most. About stays about.
 * The sum of nothing is exactly 0.
 */
export function sumQuantities(quantities: Quantity[]): Quantity {
  const low = quantities.reduce((total, quantity) => total + quantity.low, 0);
  const high = quantities.reduce((total, quantity) => total + quantity.high, 0);
  if (high === Infinity) return { form: 'at least', low, high };
  if (high > low) return { form: 'range', low, high };
  return { form: quantities.some((quantity) => quantity.form === 'about') ? 'about' : 'exact', low, high };
}
