import milsymbol from 'milsymbol';
import { describe, expect, it } from 'vitest';
import { parseFeature } from '../model/parse-feature';
import { unitSymbol } from './unit-symbol';

const known = (sidc: string) => new milsymbol.Symbol(sidc).isValid() === true;

/** The code as the model reads it; undefined where it refuses it. */
function readCode(sidc: string): string | undefined {
  const properties = { kind: 'place', name: 'A', sidc };
  const citable = { sources: new Set<string>(), report: undefined };
  return parseFeature({ type: 'Feature', id: 'a', geometry: null, properties }, 'layer', citable).feature?.sidc;
}

describe('the codes that the model reads', () => {
  it.each([
    ['an infantry battalion, 2525D', '10031000161211000000'],
    ['a hostile infantry platoon, APP-6E', '130610001412110000000000000000'],
    ['an aircraft, 2525D', '10030100001101000000'],
    ['infantry, 2525C', 'SFGPUCI----F---'],
    ['hostile armour, as milsymbol’s own examples are written', 'shgpuca--------'],
    ['a ship, with stars for what is not said', 'SFSPCLCC--*****'],
    ['a vehicle of ten letters', 'SFGPEWRR--'],
    ['a headquarters', 'SFGPUCI---AH---'],
  ])('are symbols that the library knows: %s', (_, sidc) => {
    expect(readCode(sidc)).toBe(sidc.toUpperCase());
    expect(known(sidc)).toBe(true);
  });

  it.each([
    ['a digit too few', '1003100016121100000'],
    ['between 20 and 30 digits', '10031000161211000000123456'],
    ['seven letters', 'SFGPUCI'],
    ['a template, in which the identity is left open', 'S*GPUCI---*****'],
    ['words', 'infantry battalion'],
  ])('are not those that it does not know: %s', (_, sidc) => {
    expect(readCode(sidc)).toBeUndefined();
    expect(known(sidc)).toBe(false);
  });
});

describe('unitSymbol', () => {
  it('is none of a code that is well formed and stands for nothing', async () => {
    for (const sidc of ['10039900001211000000', 'SFGPZZZZZZ-----']) {
      expect(readCode(sidc)).toBe(sidc);
      await expect(unitSymbol(sidc, { dark: false })).resolves.toBeUndefined();
    }
  });
});
