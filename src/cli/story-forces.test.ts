import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../model/chronicle';
import { parseDataset } from '../model/dataset';
import { entriesOf, type Filter } from '../model/entry';
import { shownBy } from '../model/facet';
import { forcesAt, type Force } from '../model/forces';
import { presenceAt, type Presence } from '../model/presence';
import type { Total } from '../model/presence-total';
import type { Quantity } from '../model/quantity';
import { stopsOf } from '../model/stops';
import { DAY } from '../model/when';
import { readStories } from './read-folder';

/**
 * The forces of the story we ship, at every stop, against the ledger of facts that it was made from: who, how many,
 * how far, from where to where, and whether the main report says so.
 */

interface LedgerFact {
  id: string;
  kind: string;
}
const ledger = JSON.parse(readFileSync(new URL('./fixtures/ledger.json', import.meta.url), 'utf8')) as {
  facts: LedgerFact[];
};

const [read] = await readStories([path.join(import.meta.dirname, '../../geojson')]);
if (!read?.story) throw new Error('the story cannot be read');
const layers = read.story.layers.map(({ id }) => id);
const { features } = parseDataset(read.story, read.layers);
const chronicle = chronicleOf(features, layers);

interface Step {
  date: string;
  forces: Force[];
  presences: Map<string, Presence>;
}

/** The forces of every stop that there is, with added context or without. */
function stepsWith(context: boolean): Step[] {
  const filter: Filter = { hiddenLayers: new Set(), hiddenKinds: new Set(), context };
  return stopsOf(chronicle.columns, chronicle.tally, shownBy(filter, layers)).map(({ edtf, to }) => {
    const forces = forcesAt(chronicle.movements, to * DAY - 1, filter);
    return { date: edtf, forces, presences: presenceAt(forces) };
  });
}
const steps = stepsWith(true);
const reportedSteps = stepsWith(false);

function inWords(quantity: Quantity | undefined): string {
  if (!quantity) return 'unknown';
  const { form, low, high } = quantity;
  if (form === 'range') return `${low}-${high}`;
  return `${{ about: '~', 'at least': '>=', 'at most': '<=' }[form as string] ?? ''}${low}`;
}

function lineOf({ movement, report: { status, strength, from, to, reported } }: Force): string {
  const ends = [from && `from ${from}`, to && `to ${to}`].filter((end) => end).join(' ') || 'no place';
  return `${movement.id}: ${inWords(strength)} ${status}, ${ends}, ${reported ? 'reported' : 'context'}`;
}

function totalOf({ presences }: Step, place: string): string | undefined {
  const total: Total | undefined = presences.get(place)?.total;
  return total && ('quantity' in total ? inWords(total.quantity) : total.why);
}

const APACHES = 'apaches: unknown arrived, to embassy-baghdad, context';
const WITHDRAWAL = 'withdrawal-to-annex: unknown arrived, from benghazi-smc to benghazi-annex, context';
const MARINES = 'marines-to-embassy: ~100 arrived, to embassy-baghdad, reported';
const MARINES_FROM_KUWAIT = 'marines-to-embassy: ~100 arrived, from kuwait to embassy-baghdad, context';
const ANNOUNCED = 'battalion-82nd: ~750 announced, to kuwait, reported';
const DEPARTED = 'bragg-departures: ~650 under way, from pope-field to kuwait, context';
const IN_KUWAIT = 'battalion-82nd: 750 arrived, to kuwait, context';
const PARATROOPERS = 'paratroopers-under-way: >=500 under way, to kuwait, reported';
const ON_ALERT = 'alert-brigade: ~4000 on alert, no place, reported';
const REST = 'rest-of-brigade: 3000-3500 under way, from fort-bragg to kuwait, context';

const ON_3_JANUARY = [ON_ALERT, APACHES, IN_KUWAIT, DEPARTED, MARINES_FROM_KUWAIT, PARATROOPERS, WITHDRAWAL];
const FROM_4_JANUARY = [ON_ALERT, APACHES, IN_KUWAIT, DEPARTED, MARINES_FROM_KUWAIT, PARATROOPERS, REST, WITHDRAWAL];

/** Every stop, the forces at it, and the total of those in Kuwait, on the way there or announced for it. */
const EXPECTED: [date: string, forces: string[], kuwait?: string][] = [
  ['2003', []],
  ['2012-09-11', [WITHDRAWAL]],
  ['2012-09-12', [WITHDRAWAL]],
  ['2014', [WITHDRAWAL]],
  ['2014-06-10', [WITHDRAWAL]],
  ['2017-12', [WITHDRAWAL]],
  ['2017-12-09', [WITHDRAWAL]],
  ['2019-10', [WITHDRAWAL]],
  ['2019-11-08', [WITHDRAWAL]],
  ['2019-11-27', [WITHDRAWAL]],
  ['2019-12-03', [WITHDRAWAL]],
  ['2019-12-09', [WITHDRAWAL]],
  ['2019-12-27', [WITHDRAWAL]],
  ['2019-12-28', [WITHDRAWAL]],
  ['2019-12-29', [WITHDRAWAL]],
  ['2019-12-31', [APACHES, ANNOUNCED, MARINES_FROM_KUWAIT, WITHDRAWAL], '~750'],
  ['2020-01-01', [ON_ALERT, APACHES, ANNOUNCED, DEPARTED, MARINES_FROM_KUWAIT, PARATROOPERS, WITHDRAWAL], '~750'],
  ['2020-01-03', ON_3_JANUARY, '750'],
  ['2020-01-04', FROM_4_JANUARY, 'parts'],
  ['2020-01-08', FROM_4_JANUARY, 'parts'],
  ['2020-03-17', FROM_4_JANUARY, 'parts'],
  ['2020-03-26', FROM_4_JANUARY, 'parts'],
  ['2020-03-29', FROM_4_JANUARY, 'parts'],
  ['2020-08-23', FROM_4_JANUARY, 'parts'],
  ['2020-09', FROM_4_JANUARY, 'parts'],
];

/** The same without added context: what the main report alone says. */
const EXPECTED_REPORTED: typeof EXPECTED = [
  ['2003', []],
  ['2012-09-11', []],
  ['2014', []],
  ['2017-12', []],
  ['2019-10', []],
  ['2019-12-28', []],
  ['2019-12-29', []],
  ['2019-12-31', [ANNOUNCED, MARINES], '~750'],
  ['2020-01-01', [ON_ALERT, ANNOUNCED, MARINES, PARATROOPERS], '~750'],
];

describe.each([
  ['with added context', steps, EXPECTED],
  ['as the main report says', reportedSteps, EXPECTED_REPORTED],
])('forces %s', (_, walked, expected) => {
  test('there are these stops', () => {
    expect(walked.map(({ date }) => date)).toEqual(expected.map(([date]) => date));
  });

  test.each(expected)('%s', (date, forces, kuwait) => {
    const step = walked.find((each) => each.date === date);
    expect(step?.forces.map(lineOf)).toEqual(forces);
    expect(step && totalOf(step, 'kuwait')).toBe(kuwait);
  });
});

/** The forces at a stop by movement, in words. */
function lineAt(walked: readonly Step[], date: string, id: string): string | undefined {
  const force = walked.find((step) => step.date === date)?.forces.find(({ movement }) => movement.id === id);
  return force && lineOf(force);
}

/** Each movement of the ledger: from which stop on the story tells it, with added context and as the report alone says. */
const LEDGER: [
  fact: string,
  movement: string,
  since: string,
  told: string | undefined,
  reported: string | undefined,
][] = [
  ['S16', 'marines-to-embassy', '2019-12-31', MARINES_FROM_KUWAIT, MARINES],
  ['C12', 'marines-to-embassy', '2019-12-31', MARINES_FROM_KUWAIT, MARINES],
  ['S23', 'battalion-82nd', '2019-12-31', ANNOUNCED, ANNOUNCED],
  ['S24', 'battalion-82nd', '2019-12-31', ANNOUNCED, ANNOUNCED],
  ['S25', 'paratroopers-under-way', '2020-01-01', PARATROOPERS, PARATROOPERS],
  ['S26', 'alert-brigade', '2020-01-01', ON_ALERT, ON_ALERT],
  ['C11', 'apaches', '2019-12-31', APACHES, undefined],
  ['C14', 'bragg-departures', '2020-01-01', DEPARTED, undefined],
  ['C15', 'battalion-82nd', '2020-01-03', IN_KUWAIT, undefined],
  ['C16', 'rest-of-brigade', '2020-01-04', REST, undefined],
  ['C22', 'withdrawal-to-annex', '2012-09-11', WITHDRAWAL, undefined],
];

describe('each movement of the ledger', () => {
  test('is among these', () => {
    const movements = ledger.facts.filter(({ kind }) => kind === 'movement').map(({ id }) => id);
    expect(LEDGER.map(([fact]) => fact).sort()).toEqual(movements.sort());
  });

  test.each(LEDGER)('%s: %s from %s on', (_, id, since, told, reported) => {
    expect(lineAt(steps, since, id)).toBe(told);
    expect(lineAt(reportedSteps, since, id)).toBe(reported);
    const index = steps.findIndex(({ date }) => date === since);
    expect(lineAt(steps, steps[index - 1]?.date ?? '', id)).not.toBe(told);
  });

  test('on its first day the 750 were for the Middle East, and officials said Kuwait: the list has that last', () => {
    const reports = chronicle.movements.find(({ id }) => id === 'battalion-82nd')?.reports.map(({ to }) => to);
    expect(reports).toEqual(['middle-east', 'kuwait', 'kuwait']);
  });

  test('the 4,000 have no place and no arrow, at any stop', () => {
    for (const { presences } of [...steps, ...reportedSteps]) {
      const rows = [...presences.values()].flatMap((presence) => presence.rows);
      expect(rows.filter(({ movement }) => movement.id === 'alert-brigade')).toEqual([]);
    }
    const entries = entriesOf(features);
    const lines = chronicle.lines.map((row) => entries[row]?.feature.id);
    expect(lines).toContain('bragg-departures');
    expect(lines).not.toContain('alert-brigade');
  });
});

describe('nobody is counted twice', () => {
  test('the 500 are counted in the 750, and out of date once these are in Kuwait', () => {
    const rows = [...steps, ...reportedSteps].flatMap(({ date, presences }) =>
      (presences.get('kuwait')?.rows ?? [])
        .filter(({ movement }) => movement.id === 'paratroopers-under-way')
        .map(({ countedIn, overtaken }) => [date, countedIn, overtaken]),
    );
    expect(rows).toHaveLength(10);
    for (const [date = '', countedIn, overtaken] of rows) {
      expect(countedIn).toBe('battalion-82nd');
      expect(overtaken).toBe(date < '2020-01-03' ? undefined : 'battalion-82nd');
    }
  });

  test('no total, of no place and no status, adds 100, 500, 750 and 4,000', () => {
    const figures = [...steps, ...reportedSteps]
      .flatMap(({ presences }) => [...presences.values()])
      .flatMap(({ total, groups }) => [total, ...groups.map((group) => group.total)])
      .map((total) => ('quantity' in total ? inWords(total.quantity) : total.why));
    expect([...new Set(figures)].sort()).toEqual(
      ['3000-3500', '750', '>=100', '>=500', 'parts', 'unknown', '~100', '~750'].sort(),
    );
  });

  test('about 100 Marines and two Apaches of unknown strength are at least 100 at the embassy', () => {
    expect(steps.filter(({ date }) => date >= '2019-12-31').map((step) => totalOf(step, 'embassy-baghdad'))).toEqual(
      Array(10).fill('>=100'),
    );
    expect(reportedSteps.map((step) => totalOf(step, 'embassy-baghdad')).slice(-2)).toEqual(['~100', '~100']);
  });
});
