import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './address';

describe('the address of a view', () => {
  it('says nothing where nothing differs from the opening', () => {
    expect(writeAddress('', { off: [] }, undefined)).toBe('');
  });

  it('is short and keeps what it does not own', () => {
    const view = { off: ['kuwait', 'added-context'], date: '2019-12-31', selection: 'embassy-baghdad' };
    const camera = { zoom: 5, latitude: 33.3, longitude: 44.4 };
    expect(writeAddress('?data=a.geojson&date=2003', view, camera)).toBe(
      '?data=a.geojson&date=2019-12-31&off=kuwait,added-context&sel=embassy-baghdad&map=5.00/33.3000/44.4000',
    );
  });

  it.each(['map=1/2', 'map=a/b/c', 'map=3/95/10', 'date=', 'off='])('passes over %s', (query) => {
    expect(readAddress(`?${query}`).camera).toBeUndefined();
    expect(readAddress(`?${query}`)).toMatchObject({ off: [] });
  });

  it('comes back as it was written', () => {
    const name = fc.stringMatching(/^[\p{L}\d&=?#+ -]{1,12}$/u).filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 4 }),
        name,
        fc.integer({ min: -8000, max: 8000 }),
        (off, selection, tenths) => {
          const camera = { zoom: 4.25, latitude: tenths / 100, longitude: -tenths / 50 };
          const back = readAddress(writeAddress('', { off, selection }, camera));
          expect(back).toMatchObject({ off, selection });
          expect(back.camera?.latitude).toBeCloseTo(camera.latitude, 3);
        },
      ),
    );
  });

  it('holds what is looked for, and passes over a certainty that there is not', () => {
    const wanted = { text: 'tear gas', actor: "Kata'ib & co", source: 'fox-2020-01-01', certainty: 'place' as const };
    const query = writeAddress('?lang=ar', { off: [], wanted }, undefined);
    expect(readAddress(query)).toMatchObject({ wanted, language: 'ar' });
    expect(writeAddress(query, { off: [] }, undefined)).toBe('?lang=ar');
    expect(readAddress('?certainty=perhaps&find=')).not.toHaveProperty('wanted');
  });

  it('holds a range as it is and the true scale as one word', () => {
    const query = writeAddress('', { off: [], date: '2019-12-27/2020-01-01', trueScale: true }, undefined);
    expect(query).toBe('?date=2019-12-27/2020-01-01&scale=true');
    expect(readAddress(query)).toEqual({ off: [], date: '2019-12-27/2020-01-01', trueScale: true });
    expect(writeAddress(query, { off: [] }, undefined)).toBe('');
    for (const scale of ['', 'false', 'yes', '1']) expect(readAddress(`?scale=${scale}`)).toEqual({ off: [] });
  });
});
