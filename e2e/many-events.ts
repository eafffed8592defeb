import { DATED_KINDS, type DatedKind } from '../src/model/facet';

/** One event of a made-up file: all that its test must know to count and to find it. */
export interface MadeUpEvent {
  id: string;
  kind: DatedKind;
  title: string;
  /** EDTF day. */
  when: string;
  /** `[longitude, latitude]`. */
  position: [number, number];
}

const DAY = 86_400_000;
const FIRST = Date.UTC(2008, 0, 1);
const DAYS = 5000;

/** Made-up events in no order of date, the same at each call; the last stands alone, where no other is near. */
export function manyEvents(count: number): MadeUpEvent[] {
  const random = seeded(7);
  const kinds = DATED_KINDS.filter((kind) => kind !== 'movement');
  const events = Array.from({ length: count }, (_, index): MadeUpEvent => {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'incident';
    return {
      id: `event-${index}`,
      kind,
      title: `Made-up ${kind} ${index}`,
      when: new Date(FIRST + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10),
      position: [round(40 + random() * 10), round(30 + random() * 6)],
    };
  });
  const lone = events.at(-1);
  if (lone) Object.assign(lone, { title: 'The lone event', kind: 'incident', when: '2018-03-14', position: [20, 20] });
  return events;
}

/** The same as a GeoJSON text. */
export function geojsonOf(events: readonly MadeUpEvent[]): string {
  const features = events.map(({ id, kind, title, when, position }) =>
    JSON.stringify({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: position },
      properties: { kind, title, when, summary: 'Made up to test how many events a page can hold.' },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** A small generator of numbers from 0 up to, and not with, 1 (mulberry32), so that each run sees the same file. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
