import type { Gap } from '../model/gaps';
import { numberFormatterOf } from './number-format';
import type { Messages } from './messages';
import { takeRoom, type Taken } from './ticks';

/** Pixels that a character of a gap's length takes, and the air between two. */
const CHARACTER = 5.9;
const AIR = 8;

/** A time of so many days in words, in the largest unit of which it has two: "9 years", "15 months", "21 days". */
export function formatLength(days: number, messages: Messages, unitDisplay: 'long' | 'short'): string {
  const [unit, length] = days >= 730 ? ['year', 365.25] : days >= 60 ? ['month', 30.44] : ['day', 1];
  return numberFormatterOf(messages.locale, { style: 'unit', unit, unitDisplay }).format(Math.floor(days / length));
}

/**
 * The length of each gap in words, on an axis with so many pixels from stop to stop: in full, else shortened, else
 * undefined where it would touch another. The longest gaps come first.
 */
export function gapLabels(gaps: readonly Gap[], spacing: number, messages: Messages): (string | undefined)[] {
  const labels: (string | undefined)[] = gaps.map(() => undefined);
  const taken: Taken = [];
  const order = gaps.map((gap, index) => ({ ...gap, index })).sort((a, b) => b.days - a.days);
  for (const { days, after, index } of order) {
    labels[index] = (['long', 'short'] as const)
      .map((style) => formatLength(days, messages, style))
      // No words are so wide that they hide the stops on both sides and those beyond.
      .filter((text) => text.length * CHARACTER < spacing * 3)
      .find((text) => takeRoom(taken, (after + 0.5) * spacing, text.length * CHARACTER + AIR, Infinity));
  }
  return labels;
}
