import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateProblems, parseJson } from './json';
import type { Problem } from './problem';

function problemAt(...path: Problem['path']): Problem {
  return { file: 'a.geojson', message: 'wrong', path, skipped: 'feature' };
}

/** What the one problem of a file that is no JSON says, and where. */
async function syntaxError(text: string) {
  const parsed = parseJson(text);
  const message = 'error' in parsed ? parsed.error : 'no error';
  const [problem] = await locateProblems(text, [{ file: 'a.geojson', message, path: [], skipped: 'file' }]);
  return [problem?.line, problem?.column, problem?.message];
}

describe('parseJson', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });
  test('tolerates a byte order mark', () => {
    expect(parseJson('\ufeff[1]')).toEqual({ value: [1] });
  });
  test('names an empty file', () => {
    expect(parseJson(' \n')).toEqual({ error: 'the file is empty; expected GeoJSON' });
    expect(parseJson('', 'a story.json')).toEqual({ error: 'the file is empty; expected a story.json' });
  });
  test('names an HTML page', () => {
    expect(parseJson('\n<!doctype html><p>')).toEqual({ error: 'found an HTML page, expected GeoJSON' });
  });
  test('names XML such as KML', () => {
    expect(parseJson('<?xml version="1.0"?><kml>')).toEqual({ error: 'found XML, expected GeoJSON' });
  });
  test.each([
    ['UTF-16', '\ufffd\ufffd{\u0000}\u0000'],
    ['zip', 'PK\u0003\u0004'],
    ['gzip', '\u001f\ufffd\b'],
  ])('names bytes that are no UTF-8: %s', (_, text) => {
    expect(parseJson(text)).toEqual({ error: 'found no UTF-8 text, expected GeoJSON' });
  });
});

describe('locateProblems, in a text that is no JSON', () => {
  test.each([
    ['[1\n 2]', 2, 2, 'expected a comma or a closing bracket, found "2"'],
    ['{"a": 1,\n}', 2, 1, 'expected a property name in double quotes, found "}"'],
    ['{\r\n  a: 1}', 2, 3, 'expected a value, or a text in double quotes, found "a"'],
    ['{"a" 1}', 1, 6, 'expected a colon, found "1"'],
    ['{"a":}', 1, 6, 'expected a value, found "}"'],
    ['[NaN]', 1, 2, 'expected a value, or a text in double quotes, found "NaN"'],
    ['[\u00a01]', 1, 3, 'expected a value, or a text in double quotes, found "1"'],
    ['{"a": [1', 1, 9, 'expected a comma or a closing bracket, found the end of the file'],
    ['{"a": 1', 1, 8, 'expected a comma or a closing brace, found the end of the file'],
    ['["ab\n"]', 1, 2, 'expected a closing quote on the same line, found "\\"ab"'],
    ['["\\x"]', 1, 2, 'expected an escape that JSON knows, such as \\n or \\", found "\\"\\\\x\\""'],
    ['// x\n[]', 1, 1, 'expected no comment, which JSON has none of, found "// x"'],
    ['[1]\n]', 2, 1, 'expected the end of the file, found "]"'],
  ])('%j', async (text, line, column, reason) => {
    expect(await syntaxError(text)).toEqual([line, column, `not valid JSON: ${reason}`]);
  });
  test('an empty file and an HTML page are at fault from their first character', async () => {
    expect(await syntaxError('')).toEqual([1, 1, 'the file is empty; expected GeoJSON']);
    expect(await syntaxError('<html>')).toEqual([1, 1, 'found an HTML page, expected GeoJSON']);
  });
  test('what follows one error does not hide it', async () => {
    expect((await syntaxError(`[1 2\n${'x '.repeat(1000)}`)).slice(0, 2)).toEqual([1, 4]);
  });
});

describe('locateProblems, in JSON', () => {
  const text = '\ufeff{\n  "features": [\r\n    { "id": "a", "id": "b" },\n    { "x": [1, [2, 3]] }\n  ]\n}';

  test.each([
    [['features', 1, 'x', 1, 0], 4, 17],
    [['features', 0, 'id'], 3, 24],
    [['features', 0, 'title'], 3, 5],
    [['features', 7, 'title'], 2, 15],
    [[], 1, 1],
  ])('%j stands at its value or at the nearest above', async (path, line, column) => {
    expect(await locateProblems(text, [problemAt(...path)])).toEqual([{ ...problemAt(...path), line, column }]);
  });
  test('keeps the order, and has nothing to do for nothing', async () => {
    const located = await locateProblems(text, [problemAt('features', 1), problemAt('features', 0)]);
    expect(located.map((problem) => problem.line)).toEqual([4, 3]);
    expect(await locateProblems('{', [])).toEqual([]);
  });
  test('a document nested too deep to be walked leaves problems without a line', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await locateProblems(deep, [problemAt(0)])).toEqual([problemAt(0)]);
    expect(await locateProblems(deep.slice(1), [problemAt(0)])).toEqual([problemAt(0)]);
  });
  test('any member of any document is found where it is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), async (values, pick) => {
        const index = pick % values.length;
        const lines = values.map((value) => JSON.stringify(value));
        const [problem] = await locateProblems(`[\n${lines.join(',\n')}\n]`, [problemAt(index)]);
        expect([problem?.line, problem?.column]).toEqual([index + 2, 1]);
      }),
    );
  });
  test('never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.array(fc.oneof(fc.string(), fc.integer())), async (anyText, path) => {
        expect(await locateProblems(anyText, [problemAt(...path)])).toHaveLength(1);
      }),
    );
  });
});
