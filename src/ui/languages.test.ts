import { describe, expect, it, test } from 'vitest';
import { STATUSES } from '../model/feature';
import { parseWhen } from '../model/parse-when';
import { formatCalendar, formatStop, formatWhen } from './format';
import { messagesIn as english } from './languages/en';
import { messagesIn as arabic } from './languages/ar';
import { localeFor, messagesFor, type Messages } from './messages';
import { tickLabels } from './ticks';

const LANGUAGES = import.meta.glob<{ messagesIn: (locale: string) => Messages }>('./languages/*.ts', { eager: true });
const files = Object.entries(LANGUAGES).map(([file, { messagesIn }]) => {
  const tag = file.replace('./languages/', '').replace('.ts', '');
  return { tag, messages: messagesIn(tag) };
});

type Leaf = [path: string, value: unknown];

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${path}.${key}`));
}

/** The type of each message, and how many things it is told. */
function shapeOf(messages: Messages): Map<string, string> {
  return new Map(
    leavesOf(messages).map(([path, value]) => [
      path,
      typeof value === 'function' ? `function of ${value.length}` : typeof value,
    ]),
  );
}

const COUNTS = [0, 1, 2, 3, 11, 100];
/** What the messages are told that are told numbers, lists or both; all others are told texts. */
const TOLD: Record<string, unknown[][]> = {
  ...Object.fromEntries(
    [
      'eventCount',
      'countAtDate',
      'countInRange',
      'moreHere',
      'reports',
      'forceCount',
      'moreForces',
      'problems',
      'moreProblems',
    ]
      .concat(
        'problemsIntro',
        'byline',
        'position',
        'listed',
        'datesOf',
        'times',
        'findCount',
        'findFilters',
        'searching',
      )
      .map((name) => [name, COUNTS.map((count) => [count, count, count, count])]),
  ),
  loadingShare: COUNTS.flatMap((count) => [
    [undefined, count],
    [count, count],
  ]),
  coordinates: [
    [33.3, 44.4],
    [-33.3, -44.4],
  ],
  schematic: [['٣', 800]],
  choice: COUNTS.map((count) => ['٣', count]),
  andMore: COUNTS.map((count) => ['٣', count]),
  severalPlaces: [[['٣', '٤']]],
  includesElsewhere: [[['٣', '٤']]],
  overtaken: STATUSES.map((status) => [status, status]),
  fromTo: [
    ['٣', '٤'],
    ['٣', undefined],
    [undefined, '٤'],
    [undefined, undefined],
  ],
};

/** What every message says when it is told something. */
function textsOf(messages: Messages): [path: string, text: string][] {
  return leavesOf(messages).flatMap(([path, value]): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    const say = value as (...told: unknown[]) => string;
    return (TOLD[path.slice(1)] ?? [['٣', '٤']]).map((told) => [`${path}(${told.join()})`, say(...told)]);
  });
}

describe.each(files)('the messages in $tag', ({ tag, messages }) => {
  it('have every key of English, of the same type, and are told as much', () => {
    expect(Object.fromEntries(shapeOf(messages))).toEqual(Object.fromEntries(shapeOf(english('en'))));
  });

  it('name their own language', () => {
    expect(messages).toMatchObject({ language: tag, locale: tag });
  });

  it('leave nothing empty and nothing unsaid', () => {
    for (const [path, text] of textsOf(messages)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('Arabic', () => {
  it('has no Latin letters but for the key on the keyboard', () => {
    const said = textsOf(arabic('ar-IQ')).filter(([path]) => !/^\.(language|locale|direction)$/.test(path));
    expect(said.length).toBeGreaterThan(200);
    for (const [path, text] of said) {
      const words = path === '.cooperativeDesktop' ? text.replace('Ctrl', '') : text;
      expect(words, path).not.toMatch(/[A-Za-z]/);
    }
  });

  it('has no Latin digits where the locale has others', () => {
    for (const [path, text] of textsOf(arabic('ar-IQ'))) expect(text, path).not.toMatch(/[0-9]/);
  });

  it.each([
    [0, 'لا أحداث'],
    [1, 'حدث واحد'],
    [2, 'حدثان'],
    [3, '3 أحداث'],
    [11, '11 حدثًا'],
    [100, '100 حدث'],
    [103, '103 أحداث'],
  ])('counts %d events as its grammar asks', (count, text) => {
    expect(arabic('ar-MA').eventCount(count)).toBe(text);
  });

  it.each([
    [0, '0 events'],
    [1, '1 event'],
    [2, '2 events'],
    [11, '11 events'],
  ])('English counts %d', (count, text) => {
    expect(english('en-GB').eventCount(count)).toBe(text);
  });

  it('sets names in Latin letters apart, and leaves its own as they are', () => {
    const { fromTo } = arabic('ar');
    expect(fromTo('Fort Bragg', 'الكويت')).toBe('من \u2068Fort Bragg\u2069 إلى الكويت');
    expect(english('en-GB').fromTo('Fort Bragg', 'الكويت')).toBe('from Fort Bragg to \u2068الكويت\u2069');
  });
});

describe('dates', () => {
  const words = (edtf: string, locale: string) => {
    const result = parseWhen(edtf);
    if ('error' in result) throw new Error(result.error);
    return formatWhen(result.when, arabic(locale)).replaceAll('\u00a0', ' ');
  };

  it.each([
    ['ar-IQ', '٣١ كانون الأول ٢٠١٩'],
    ['ar-MA', '31 دجنبر 2019'],
    ['ar-EG', '٣١ ديسمبر ٢٠١٩'],
  ])('31 December 2019 in %s', (locale, text) => {
    expect(words('2019-12-31', locale)).toBe(text);
  });

  it.each([
    ['2017-12', 'كانون الأول ٢٠١٧'],
    ['2003', '٢٠٠٣'],
    ['2019-10/..', 'منذ تشرين الأول ٢٠١٩'],
    ['2019-12-31~', 'حوالي ٣١ كانون الأول ٢٠١٩'],
    ['2019-12-31?', 'ربما ٣١ كانون الأول ٢٠١٩'],
    ['[2019-12-28..2019-12-29]', 'يوم واحد بين ٢٨ كانون الأول ٢٠١٩ و٢٩ كانون الأول ٢٠١٩'],
    ['../2020-03-29', 'حتى ٢٩ آذار ٢٠٢٠'],
    ['/2020-01-03', 'بحلول ٣ كانون الثاني ٢٠٢٠، والبداية غير مذكورة'],
    ['2020-01-03/', 'من ٣ كانون الثاني ٢٠٢٠، والنهاية غير مذكورة'],
    ['2014/2017-12', '٢٠١٤ – كانون الأول ٢٠١٧'],
    ['2019-12-27T19:20:00+03:00', '٢٧ كانون الأول ٢٠١٩، الساعة ١٩:٢٠ بالتوقيت المحلي'],
    ['2012-09-11/2012-09-12', '١١–١٢ أيلول ٢٠١٢'],
  ])('%s in Arabic', (edtf, text) => {
    expect(words(edtf, 'ar-IQ')).toBe(text);
  });

  it('are of the Gregorian calendar where another is usual', () => {
    for (const locale of ['ar-SA', 'ar-u-ca-islamic']) expect(words('2019-12-31', locale)).toMatch(/2019|٢٠١٩/);
    expect(formatCalendar({ year: 2019, approximate: false, uncertain: false }, english('fa'))).toMatch(/۲۰۱۹|2019/);
  });

  it('are short under the axis and cover a week in one', () => {
    const stop = (day: number, date: { year: number; month?: number; day?: number }, span: 'date' | 'week') => ({
      ...{ edtf: '', from: day, to: day + (span === 'week' ? 7 : 1), span, count: 1, first: 0, last: 1 },
      ...{ calendar: { ...date, approximate: false, uncertain: false }, lead: 0, kinds: [] },
    });
    const days = [stop(18_261, { year: 2019, month: 12, day: 31 }, 'date'), stop(18_262, { year: 2020 }, 'date')];
    expect(tickLabels(days, { first: 0, last: 0 }, 600, arabic('ar-IQ'))).toEqual(['٣١ كانون الأول ٢٠١٩', '٢٠٢٠']);
    const week = formatStop(stop(18_252, { year: 2019, month: 12, day: 22 }, 'week'), arabic('ar-MA'));
    expect(week).toBe('22–28 دجنبر 2019');
  });
});

describe('the choice of a language', () => {
  test.each([
    ['en', 'en-GB', 'en'],
    ['en-US', 'en-US', 'en'],
    ['ar', 'ar', 'ar'],
    ['ar-iq', 'ar-IQ', 'ar'],
    ['ar-u-nu-latn', 'ar-u-nu-latn', 'ar'],
    ['tlh', 'en-GB', 'en'],
    ['', 'en-GB', 'en'],
    ['../../x', 'en-GB', 'en'],
  ])('%j is read in %s', async (tag, locale, language) => {
    expect(localeFor(tag)).toBe(locale);
    expect(await messagesFor(tag)).toMatchObject({ locale, language });
  });

  test('the digits are the locale’s, or those that are asked for', async () => {
    expect((await messagesFor('ar-IQ')).position(17, 25)).toBe('١٧ من ٢٥');
    expect((await messagesFor('ar-MA')).position(17, 25)).toBe('17 من 25');
    expect((await messagesFor('ar-IQ-u-nu-latn')).position(17, 25)).toBe('17 من 25');
  });
});
