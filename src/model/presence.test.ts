import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement, Report, Status } from './feature';
import { presenceAt } from './presence';
import { parseQuantity } from './quantity';
import { parseWhen } from './parse-when';

function report(date: string, status: Status, strength: string | number, to?: string, from?: string): Report {
  const when = parseWhen(date);
  const quantity = parseQuantity(strength);
  if ('error' in when || 'error' in quantity) throw new Error('a test needs good data');
  return {
    when: when.when,
    status,
    strength: quantity.quantity,
    sources: [],
    reported: true,
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
  };
}
function movement(id: string, reports: Report[], partOf?: string): Movement {
  return {
    id,
    kind: 'movement',
    layer: 'a',
    title: id,
    actors: [],
    sources: [],
    reported: true,
    geometry: null,
    counts: [],
    reports,
    ...(partOf ? { partOf } : {}),
  };
}
const at = (text: string) => Date.parse(`${text}T00:00:00Z`);

const battalion = movement(
  'battalion',
  [report('2019-12-31', 'announced', '~750', 'kuwait'), report('2020-01-03', 'arrived', 750, 'kuwait')],
  'brigade',
);
const paratroopers = movement('paratroopers', [report('2020-01-01', 'under way', '>=500', 'kuwait')], 'battalion');
const brigade = movement('brigade', [report('2020-01-01', 'on alert', '~4000')]);

describe('presenceAt', () => {
  it('is empty before the first report', () => {
    expect(presenceAt([battalion, paratroopers, brigade], at('2019-12-30')).size).toBe(0);
  });

  it('lists the 500 as a part of the 750 and never adds them', () => {
    const kuwait = presenceAt([battalion, paratroopers, brigade], at('2020-01-01')).get('kuwait');
    expect(kuwait?.rows.map((row) => [row.movement.id, row.countedIn])).toEqual([
      ['battalion', undefined],
      ['paratroopers', 'battalion'],
    ]);
    expect(kuwait?.total).toEqual({ form: 'about', low: 750, high: 750 });
  });

  it('takes the latest report of each force', () => {
    expect(presenceAt([battalion], at('2020-01-04')).get('kuwait')?.rows[0]?.report.status).toBe('arrived');
  });

  it('has no place for a force with neither destination nor origin', () => {
    expect(presenceAt([brigade], at('2020-01-05')).size).toBe(0);
  });

  it('counts a part at a place where its whole is not', () => {
    expect(presenceAt([brigade, battalion], at('2020-01-05')).get('kuwait')?.total).toEqual({
      form: 'exact',
      low: 750,
      high: 750,
    });
  });
});

describe('parts side by side', () => {
  it('have no total: they may share people', () => {
    const rest = movement('rest', [report('2020-01-04', 'under way', '3000-3500', 'kuwait')], 'brigade');
    const kuwait = presenceAt([brigade, battalion, rest], at('2020-01-05')).get('kuwait');
    expect(kuwait?.rows).toHaveLength(2);
    expect(kuwait?.total).toBeUndefined();
  });
});

describe('laws of presence', () => {
  const forces = fc
    .array(
      fc.record({
        strength: fc.integer({ min: 1, max: 5000 }),
        place: fc.constantFrom('a', 'b'),
        day: fc.integer({ min: 1, max: 28 }),
        whole: fc.option(fc.nat(5), { nil: undefined }),
      }),
      { maxLength: 8 },
    )
    .map((records) =>
      records.map(({ strength, place, day, whole }, index) =>
        // A whole comes before its parts, so that there are no cycles, and a part is no larger than it.
        movement(
          String(index),
          [report(`2020-01-${String(day).padStart(2, '0')}`, 'arrived', strength, place)],
          whole !== undefined && whole < index ? String(whole) : undefined,
        ),
      ),
    );

  it('no order of the movements changes it', () => {
    fc.assert(
      fc.property(forces, (movements) => {
        const forwards = presenceAt(movements, at('2020-02-01'));
        const backwards = presenceAt([...movements].reverse(), at('2020-02-01'));
        expect(new Map([...backwards].sort())).toEqual(new Map([...forwards].sort()));
      }),
    );
  });

  it('a total never counts a part beside its whole, nor exceeds the sum of all strengths', () => {
    fc.assert(
      fc.property(forces, (movements) => {
        for (const { rows, total } of presenceAt(movements, at('2020-02-01')).values()) {
          const added = rows.filter((row) => row.countedIn === undefined);
          for (const row of added) expect(added.some((other) => other.movement.id === row.movement.partOf)).toBe(false);
          const sum = added.reduce((all, row) => all + (row.report.strength?.high ?? 0), 0);
          if (total) expect(total.high).toBe(sum);
        }
      }),
    );
  });
});
