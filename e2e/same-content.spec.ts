import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Map as MapLibre } from 'maplibre-gl';
import { readStories } from '../src/cli/read-folder';
import { chronicleOf, type Chronicle } from '../src/model/chronicle';
import { drawnState } from '../src/model/columns';
import { parseDataset } from '../src/model/dataset';
import type { Shown } from '../src/model/facet';
import type { Moment } from '../src/model/moment';
import { expect, test } from './quiet-page';
import { openWithMap } from './tab';

/** What the layer of marks was last told to draw, as plain data. */
interface Told {
  moment: Moment;
  bits: number[];
  context: boolean;
  found: number[] | undefined;
}

declare global {
  interface Window {
    /** The page's map, which it keeps to itself. */
    drawnMap: MapLibre;
    told: Told | undefined;
  }
}

/** Cameras that see the whole story, its centre, and places that the whole leaves no room to name. */
const CAMERAS = [
  { center: [10, 35] as [number, number], zoom: 1.2 },
  { center: [44.5, 33.2] as [number, number], zoom: 6 },
  { center: [44.39, 33.31] as [number, number], zoom: 11 },
  { center: [47.9, 29.3] as [number, number], zoom: 8 },
  { center: [20.08, 32.08] as [number, number], zoom: 11 },
];

const VIEWS = [
  { name: 'at the end', query: '?date=2020-03-26' },
  { name: 'without a layer and a kind', query: '?date=2020-01-01&off=kuwait,kind-statement' },
  { name: 'without added context', query: '?date=2020-01-03&off=added-context' },
  { name: 'with words', query: '?date=2020-01-01&find=embassy' },
  { name: 'without places', query: '?date=2020-01-01&off=kind-place' },
];

async function readChronicle(): Promise<Chronicle> {
  const [story] = await readStories([path.join(import.meta.dirname, '../geojson')]);
  if (!story?.story) throw new Error('the story cannot be read');
  return chronicleOf(
    parseDataset(story.story, story.layers).features,
    story.story.layers.map(({ id }) => id),
  );
}

/** Has the page keep its map, and what is set on it first when it is made tells which that is. */
async function keepMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Object.prototype, 'touchZoomRotate', {
      configurable: true,
      set(this: MapLibre, value: unknown) {
        Object.defineProperty(this, 'touchZoomRotate', { value, writable: true, configurable: true });
        window.drawnMap = this;
      },
    });
  });
}

/** Steps to and fro, and gives what the layer of marks is then told to draw. */
async function tellMarks(page: Page): Promise<Told> {
  await page.evaluate(() => {
    const layer = window.drawnMap.getLayer('story-marks') as unknown as {
      implementation: { show: (clock: { moment: Moment; shown: Shown }) => void };
    };
    const { implementation } = layer;
    const show = implementation.show.bind(implementation);
    implementation.show = (clock) => {
      const { moment, shown } = clock;
      const found = shown.found && [...shown.found];
      window.told = { moment: { ...moment }, bits: [...shown.bits], context: shown.context, found };
      show(clock);
    };
  });
  for (const name of ['Previous date', 'Next date'])
    await page.getByRole('button', { name, exact: true }).press('Enter');
  await expect.poll(() => page.evaluate(() => window.told !== undefined)).toBe(true);
  const told = await page.evaluate(() => window.told);
  if (!told) throw new Error('nothing was drawn');
  return told;
}

/** The ids of the places whose name, ring or outline is seen by one of the cameras, and of the reports whose numbers are. */
function seenOnMap(page: Page): Promise<{ places: string[]; reports: string[] }> {
  return page.evaluate(async (cameras) => {
    const map = window.drawnMap;
    const places = new Set<string>();
    const reports = new Set<string>();
    const seenIn = (layers: string[]) =>
      map.queryRenderedFeatures({ layers }).map(({ properties }) => properties as Partial<Record<string, unknown>>);
    for (const camera of cameras) {
      map.jumpTo(camera);
      map.triggerRepaint();
      await map.once('idle');
      for (const { id, area } of seenIn(['story-names', 'story-places'])) {
        const state = map.getFeatureState({ source: 'places', id: String(id) }) as {
          hidden?: boolean;
          marked?: boolean;
        };
        if (!state.hidden && (!area || state.marked)) places.add(String(id));
      }
      for (const { id } of seenIn(['story-areas'])) {
        const { state } = map.getFeatureState({ source: 'areas', id: String(id) }) as { state?: string };
        if (state === 'now' || state === 'past') places.add(String(id));
      }
      // A number's key begins with its report.
      for (const { key } of seenIn(['story-numbers'])) reports.add(String(key).split(' ')[0] ?? '');
    }
    return { places: [...places], reports: [...reports] };
  }, CAMERAS);
}

/** The ids that lines of the page bear under a name. */
function idsIn(page: Page, selector: string, name: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((lines, attribute) => lines.map((line) => line.getAttribute(attribute) ?? ''), name);
}

test.use({ viewport: { width: 1100, height: 760 } });

for (const { name, query } of VIEWS) {
  test(`all that the map draws is in the lists, ${name}`, async ({ page }) => {
    await keepMap(page);
    await openWithMap(page, query);
    const summary = page.locator('summary', { hasText: 'Places' });
    if (!query.includes('kind-place')) await summary.click();
    const { moment, bits, context, found } = await tellMarks(page);

    const { columns, details } = await readChronicle();
    const shown = { bits: Uint32Array.from(bits), context, ...(found && { found: Uint32Array.from(found) }) };
    // The shader's rule is held against this one by the tests of the clock.
    const drawn = [...new Set(columns.marks.entry)]
      .filter((row) => drawnState(columns, row, moment, shown) !== 'absent')
      .map((row) => details.entry(row)?.id ?? `row ${row}`);
    const listed = await idsIn(page, '.line [data-entry]', 'data-entry');
    expect(drawn.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThanOrEqual(columns.length);
    expect(drawn.filter((id) => !listed.includes(id))).toEqual([]);

    const { places, reports } = await seenOnMap(page);
    expect(reports.filter((id) => !listed.includes(id))).toEqual([]);
    const listedPlaces = await idsIn(page, '[data-place]', 'data-place');
    expect(places.filter((id) => !listedPlaces.includes(id))).toEqual([]);
    expect(places.length > 0).toBe(listedPlaces.length > 0);
  });
}
