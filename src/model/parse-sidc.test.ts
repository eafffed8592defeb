import { describe, expect, test } from 'vitest';
import { parseFeature } from './parse-feature';
import { formatPath } from './problem';

const CITABLE = { sources: new Set<string>(), report: undefined };
const KINDS = {
  place: { kind: 'place', name: 'Camp' },
  fact: { kind: 'incident', title: 'Rockets' },
  movement: { kind: 'movement', title: '82nd', when: '2020-01-01', status: 'arrived' },
};

function read(properties: object) {
  const feature = { type: 'Feature', id: 'a', geometry: null, properties };
  const { feature: kept, issues } = parseFeature(feature, 'kuwait', CITABLE);
  return { sidc: kept?.sidc, issues: issues.map(({ path, message }) => `${formatPath(path)}: ${message}`) };
}

describe('sidc', () => {
  test.each(Object.entries(KINDS))('may stand on a %s', (_, properties) => {
    const sidc = '10031000161211000000';
    expect(read({ ...properties, sidc })).toEqual({ sidc, issues: [] });
    expect(read(properties)).toEqual({ sidc: undefined, issues: [] });
    expect(read({ ...properties, sidc: null })).toEqual({ sidc: undefined, issues: [] });
    expect(read({ ...properties, sidc: ' ' })).toEqual({ sidc: undefined, issues: [] });
  });

  test.each([
    ['10031000161211000000', '10031000161211000000'],
    ['130310001612110000000000000840', '130310001612110000000000000840'],
    [' SFGPUCI----F--- ', 'SFGPUCI----F---'],
    ['sfgpuci----f---', 'SFGPUCI----F---'],
    ['SHG*UCI---*****', 'SHG*UCI---*****'],
    ['SFGPEWRR--', 'SFGPEWRR--'],
    ['SFGPEWRH--MT', 'SFGPEWRH--MT'],
  ])('is read in capitals: %j', (sidc, code) => {
    expect(read({ ...KINDS.place, sidc })).toEqual({ sidc: code, issues: [] });
  });

  const expected =
    'properties.sidc: expected a symbol code of 20 or 30 digits such as "10031000001211000000" (MIL-STD-2525D, APP-6D) or of 10 to 15 letters such as "SFGPUCI----D---" (MIL-STD-2525C, APP-6B), found';
  test.each([
    ['1003100016121100000', '"1003100016121100000"'],
    ['1003100016121100000012345', '"1003100016121100000012345"'],
    ['10071000161211000000', '"10071000161211000000"'],
    ['SFGPUCI--', '"SFGPUCI--"'],
    ['SFGPUCI---------', '"SFGPUCI---------"'],
    ['S*GPUCI----F---', '"S*GPUCI----F---"'],
    ['SFGPUCI ---F---', '"SFGPUCI ---F---"'],
    ['infantry', '"infantry"'],
    [['SFGPUCI----F---'], 'an array'],
    [true, 'true'],
  ])('is noted where it is none: %j', (sidc, found) => {
    expect(read({ ...KINDS.place, sidc })).toEqual({ sidc: undefined, issues: [`${expected} ${found}`] });
  });

  test('is to be written as text, as JSON numbers lose digits', () => {
    const sidc: unknown = JSON.parse('10031000161211000001');
    expect(read({ ...KINDS.movement, sidc }).issues).toEqual([
      'properties.sidc: expected a symbol code in quotes such as "10031000001211000000", as a number of so many digits loses the last ones, found 10031000161211000000',
    ]);
  });
});
