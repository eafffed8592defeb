import { describe, expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import { shownBy } from './facet';
import { gapsOf } from './gaps';
import { dayAt, EVERYTHING, fact, LAYERS, statedDay } from './sample';
import { stopsOf, type Stop } from './stops';
import type { When } from './when';

function stopsIn(dates: readonly (string | When)[]): Stop[] {
  const features = dates.map((date, index) => fact(String(index), date));
  const { columns, tally } = chronicleOf(features, LAYERS);
  return stopsOf(columns, tally, shownBy(EVERYTHING, LAYERS));
}
const stops = (...dates: string[]) => stopsIn(dates);
const stopsOn = (days: readonly number[]) => stopsIn(days.map(statedDay));

describe('gapsOf', () => {
  it('breaks the axis where years pass between days', () => {
    const gaps = gapsOf(
      stops('2003', '2012-09-11', '2012-09-12', '2019-12-27', '2019-12-28', '2019-12-31', '2020-01-01'),
    );
    expect(gaps).toEqual([
      { after: 0, days: dayAt('2012-09-11') - dayAt('2003') },
      { after: 2, days: dayAt('2019-12-27') - dayAt('2012-09-12') },
    ]);
  });

  it('breaks nothing where dates are even', () => {
    expect(gapsOf(stops('2000', '2001', '2002', '2003'))).toEqual([]);
    expect(gapsOf(stopsOn(Array.from({ length: 700 }, (_, index) => index)))).toEqual([]);
  });

  it('breaks nothing for two months, however short the other gaps', () => {
    expect(gapsOf(stopsOn([0, 1, 2, 3, 63]))).toEqual([]);
    expect(gapsOf(stopsOn([0, 1, 2, 3, 64]))).toEqual([{ after: 3, days: 61 }]);
  });

  it('breaks for more than eight times the middle gap', () => {
    expect(gapsOf(stopsOn([0, 10, 20, 30, 110]))).toEqual([]);
    expect(gapsOf(stopsOn([0, 10, 20, 30, 111]))).toEqual([{ after: 3, days: 81 }]);
  });

  it('has none where there are no two stops', () => {
    expect(gapsOf([])).toEqual([]);
    expect(gapsOf(stops('2000'))).toEqual([]);
  });
});
