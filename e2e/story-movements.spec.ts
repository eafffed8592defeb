import path from 'node:path';
import type { Page } from '@playwright/test';
import { parseDataset } from '../src/model/dataset';
import { momentAt } from '../src/model/sample';
import { readStories } from '../src/cli/read-folder';
import { lightTheme } from '../src/map/theme';
import { expect as expectOnPage, test as testOnPage } from './movement-page';
import { expect, test } from './quiet-page';

const BENGHAZI = { center: [20.08, 32.08] as [number, number], zoom: 8 };
const IRAQ = { center: [45.8, 32] as [number, number], zoom: 5 };
const ATLANTIC = { center: [-20, 40] as [number, number], zoom: 1.6 };

/** What the map says of forces at the stops of the story, with added context and without, as the ledger has it. */
const NUMBERS = [
  { stop: '2003', camera: IRAQ, all: [], reported: [] },
  { stop: '2012-09-11', camera: BENGHAZI, all: ['arrived, strength not stated'], reported: [] },
  { stop: '2019-12-29', camera: IRAQ, all: [], reported: [] },
  {
    stop: '2019-12-31',
    camera: IRAQ,
    all: ['2 aircraft arrived', '~100 arrived', '~750 announced'],
    reported: ['~100 arrived', '~750 announced'],
  },
  {
    stop: '2020-01-01',
    camera: IRAQ,
    all: [
      '2 aircraft arrived',
      '~100 arrived',
      '~650 under way, counted in the ~750',
      '~750 announced\nof these ≥500 under way',
    ],
    reported: ['~100 arrived', '~750 announced\nof these ≥500 under way'],
  },
  {
    stop: '2020-01-03',
    camera: IRAQ,
    all: ['2 aircraft arrived', '750 arrived', '~100 arrived'],
    reported: ['~100 arrived', '~750 announced\nof these ≥500 under way'],
  },
  {
    stop: '2020-01-04',
    camera: ATLANTIC,
    all: ['2 aircraft arrived', '3,000–3,500 under way', '750 arrived', 'arrived, strength not stated', '~100 arrived'],
    reported: ['~100 arrived', '~750 announced\nof these ≥500 under way'],
  },
];

testOnPage('at every stop the map gives the numbers that the sources give, and no sum of them', async ({ ask }) => {
  const [story] = await readStories([path.join(import.meta.dirname, '../geojson')]);
  if (!story?.story) throw new Error('the story cannot be read');
  const { features } = parseDataset(story.story, story.layers);
  const layers = story.story.layers.map(({ id }) => id);
  const look = { camera: IRAQ, moment: momentAt('2003') };
  await ask('open', {
    features,
    layers,
    look,
    projection: 'mercator',
    width: 900,
    height: 700,
    theme: lightTheme,
    ground: '#f4f2ee',
  });
  for (const { stop, camera, all, reported } of NUMBERS) {
    const moment = momentAt(stop);
    expectOnPage.soft(await ask('labels', { moment, camera, context: true }), stop).toEqual(all);
    expectOnPage
      .soft(await ask('labels', { moment, camera, context: false }), `${stop}, reported only`)
      .toEqual(reported);
  }
});

/** Places on the map, in degrees and MapLibre's zoom, that a link may hold. */
const VIEWS = [
  { stop: '2012-09-11', map: '12.5/32.06/20.08' },
  { stop: '2019-12-31', map: '5.2/31.6/45.6' },
  { stop: '2020-01-01', map: '5.2/31.6/45.6' },
  { stop: '2020-01-03', map: '2/34/-10' },
  { stop: '2020-01-04', map: '2/34/-10' },
];

async function open(page: Page, query: string) {
  await page.goto(`/?${query}`);
  await expect(page.locator('dateline-map')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('.pane[data-drawn=true]')).toBeVisible({ timeout: 30_000 });
}

for (const { stop, map } of VIEWS) {
  test(`movements on the map look as they did, ${stop}`, async ({ page }) => {
    await page.setViewportSize({ width: 1100, height: 760 });
    await open(page, `date=${stop}&map=${map}`);
    // The controls' words are set in whatever fonts a machine has.
    const controls = ['.maplibregl-ctrl', '.all'].map((selector) => page.locator(selector));
    await expect(page.locator('.pane')).toHaveScreenshot(`movements-${stop}.png`, {
      mask: controls,
      maskColor: '#808080',
      threshold: 0.2,
      // A name may stand on the other side of its place. A line that is not there is more.
      maxDiffPixels: 800,
    });
  });
}
