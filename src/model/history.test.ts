import { describe, expect, it } from 'vitest';
import { entriesOf } from './entry';
import type { Movement } from './feature';
import { kinOf, toldRows } from './history';
import type { Moment } from './moment';
import { columnsOf } from './rows';
import { dayAt, movement, report } from './sample';

const force = (id: string, dates: (string | null)[], partOf?: string) =>
  movement(
    id,
    dates.map((date) => report(date)),
    partOf === undefined ? {} : { partOf },
  );
const on = (date: string, days = 1): Moment => ({ from: dayAt(date), to: dayAt(date) + days });

describe('toldRows', () => {
  const told = (dates: (string | null)[], row: number, moment: Moment) => {
    const columns = columnsOf(entriesOf([force('force', dates)]), new Map(), ['kuwait']);
    const rows = dates.map((_, index) => index);
    return toldRows(columns, rows, row, moment);
  };
  const dates = ['2019-12-31', '2019-12-31', '2020-01-01', '2020-01-03'];

  it('tells the one report that stands, before its day is over and after', () => {
    expect(told(dates, 2, on('2020-01-01'))).toEqual([2]);
    expect(told(dates, 2, on('2020-01-02'))).toEqual([2]);
  });

  it('tells all reports of one day, of which the map draws the last', () => {
    expect(told(dates, 1, on('2019-12-31'))).toEqual([0, 1]);
    expect(told(dates.slice(0, 2), 1, on('2020-02-01'))).toEqual([0, 1]);
  });

  it('tells all reports within a stop of several days, and none that is ahead', () => {
    expect(told(dates, 2, on('2019-12-30', 3))).toEqual([0, 1, 2]);
  });

  it('tells the first report where all are ahead, or where none is dated', () => {
    expect(told(dates, 0, on('2019-01-01'))).toEqual([0]);
    expect(told([null, null], 0, on('2020-01-01'))).toEqual([0]);
  });
});

describe('kinOf', () => {
  const [whole, part, other] = [force('whole', ['2020']), force('part', ['2020'], 'whole'), force('other', ['2020'])];
  const all = [whole, part, force('second', ['2020'], 'whole'), other];
  const ids = (of: Movement, isShown: (movement: Movement) => boolean = () => true) => {
    const kin = kinOf(of, all, isShown);
    return { whole: kin.whole && [kin.whole.movement.id, kin.whole.shown], parts: kin.parts.map(({ id }) => id) };
  };

  it('names the force that includes a movement, and those that it includes', () => {
    expect(ids(part)).toEqual({ whole: ['whole', true], parts: [] });
    expect(ids(whole)).toEqual({ whole: undefined, parts: ['part', 'second'] });
    expect(ids(other)).toEqual({ whole: undefined, parts: [] });
  });

  it('leaves out hidden parts, and says of a hidden whole that it is', () => {
    expect(ids(whole, ({ id }) => id !== 'second').parts).toEqual(['part']);
    expect(ids(part, () => false).whole).toEqual(['whole', false]);
  });
});
