import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeatureScan, type Scanned } from './feature-scan';

/** What the scan finds in a text that arrives in chunks of these sizes: each feature's text, and what the whole is. */
function scan(
  text: string,
  sizes: readonly number[] = [1],
): { features: string[]; scanned: Scanned; bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(text);
  let features: string[] = [];
  const found = new FeatureScan({
    feature: (from, to) => features.push(new TextDecoder().decode(bytes.subarray(from, to))),
    restart: () => (features = []),
  });
  for (let at = 0, chunk = 0; at < bytes.length; chunk++) {
    const size = sizes[chunk % sizes.length] ?? 1;
    found.write(bytes.subarray(at, at + size));
    at += size;
  }
  return { features, scanned: found.finish(), bytes };
}

const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });
const key = fc.oneof(fc.constantFrom('feature', 'features ', '"features"', '\\', 'type'), fc.string());

describe('a collection', () => {
  test('gives each feature and the root without them, however it is written and cut', () => {
    const members = fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 3 })), { maxLength: 3 });
    const features = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 5 });
    const form = fc.record({
      space: fc.constantFrom('', 1, '\t'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
    });
    fc.assert(
      fc.property(members, features, members, form, sizes, (before, all, after, { space, newline, mark }, cuts) => {
        const root = Object.fromEntries([...before, ['features', all], ...after] as [string, unknown][]);
        const text = mark + JSON.stringify(root, null, space).replaceAll('\n', newline);
        const { features: found, scanned, bytes } = scan(text, cuts);
        expect(found.map((feature) => JSON.parse(feature) as unknown)).toEqual(JSON.parse(JSON.stringify(all)));
        if (scanned.form !== 'collection') throw new Error(scanned.form);
        const [head, tail] = [bytes.subarray(0, scanned.from), bytes.subarray(scanned.to)];
        const rest = new TextDecoder().decode(head) + '[]' + new TextDecoder().decode(tail);
        expect(JSON.parse(rest)).toEqual({ ...(JSON.parse(JSON.stringify(root)) as object), features: [] });
      }),
    );
  });
  test.each([
    ['{"features":[{"a":"]}"},{"b":"\\"}"}]}', ['{"a":"]}"}', '{"b":"\\"}"}']],
    ['{"features":[{"a":"\\\\"},1]}', ['{"a":"\\\\"}', '1']],
    ['{"\\u0066eatures" : [ "x" , true ,-1e5\n] }', ['"x"', 'true', '-1e5']],
    ['{"a":{"features":[1]},"features":[2]}', ['2']],
    ['{"features":[1],"features":[2,3]}', ['2', '3']],
    ['{"features":[]}', []],
    ['\ufeff \r\n{"features":[null]}\n', ['null']],
  ])('%j', (text, features) => {
    for (const size of [1, 2, 3, 1000]) {
      expect(scan(text, [size])).toMatchObject({ features, scanned: { form: 'collection' } });
    }
  });
});

describe('what is none', () => {
  test.each(['', ' ', '[1]', '7', 'null', '<!doctype html>', '\ufeff', '{}', '{"features":{"a":[1]}}', '{"features":[1],"features":null}', '{"a":[1]} '])(
    '%j',
    (text) => {
      const { scanned } = scan(text);
      expect(scanned.form).toBe(text.trim() === '' ? 'broken' : 'other');
    },
  ); // prettier-ignore
  test('part of a byte order mark is no mark', () => {
    const found = new FeatureScan({ feature: () => undefined, restart: () => undefined });
    found.write(Uint8Array.from([0xef, 0xbb, 0x7b, 0x7d]));
    expect(found.finish()).toEqual({ form: 'other' });
  });
  test.each([
    ['{"features":[1 2]}', 15],
    ['{"features":[1,]}', 15],
    ['{"features":[,1]}', 13],
    ['{"features":[{"a":1}}', 20],
    ['{"features":[1]]', 15],
    ['{"features":[1],}', 16],
    ['{"features" [1]}', 12],
    ['{features:[1]}', 1],
    ['{"features":[1]} x', 17],
    ['{"features":[{"a":"', 19],
    ['{"features":[1', 14],
    ['{"features', 10],
    ['{"é":,', 6],
  ])('%j is broken at byte %d', (text, offset) => {
    for (const size of [1, 2, 1000]) expect(scan(text, [size]).scanned).toEqual({ form: 'broken', offset });
  });
});
