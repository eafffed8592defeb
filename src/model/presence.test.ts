import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { STATUSES, type Movement, type Report, type Status } from './feature';
import { forcesAt, type Force } from './forces';
import { presenceAt, type Presence } from './presence';
import { rowsByPlace } from './presence-row';
import type { Total } from './presence-total';
import { parseQuantity } from './quantity';
import { EVERYTHING, momentAt, movement, report as plainReport, statedDay } from './sample';
import { DAY } from './when';

vi.setConfig({ testTimeout: 60_000 });

type Ends = Pick<Report, 'from' | 'to'>;

function said(date: string, status: Status, strength?: string | number, ends: Ends = {}): Report {
  return plainReport(date, { status, ...ends, ...strengthOf(strength) });
}
function strengthOf(text: string | number | undefined): Pick<Report, 'strength'> {
  const read = text === undefined ? undefined : parseQuantity(text);
  if (read && 'error' in read) throw new Error(read.error);
  return read ? { strength: read.quantity } : {};
}
const force = (id: string, reports: Report[], partOf?: string) =>
  movement(id, reports, partOf === undefined ? {} : { partOf });
const on = (movements: readonly Movement[], date: string) =>
  presenceAt(forcesAt(movements, momentAt(date).to * DAY - 1, EVERYTHING));
const rowOf = (presence: Presence | undefined, id: string) => presence?.rows.find((row) => row.movement.id === id);
const inKuwait: Ends = { to: 'kuwait' };

const battalion = force(
  'battalion',
  [
    said('2019-12-31', 'announced', '~750', { to: 'middle-east' }),
    said('2019-12-31~', 'announced', '~750', inKuwait),
    said('/2020-01-03', 'arrived', 750, inKuwait),
  ],
  'brigade',
);
const paratroopers = force('paratroopers', [said('2020-01-01', 'under way', '>=500', inKuwait)], 'battalion');
const brigade = force('brigade', [said('/2020-01-01', 'on alert', '~4000')]);
const rest = force('rest', [said('2020-01-04/..', 'under way', '3000-3500', inKuwait)], 'brigade');
const deployment = [battalion, paratroopers, brigade, rest];

describe('500 of the 750 of about 4,000', () => {
  it('is nothing before the first report', () => {
    expect(on(deployment, '2019-12-30').size).toBe(0);
  });

  it('places the 750 by their latest report of one day', () => {
    expect([...on(deployment, '2019-12-31').keys()]).toEqual(['kuwait']);
  });

  it('lists the 500 as a part of the 750 and never adds them', () => {
    const kuwait = on(deployment, '2020-01-01').get('kuwait');
    expect(kuwait?.rows.map((row) => [row.movement.id, row.report.status, row.countedIn])).toEqual([
      ['paratroopers', 'under way', 'battalion'],
      ['battalion', 'announced', undefined],
    ]);
    expect(kuwait?.total).toEqual({ counted: ['battalion'], quantity: { form: 'about', low: 750, high: 750 } });
  });

  it('counts each status by itself, and bounds the at least 500 by the 750 that include them', () => {
    expect(on(deployment, '2020-01-01').get('kuwait')?.groups).toMatchObject([
      {
        status: 'under way',
        total: { counted: ['paratroopers'], quantity: { form: 'at least', low: 500, high: 750 } },
      },
      { status: 'announced', total: { counted: ['battalion'], quantity: { form: 'about', low: 750, high: 750 } } },
    ]);
  });

  it('has the 500 out of date once the 750 have arrived', () => {
    const kuwait = on(deployment, '2020-01-03').get('kuwait');
    expect(rowOf(kuwait, 'paratroopers')).toMatchObject({ overtaken: 'battalion', countedIn: 'battalion' });
    expect(kuwait?.groups).toMatchObject([
      { status: 'arrived', total: { quantity: { form: 'exact', low: 750, high: 750 } } },
      { status: 'under way', total: { counted: [], why: 'unknown' } },
    ]);
    expect(kuwait?.total).toEqual({ counted: ['battalion'], quantity: { form: 'exact', low: 750, high: 750 } });
  });

  it('has no report out of date that came after the force was further on', () => {
    const later = force('paratroopers', [said('2020-01-04', 'under way', 100, inKuwait)], 'battalion');
    expect(rowOf(on([battalion, later], '2020-01-04').get('kuwait'), 'paratroopers')).not.toHaveProperty('overtaken');
  });

  it('has no sum of the 750 and the rest of the brigade: some sources may count the first in the second', () => {
    const kuwait = on(deployment, '2020-01-05').get('kuwait');
    expect(kuwait?.total).toEqual({ counted: ['battalion', 'rest'], why: 'parts' });
    expect(kuwait?.groups.map(({ total }) => 'quantity' in total && total.quantity.form)).toEqual(['exact', 'range']);
  });

  it('has no place for the brigade, which is only on alert', () => {
    for (const presence of on(deployment, '2020-01-05').values()) expect(rowOf(presence, 'brigade')).toBeUndefined();
  });
});

describe('where a force is', () => {
  const placesOf = (status: Status, ends: Ends) =>
    [...on([force('a', [said('2020-01-01', status, 10, ends)])], '2020-01-01')].map(([place, { rows }]) => [
      place,
      rows[0]?.leaving,
    ]);

  it.each(STATUSES)('%s with a destination: there', (status) => {
    expect(placesOf(status, { from: 'home', to: 'there' })).toEqual([['there', undefined]]);
  });

  it('without one: at home until it leaves, and then still listed there', () => {
    expect(placesOf('on alert', { from: 'home' })).toEqual([['home', undefined]]);
    expect(placesOf('announced', { from: 'home' })).toEqual([['home', undefined]]);
    expect(placesOf('under way', { from: 'home' })).toEqual([['home', true]]);
    expect(placesOf('arrived', { from: 'home' })).toEqual([]);
    expect(placesOf('under way', {})).toEqual([]);
  });

  it('does not count what has left', () => {
    const left = force('a', [said('2020-01-01', 'under way', 10, { from: 'home' })]);
    const stays = force('b', [said('2020-01-01', 'on alert', 7, { from: 'home' })]);
    expect(on([left], '2020-01-01').get('home')?.total).toEqual({ counted: [], why: 'unknown' });
    expect(on([left, stays], '2020-01-01').get('home')?.total).toMatchObject({
      counted: ['b'],
      quantity: { low: 7, high: 7 },
    });
  });

  it('counts a part that is still reported at home apart from the force that left after it', () => {
    const whole = force('whole', [said('2020-01-02', 'under way', 100, { from: 'home' })]);
    const part = force('part', [said('2020-01-01', 'on alert', 10, { from: 'home' })], 'whole');
    expect(rowOf(on([whole, part], '2020-01-02').get('home'), 'part')).toMatchObject({ overtaken: 'whole' });
    const later = force('part', [said('2020-01-03', 'on alert', 10, { from: 'home' })], 'whole');
    const home = on([whole, later], '2020-01-03').get('home');
    expect(rowOf(home, 'part')).not.toHaveProperty('overtaken');
    expect(rowOf(home, 'part')).not.toHaveProperty('countedIn');
    expect(home?.total).toMatchObject({ counted: ['part'], quantity: { low: 10, high: 10 } });
  });
});

describe('a force and its parts', () => {
  const at = (id: string, strength: string | number | undefined, to: string, partOf?: string) =>
    force(id, [said('2020-01-01', 'arrived', strength, { to })], partOf);
  const total = (movements: readonly Movement[], place: string) => on(movements, '2020-01-01').get(place)?.total;

  it('are counted once through a force between them that is not here', () => {
    const all = [at('whole', 900, 'a'), at('middle', 300, 'b', 'whole'), at('part', 100, 'a', 'middle')];
    expect(rowOf(on(all, '2020-01-01').get('a'), 'part')).toMatchObject({ countedIn: 'whole' });
  });

  it('have no total where some of the force is elsewhere', () => {
    const all = [at('whole', 900, 'a'), at('middle', 300, 'b', 'whole'), at('part', 100, 'b', 'middle')];
    const presences = on(all, '2020-01-01');
    expect(presences.get('a')?.rows[0]?.elsewhere).toEqual(['middle']);
    expect(presences.get('a')?.total).toEqual({ counted: ['whole'], why: 'elsewhere' });
    expect(presences.get('b')?.total).toMatchObject({ quantity: { low: 300, high: 300 } });
  });

  it('are partly elsewhere when a part is on its way to where nobody says', () => {
    const left = force('part', [said('2020-01-01', 'under way', 10, { from: 'a' })], 'whole');
    expect(rowOf(on([at('whole', 100, 'a'), left], '2020-01-01').get('a'), 'whole')?.elsewhere).toEqual(['part']);
  });

  it('contradict each other where a part exceeds the force, beside it or elsewhere', () => {
    expect(total([at('whole', 100, 'a'), at('part', 101, 'a', 'whole')], 'a')).toMatchObject({ why: 'contradiction' });
    expect(total([at('whole', 100, 'a'), at('part', 101, 'b', 'whole')], 'b')).toMatchObject({ why: 'contradiction' });
  });

  it('contradict each other where parts at several places exceed it together', () => {
    const whole = force('whole', [said('2020-01-01', 'on alert', 100)]);
    const all = [whole, at('one', 60, 'a', 'whole'), at('two', 41, 'b', 'whole')];
    expect([total(all, 'a'), total(all, 'b')]).toMatchObject([{ why: 'contradiction' }, { why: 'contradiction' }]);
    expect(total([whole, at('one', 60, 'a', 'whole'), at('two', 40, 'b', 'whole')], 'a')).toMatchObject({
      quantity: { low: 60, high: 60 },
    });
  });

  it('may overlap beside the force that includes them: its own strength counts', () => {
    const all = [at('whole', 100, 'a'), at('one', 60, 'a', 'whole'), at('two', 70, 'a', 'whole')];
    expect(total(all, 'a')).toMatchObject({ counted: ['whole'], quantity: { low: 100, high: 100 } });
  });

  it('are never more than the force, however wide a range is', () => {
    const whole = force('whole', [said('2020-01-01', 'on alert', '~700')]);
    expect(total([whole, at('part', '600-800', 'a', 'whole')], 'a')).toMatchObject({
      quantity: { form: 'range', low: 600, high: 700 },
    });
    expect(total([whole, at('part', '700-800', 'a', 'whole')], 'a')).toMatchObject({
      quantity: { form: 'exact', low: 700, high: 700 },
    });
  });

  it('say the least that a force of unknown strength can be', () => {
    expect(total([at('whole', undefined, 'a'), at('part', 50, 'a', 'whole')], 'a')).toEqual({
      counted: ['whole'],
      quantity: { form: 'at least', low: 50, high: Infinity },
    });
  });
});

describe('forces that share nobody', () => {
  const total = (...strengths: (string | number | undefined)[]) =>
    on(
      strengths.map((strength, index) => force(`${index}`, [said('2020-01-01', 'arrived', strength, { to: 'a' })])),
      '2020-01-01',
    ).get('a')?.total;

  it('sum up as ranges, and as at least where one is unknown', () => {
    expect(total(100, '~50')).toMatchObject({ quantity: { form: 'about', low: 150, high: 150 } });
    expect(total('24-31', 100)).toMatchObject({ quantity: { form: 'range', low: 124, high: 131 } });
    expect(total(100, undefined)).toMatchObject({ quantity: { form: 'at least', low: 100, high: Infinity } });
    expect(total('dozens')).toMatchObject({ quantity: { form: 'dozens' } });
    expect(total('<=40')).toMatchObject({ quantity: { form: 'at most', low: 0, high: 40 } });
  });

  it('have no sum where nothing is known', () => {
    expect(total(undefined, undefined)).toEqual({ counted: ['0', '1'], why: 'unknown' });
    expect(total('<=40', undefined)).toMatchObject({ why: 'unknown' });
  });
});

const PLACES = ['a', 'b', 'c'];
const anyStrength = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 900 }) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('~', '>=', '<=', '-'), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 90 }))
      .map(([sign, low, more]) => (sign === '-' ? `${low}-${low + more}` : `${sign}${low}`)),
  },
);
const anyEnd = fc.option(fc.constantFrom(...PLACES), { nil: undefined, freq: 4 });

/** Forests of movements whose reports fall on days of their own; a force comes before its parts, so that there is no cycle. */
const forestOf = (strength: fc.Arbitrary<string | number | undefined>) => {
  const anyReport = fc.record({ status: fc.constantFrom(...STATUSES), strength, from: anyEnd, to: anyEnd });
  const anyRecord = fc.record({
    dates: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
    reports: fc.array(anyReport, { minLength: 3, maxLength: 3 }),
    whole: fc.option(fc.nat(5), { nil: undefined, freq: 3 }),
  });
  return fc.array(anyRecord, { maxLength: 8 }).map((records) =>
    records.map(({ dates, reports, whole }, index) => {
      const dated = dates.map((day, each) => {
        const { status = 'announced' as const, from, to, strength: text } = reports[each] ?? {};
        return plainReport(statedDay(day), {
          status,
          ...strengthOf(text),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        });
      });
      return force(`${index}`, dated, whole !== undefined && whole < index ? `${whole}` : undefined);
    }),
  );
};
const anyForest = forestOf(anyStrength);
const anyDay = fc.integer({ min: -1, max: 13 });
const forcesOn = (movements: readonly Movement[], day: number) => forcesAt(movements, (day + 1) * DAY - 1, EVERYTHING);

/** The most that a total may be: the strengths of the forces that include all of those it counts. */
function rootsOf(counted: readonly string[], movements: readonly Movement[]): string[] {
  const byId = new Map(movements.map((each) => [each.id, each]));
  const root = (id: string): string => {
    const whole = byId.get(id)?.partOf;
    return whole === undefined ? id : root(whole);
  };
  return [...new Set(counted.map(root))];
}
function highOf(roots: readonly string[], forces: readonly Force[]): number {
  const strengths = new Map(forces.map((each) => [each.movement.id, each.report.strength]));
  return roots.reduce((sum, id) => sum + (strengths.get(id)?.high ?? Infinity), 0);
}
const totalsOf = (presence: Presence): Total[] => [presence.total, ...presence.groups.map((group) => group.total)];
const rangeOf = (total: Total) => ('quantity' in total ? total.quantity : { low: 0, high: 0 });
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('laws of presence', () => {
  it('no total of a place or of a status there is more than the forces that include all that it counts', () => {
    fc.assert(
      fc.property(anyForest, anyDay, (movements, day) => {
        const forces = forcesOn(movements, day);
        for (const total of [...presenceAt(forces).values()].flatMap(totalsOf)) {
          const { low, high } = rangeOf(total);
          expect(low).toBeLessThanOrEqual(high);
          expect(high).toBeLessThanOrEqual(highOf(rootsOf(total.counted, movements), forces));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the totals of all places together are, at the least, no more than the forces that include what they count', () => {
    fc.assert(
      fc.property(anyForest, anyDay, (movements, day) => {
        const forces = forcesOn(movements, day);
        const totals = [...presenceAt(forces).values()]
          .map(({ total }) => total)
          .filter((total) => 'quantity' in total);
        const roots = rootsOf(
          totals.flatMap(({ counted }) => counted),
          movements,
        );
        expect(sum(totals.map((total) => rangeOf(total).low))).toBeLessThanOrEqual(highOf(roots, forces));
      }),
      { numRuns: 1000 },
    );
  });

  it('and at the most too, where every strength is one number', () => {
    fc.assert(
      fc.property(forestOf(fc.integer({ min: 1, max: 900 })), anyDay, (movements, day) => {
        const forces = forcesOn(movements, day);
        const totals = [...presenceAt(forces).values()]
          .map(({ total }) => total)
          .filter((total) => 'quantity' in total);
        const roots = rootsOf(
          totals.flatMap(({ counted }) => counted),
          movements,
        );
        expect(sum(totals.map((total) => rangeOf(total).high))).toBeLessThanOrEqual(highOf(roots, forces));
      }),
      { numRuns: 1000 },
    );
  });

  it('no force is counted beside one that includes it, nor out of date, nor after it left', () => {
    fc.assert(
      fc.property(anyForest, anyDay, (movements, day) => {
        for (const presence of presenceAt(forcesOn(movements, day)).values()) {
          for (const { counted } of totalsOf(presence)) {
            for (const row of counted.map((id) => rowOf(presence, id))) {
              expect(row?.wholes.filter((id) => counted.includes(id))).toEqual([]);
              expect([row?.overtaken, row?.leaving]).toEqual([undefined, undefined]);
            }
          }
          const free = presence.rows.filter((row) => !row.countedIn && !row.overtaken && !row.leaving);
          expect(presence.total.counted).toEqual(free.map((row) => row.movement.id));
        }
      }),
    );
  });

  it('every force with a place has one row, in one group', () => {
    fc.assert(
      fc.property(anyForest, anyDay, (movements, day) => {
        const forces = forcesOn(movements, day);
        const presences = [...presenceAt(forces).values()];
        const ids = presences.flatMap(({ rows }) => rows.map((row) => row.movement.id));
        expect(new Set(ids).size).toBe(ids.length);
        const placed = forces.filter(({ report: { to, from, status } }) => to ?? (status === 'arrived' ? '' : from));
        expect(ids.toSorted()).toEqual(placed.map((each) => each.movement.id));
        for (const { groups, rows } of presences) expect(groups.flatMap((group) => group.rows)).toEqual(rows);
        expect(rowsByPlace(forces)).toEqual(new Map(presences.map(({ place, rows }) => [place, rows])));
      }),
    );
  });

  it('no order of the movements, nor of the reports of one, changes it', () => {
    const shuffled = anyForest.chain((movements) =>
      fc.tuple(
        fc.constant(movements),
        fc.shuffledSubarray(movements, { minLength: movements.length }),
        fc.infiniteStream(fc.boolean()),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyDay, ([movements, others, turns], day) => {
        const turned = others.map((each) => ({
          ...each,
          reports: turns.next().value ? each.reports.toReversed() : each.reports,
        }));
        const seen = (all: readonly Movement[]) =>
          [...presenceAt(forcesOn(all, day)).values()]
            .map(({ place, rows, groups, total }) => ({
              place,
              rows: rows.map(({ movement: { id }, ...row }) => ({ ...row, id })),
              totals: groups.map((group) => group.total),
              total,
            }))
            .sort((a, b) => (a.place < b.place ? -1 : 1));
        expect(seen(turned)).toEqual(seen(movements));
      }),
    );
  });

  it('is empty before the first report', () => {
    fc.assert(
      fc.property(anyForest, (movements) => {
        const days = movements.flatMap(({ reports }) => reports.map(({ when }) => (when?.begin ?? 0) / DAY));
        expect(presenceAt(forcesOn(movements, Math.min(...days, 99) - 1)).size).toBe(0);
      }),
    );
  });
});
