import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement, Report, Status } from '../model/feature';
import { forcesAt } from '../model/forces';
import { everyRow, presenceAt } from '../model/presence';
import { parseQuantity } from '../model/quantity';
import { EVERYTHING, momentAt, movement, place, report } from '../model/sample';
import { DAY } from '../model/when';
import { messagesIn } from './languages/en';
import { forceLines, sortLines, totalLines, type ForceColumn, type ForceOrder } from './forces-rows';
import { copyText } from './forces-copy';

const english = messagesIn('en-GB');

function said(date: string, status: Status, strength?: string | number, more: Partial<Report> = {}): Report {
  const read = strength === undefined ? undefined : parseQuantity(strength);
  if (read && 'error' in read) throw new Error(read.error);
  return report(date, { status, ...(read ? { strength: read.quantity } : {}), ...more });
}
const places = new Map(
  [
    place('kuwait', [47, 29], { title: 'Kuwait' }),
    place('bragg', [-79, 35], { title: 'Fort Bragg' }),
    place('embassy', [44, 33], { title: 'Embassy' }),
  ].map((each) => [each.id, each]),
);
const sources = [
  { id: 'fox', title: 'Report', publisher: 'Fox News', date: '2020-01-01', url: 'https://example.org/1' },
];

const brigade = movement('brigade', [said('2020-01-01', 'on alert', '~4000')], { title: 'About 4,000' });
const battalion = movement(
  'battalion',
  [
    said('2019-12-31', 'announced', '~750', { to: 'kuwait' }),
    said('/2020-01-03', 'arrived', 750, { to: 'kuwait', reported: false }),
  ],
  { title: 'Battalion', unit: 'Infantry battalion', partOf: 'brigade' },
);
const first = movement(
  'first',
  [said('2020-01-01', 'under way', '>=500', { to: 'kuwait', sources: [{ id: 'fox', locator: '14' }] })],
  { title: 'Paratroopers', partOf: 'battalion' },
);
const rest = movement('rest', [said('2020-01-04', 'under way', '3000-3500', { from: 'bragg', to: 'kuwait' })], {
  title: 'The rest',
  partOf: 'brigade',
});
const apaches = movement('apaches', [said('2020-01-01', 'arrived', undefined, { to: 'embassy' })], {
  title: 'Apaches',
  counts: [{ name: 'aircraft', quantity: { form: 'exact', low: 2, high: 2 } }],
});
const all = [brigade, battalion, first, rest, apaches];

const forcesOn = (movements: readonly Movement[], date: string) =>
  forcesAt(movements, momentAt(date).to * DAY - 1, EVERYTHING);
function linesOn(movements: readonly Movement[], date: string) {
  const forces = forcesOn(movements, date);
  return forceLines(everyRow(forces, presenceAt(forces)), forces, places, english);
}
const lineOf = (movements: readonly Movement[], date: string, id: string) =>
  linesOn(movements, date).find(({ row }) => row.movement.id === id);
function totalsOn(movements: readonly Movement[], date: string, at = 'kuwait') {
  const presence = presenceAt(forcesOn(movements, date)).get(at);
  return presence && totalLines(presence, english).map(({ label, text }) => `${label}: ${text}`);
}

describe('forceLines', () => {
  it('says who, how many, how far, where, when and by whose word', () => {
    expect(lineOf(all, '2020-01-03', 'battalion')).toMatchObject({
      force: 'Infantry battalion',
      strength: '750',
      status: 'arrived',
      place: 'Kuwait',
      date: 'by 3 January 2020, start not stated',
      basis: 'Added context',
      notes: ['part of About 4,000 (~4,000)'],
    });
  });

  it('counts things where no source counts people, and says where nothing is stated', () => {
    expect(lineOf(all, '2020-01-01', 'apaches')?.strength).toBe('2 aircraft');
    expect(lineOf([movement('a', [said('2020-01-01', 'arrived')])], '2020-01-01', 'a')).toMatchObject({
      strength: 'not stated',
      place: 'not stated',
      notes: [],
    });
    expect(
      lineOf([movement('a', [said('2020-01-01', 'arrived', 5, { from: 'bragg' })])], '2020-01-01', 'a')?.place,
    ).toBe('not stated');
  });

  it.each([
    ['under way', { from: 'bragg', to: 'kuwait' }, 'to Kuwait', []],
    ['announced', { to: 'kuwait' }, 'to Kuwait', []],
    ['announced', { from: 'bragg' }, 'Fort Bragg', []],
    ['under way', { from: 'bragg' }, 'from Fort Bragg', ['has left from here, not counted']],
  ] as const)('%s %o: %s', (status, ends, text, notes) => {
    const line = lineOf([movement('a', [said('2020-01-01', status, 5, ends)])], '2020-01-01', 'a');
    expect(line).toMatchObject({ place: text, notes });
  });

  it('says that a report is out of date', () => {
    expect(lineOf(all, '2020-01-01', 'first')?.notes).toEqual(['part of Infantry battalion (~750)']);
    expect(lineOf(all, '2020-01-03', 'first')?.notes).toEqual([
      'part of Infantry battalion (750)',
      'last reported under way; the force it belongs to has since arrived',
    ]);
  });

  it('says that a strength includes people elsewhere, where there is one', () => {
    const home = (strength?: string) =>
      movement('brigade', [said('2020-01-01', 'on alert', strength, { from: 'bragg' })], { title: 'Brigade' });
    expect(lineOf([home('~4000'), battalion, first], '2020-01-01', 'brigade')?.notes).toEqual([
      'its strength includes people elsewhere: Infantry battalion',
    ]);
    expect(lineOf([home(), battalion], '2020-01-01', 'brigade')?.notes).toEqual([]);
  });

  it('names the nearest force of which something is reported', () => {
    expect(lineOf([{ ...battalion, reports: [] }, first, brigade], '2020-01-01', 'first')?.notes).toEqual([
      'part of About 4,000 (~4,000)',
    ]);
  });
});

describe('totalLines', () => {
  it('are none where a place has one force', () => {
    expect(totalsOn([battalion], '2020-01-01')).toEqual([]);
  });

  it('are of each status, and of the place', () => {
    expect(totalsOn(all, '2020-01-01')).toEqual(['under way: ≥500', 'announced: ~750', 'In all: ~750']);
  });

  it('leave out a status of which all is out of date', () => {
    expect(totalsOn(all, '2020-01-03')).toEqual(['arrived: 750', 'In all: 750']);
  });

  it('say why there is none', () => {
    expect(totalsOn(all, '2020-01-04')).toEqual([
      'arrived: 750',
      'under way: 3,000–3,500',
      'In all: no total: parts of one force stand side by side and may share people',
    ]);
    const two = ['a', 'b'].map((id) => movement(id, [said('2020-01-01', 'arrived', undefined, { to: 'kuwait' })]));
    expect(totalsOn(two, '2020-01-01')).toEqual(['In all: no strength is stated']);
  });
});

describe('sortLines', () => {
  const ids = (by: ForceColumn, descending = false) =>
    sortLines(linesOn(all, '2020-01-04'), { by, descending }, english).map(({ row }) => row.movement.id);

  it('sorts by each column, ties by name', () => {
    expect(ids('force')).toEqual(['brigade', 'apaches', 'battalion', 'first', 'rest']);
    expect(ids('force', true)).toEqual(['rest', 'first', 'battalion', 'apaches', 'brigade']);
    expect(ids('status')).toEqual(['brigade', 'first', 'rest', 'apaches', 'battalion']);
    expect(ids('status', true)).toEqual(['apaches', 'battalion', 'first', 'rest', 'brigade']);
    expect(ids('place')).toEqual(['apaches', 'battalion', 'first', 'rest', 'brigade']);
    expect(ids('place', true)).toEqual(['battalion', 'first', 'rest', 'apaches', 'brigade']);
  });

  it('sorts strengths by their least, then their most, and those not stated last either way', () => {
    expect(ids('strength')).toEqual(['first', 'battalion', 'rest', 'brigade', 'apaches']);
    expect(ids('strength', true)).toEqual(['brigade', 'rest', 'battalion', 'first', 'apaches']);
    const same = ['>=5', '5-9', 5, '>=5'].map((strength, index) =>
      movement(`${index}`, [said('2020-01-01', 'arrived', strength)]),
    );
    const sorted = sortLines(linesOn(same, '2020-01-01'), { by: 'strength', descending: false }, english);
    expect(sorted.map(({ row }) => row.movement.id)).toEqual(['2', '1', '0', '3']);
  });

  it('keeps every line, whatever order they came in', () => {
    const anyOrder: fc.Arbitrary<ForceOrder> = fc.record({
      by: fc.constantFrom('force', 'strength', 'status', 'place'),
      descending: fc.boolean(),
    });
    const lines = linesOn(all, '2020-01-04');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), anyOrder, (shuffled, order) => {
        expect(sortLines(shuffled, order, english)).toEqual(sortLines(lines, order, english));
      }),
    );
  });
});

describe('copyText', () => {
  it('is a line of headings, a line for each force with its sources, and the totals', () => {
    const forces = forcesOn(all, '2020-01-01');
    const presence = presenceAt(forces).get('kuwait');
    if (!presence) throw new Error('somebody is there');
    const lines = forceLines(presence.rows, forces, places, english);
    expect(copyText(lines, totalLines(presence, english), sources, english).split('\n')).toEqual([
      'Force\tStrength\tStatus\tPlace\tDate\tBasis\tNotes\tSources',
      'Paratroopers\t≥500\tunder way\tto Kuwait\t1 January 2020\tReported\tpart of Infantry battalion (~750)\tFox News, 1 Jan 2020, ¶14 https://example.org/1',
      'Infantry battalion\t~750\tannounced\tto Kuwait\t31 December 2019\tReported\tpart of About 4,000 (~4,000)\t',
      'under way\t≥500',
      'announced\t~750',
      'In all\t~750',
    ]);
  });

  it('keeps a cell in its cell, and a formula from being one', () => {
    const odd = movement('a', [said('2020-01-01', 'arrived', 5)], { title: '=1+1\tand\nmore' });
    const [, line] = copyText(linesOn([odd], '2020-01-01'), [], sources, english).split('\n');
    expect(line?.split('\t').slice(0, 2)).toEqual(["'=1+1 and more", '5']);
  });
});
