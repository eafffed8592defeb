import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chronicleOf } from './chronicle';
import type { Feature, Source } from './feature';
import { searchOf } from './find';
import { foldText, termsOf } from './fold';
import { anyStory, fact, LAYERS, movement, place, report } from './sample';
import { hasBit, type BitSet } from './bit-set';
import { surveyOf } from './survey';
import { DOUBTS, type Wanted } from './wanted';

const SOURCES: Source[] = [
  { id: 'paper', title: 'Rockets hit a base', publisher: 'The Daily' },
  { id: 'wire', title: 'Agency report', publisher: 'Wire' },
];
const exact = (value: number) => ({ form: 'exact' as const, low: value, high: value });
const STORY: Feature[] = [
  place('taji', [44.2, 33.5], { title: 'Camp Taji' }),
  place('desert', [41, 34], { title: 'The desert', area: true, uncertainty: 30_000 }),
  place('quiet', [40, 30], { title: 'Quiet Taji annex' }),
  fact('rockets', '2019-12-27', {
    title: 'Rockets on a base',
    summary: 'A contractor was killed.',
    actors: ['Kata’ib Hezbollah'],
    places: ['taji'],
    sources: [{ id: 'paper' }],
    counts: [{ name: 'killed', quantity: exact(1) }],
  }),
  fact('strikes', '[2019-12-28..2019-12-29]', {
    title: 'Airstrikes',
    actors: ['United States'],
    places: ['desert'],
    sources: [{ id: 'wire' }],
    counts: [
      { name: 'killed', quantity: exact(25), source: { id: 'paper' } },
      { name: 'killed', quantity: exact(24) },
    ],
  }),
  fact('speech', '2019-12-31', { kind: 'statement', title: 'A speech', speaker: 'the President', places: ['taji'] }),
  movement(
    'marines',
    [
      report('2019-12-31', { to: 'taji', from: 'quiet', strength: exact(100), sources: [{ id: 'wire' }] }),
      report('2020-01-01', {
        to: 'taji',
        from: 'quiet',
        strength: exact(100),
        sources: [{ id: 'paper' }],
        note: 'By air.',
      }),
    ],
    { title: 'Marines', unit: '2nd Battalion' },
  ),
];
const chronicle = chronicleOf(STORY, LAYERS);

function end<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
}
const idsIn = (set: BitSet | undefined) =>
  [
    ...new Set(
      Array.from(chronicle.columns.begin.keys()).flatMap(
        (row) => (set && hasBit(set, row) ? chronicle.details.entry(row)?.feature.id : undefined) ?? [],
      ),
    ),
  ].sort();
const found = (wanted: Wanted) => end(searchOf(chronicle, SOURCES, wanted));
const ids = (wanted: Wanted) => idsIn(found(wanted).rows);

describe('folding', () => {
  it.each([
    ['Kataʾib Ḥizballāh', 'kataib hizballah'],
    ['ÉCLAIR  ﬁn', 'eclair fin'],
    ['‘a’ – “b”', 'a - "b"'],
    ['إِيرَان', 'ايران'],
    ['مستشفىٰ ومدرسة', 'مستشفي ومدرسه'],
    ['الـعـراق', 'العراق'],
  ])('compares %s as %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('takes each word on its own, and what is quoted as a whole', () => {
    expect(termsOf('  Tear  “gas fired” ')).toEqual(['tear', 'gas fired']);
    expect(termsOf('"')).toEqual([]);
  });
});

describe('a search', () => {
  it.each<[string, string[]]>([
    ['rockets', ['marines', 'rockets', 'strikes']],
    ['"on a base"', ['rockets']],
    ['contractor', ['rockets']],
    ["kata'ib", ['rockets']],
    ['kataib hezbollah', ['rockets']],
    ['taji', ['marines', 'rockets', 'speech']],
    ['president', ['speech']],
    ['battalion air', ['marines']],
    ['daily', ['marines', 'rockets', 'strikes']],
    ['airstrikes taji', []],
  ])('finds %s in all that is said of a feature', (text, expected) => expect(ids({ text })).toEqual(expected));

  it('finds by actor, by source and by certainty, and by all at once', () => {
    expect(ids({ actor: 'United States' })).toEqual(['strikes']);
    expect(ids({ source: 'wire' })).toEqual(['marines', 'strikes']);
    expect(ids({ certainty: 'date' })).toEqual(['strikes']);
    expect(ids({ certainty: 'place' })).toEqual(['strikes']);
    expect(ids({ certainty: 'number' })).toEqual(['strikes']);
    expect(ids({ certainty: 'certain' })).toEqual(['marines', 'rockets', 'speech']);
    expect(ids({ text: 'base', source: 'wire', certainty: 'certain' })).toEqual(['marines']);
    expect(ids({})).toEqual(['marines', 'rockets', 'speech', 'strikes']);
  });

  it('finds a movement with all its reports or not at all', () => {
    const { rows } = found({ text: 'by air' });
    const reports = chronicle.details.rowsOf('marines') ?? [];
    expect(reports).toHaveLength(2);
    expect(reports.every((row) => hasBit(rows, row))).toBe(true);
  });

  it('names the places of what it finds, and places that have the words themselves', () => {
    expect([...found({ text: 'airstrikes' }).places]).toEqual(['desert']);
    expect([...found({ text: 'annex' }).places].sort()).toEqual(['quiet', 'taji']);
    expect([...found({ text: 'annex', actor: 'United States' }).places]).toEqual([]);
  });

  it('tells for each wish what it alone keeps out', () => {
    const { rows, almost } = found({ text: 'airstrikes', actor: 'Kata’ib Hezbollah' });
    expect(idsIn(rows)).toEqual([]);
    expect([...almost].map(([criterion, set]) => [criterion, idsIn(set)])).toEqual([
      ['text', ['rockets']],
      ['actor', ['strikes']],
    ]);
  });

  it('finds the same with texts that were kept', () => {
    const known = new Map<string, string>();
    for (const text of ['base', 'taji', 'base']) {
      expect(end(searchOf(chronicle, SOURCES, { text }, known)).rows).toEqual(found({ text }).rows);
    }
    expect(known.size).toBe(4);
  });

  it('finds as many as the survey says, whatever the story', () => {
    fc.assert(
      fc.property(anyStory, (features) => {
        const story = chronicleOf(features, LAYERS);
        const survey = end(surveyOf(story));
        for (const [certainty, count] of survey.certainties) {
          const { rows } = end(searchOf(story, [], { certainty }));
          const known = new Set(
            Array.from(story.columns.begin.keys()).flatMap((row) =>
              hasBit(rows, row) ? (story.details.entry(row)?.feature.id ?? []) : [],
            ),
          );
          expect([certainty, known.size]).toEqual([certainty, count]);
        }
        const all = features.filter(({ kind }) => kind !== 'place').length;
        const certain = survey.certainties.find(([certainty]) => certainty === 'certain')?.[1] ?? 0;
        const unsure = Math.max(
          0,
          ...survey.certainties
            .filter(([certainty]) => DOUBTS.some((doubt) => doubt === certainty))
            .map(([, count]) => count),
        );
        expect(certain + unsure).toBeLessThanOrEqual(all);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a survey', () => {
  it('counts features by actor, source and certainty, the most first', () => {
    expect(end(surveyOf(chronicle))).toEqual({
      actors: [
        ['Kata’ib Hezbollah', 1],
        ['United States', 1],
      ],
      sources: [
        ['paper', 3],
        ['wire', 2],
      ],
      certainties: [
        ['certain', 3],
        ['date', 1],
        ['place', 1],
        ['number', 1],
      ],
    });
  });
});
