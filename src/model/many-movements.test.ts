import { describe, expect, it } from 'vitest';
import { geojsonOfMovements, manyMovements, storyOf } from '../../e2e/many-movements';
import { parseDataset } from './dataset';
import { STATUSES, type Movement } from './feature';
import { parseStory } from './parse-story';
import { formatProblem } from './problem';

/** Reads the made-up file as a page does. */
function read(count?: number, reports?: number) {
  const { story, problems } = parseStory(storyOf('movements.geojson'), 'story.json');
  if (!story) throw new Error('expected a story');
  const text = geojsonOfMovements(manyMovements(count, reports));
  const dataset = parseDataset(story, [{ file: 'movements.geojson', layer: 'movements', text }]);
  const movements = dataset.features.filter((feature): feature is Movement => feature.kind === 'movement');
  return { ...dataset, movements, problems: [...problems, ...dataset.problems].map(formatProblem) };
}

describe('the made-up movements of browser tests and of the bench', () => {
  const { movements, places, problems } = read();
  const reports = movements.flatMap((movement) => movement.reports);

  it('are read without a problem', () => {
    expect(problems).toEqual([]);
    expect([movements.length, reports.length]).toEqual([200, 2000]);
  });

  it('are the same at each call, and as many as asked for', () => {
    expect(geojsonOfMovements(manyMovements())).toBe(geojsonOfMovements(manyMovements()));
    const odd = read(33, 7);
    expect(odd.problems).toEqual([]);
    expect([odd.movements.length, odd.movements.flatMap((each) => each.reports).length]).toEqual([33, 231]);
  });

  it('have every form of strength, and none', () => {
    const forms = new Set(reports.map(({ strength }) => strength?.form));
    for (const form of [
      'exact',
      'about',
      'at least',
      'at most',
      'range',
      'dozens',
      'hundreds',
      'thousands',
      undefined,
    ]) {
      expect(forms).toContain(form);
    }
  });

  it('go on from status to status, some with a second destination, some not to the end', () => {
    expect(new Set(reports.map(({ status }) => status))).toEqual(new Set(STATUSES));
    const destinations = movements.map((each) => new Set(each.reports.flatMap(({ to }) => to ?? [])).size);
    expect(new Set(destinations)).toEqual(new Set([0, 1, 2]));
    for (const { reports: own } of movements) {
      for (const to of new Set(own.map((report) => report.to))) {
        const ranks = own.filter((report) => report.to === to).map(({ status }) => STATUSES.indexOf(status));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }
    }
    const ended = movements.filter((each) => each.reports.at(-1)?.status === 'arrived').length;
    expect(ended).toBeGreaterThan(100);
    expect(ended).toBeLessThan(180);
  });

  it('cover 60 days, places and areas near and far, parts of others, unknown origins and added context', () => {
    const days = reports.map(({ when }) => when?.edtf ?? '').sort();
    expect([days[0], days.at(-1)]).toEqual(['2015-02-01', '2015-04-01']);
    expect([...places.values()].filter(({ area }) => area)).toHaveLength(4);
    const ends = new Set(reports.flatMap(({ from, to }) => [from, to]));
    for (const id of places.keys()) expect(ends).toContain(id);
    expect(ends).toContain(undefined);
    expect(movements.filter(({ partOf }) => partOf !== undefined).length).toBeGreaterThan(15);
    const context = reports.filter(({ reported }) => !reported).length;
    expect(context).toBeGreaterThan(300);
    expect(context).toBeLessThan(700);
  });
});
