import { expect, it } from 'vitest';
import { cite } from './cite';
import { messagesIn } from './languages/en';

const english = messagesIn('en-GB');

const one = (id: string, locator?: string) =>
  cite(
    [locator === undefined ? { id } : { id, locator }],
    [
      { id: 'fox', title: 'Report', publisher: 'Fox News', date: '2020-01-01', url: 'https://example.org/1' },
      { id: 'book', title: 'A book', date: 'spring' },
      { id: 'odd', title: 'Odd', url: 'javascript:alert(1)' },
    ],
    english,
  )[0];

it('names publisher, date and place in the source', () => {
  const cited = { title: 'Report', text: 'Fox News, 1 Jan 2020, ¶14', url: 'https://example.org/1' };
  expect(one('fox', '14')).toEqual(cited);
  expect(one('book')).toEqual({ title: 'A book', text: 'A book, spring' });
});

it('takes what is no source of the story for a web address', () => {
  const address = 'https://example.org/a#b';
  expect(one(address)).toEqual({ title: address, text: address, url: address });
});

it('leads to no address that would run something', () => {
  expect(one('odd')).toEqual({ title: 'Odd', text: 'Odd' });
});
