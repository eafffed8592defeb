import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';

const cited = { sources: ['https://example.org/report'] };
const place = (id: string, name: string, coordinates: [number, number]) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: { kind: 'place', name, ...cited },
});
const movement = (id: string, title: string, properties: Record<string, unknown>) => ({
  type: 'Feature',
  id,
  geometry: null,
  properties: { kind: 'movement', title, when: '2020-01-01', ...cited, ...properties },
});

function storyWith(sidc: { friend?: string; foe?: string }) {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      place('camp', 'Camp', [44, 32]),
      place('post', 'Post', [46, 34]),
      movement('friend', 'Infantry goes to the post', {
        status: 'under way',
        from: 'camp',
        to: 'post',
        ...(sidc.friend === undefined ? {} : { sidc: sidc.friend }),
      }),
      movement('foe', 'Armour at the post', {
        status: 'arrived',
        to: 'post',
        ...(sidc.foe === undefined ? {} : { sidc: sidc.foe }),
      }),
    ],
  });
}

/** Opens a story, and gives the names of the scripts that it had fetched once its map was drawn. */
async function open(page: Page, body: string): Promise<string[]> {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.route('**/units.geojson', (route) => route.fulfill({ body }));
  await page.goto('/?data=units.geojson&map=6/33/45');
  await expect(page.locator('.pane[data-drawn=true]')).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  return scripts;
}

/** The middle of the map's pane, where 33 degrees north and 45 east are. */
async function pixelsAt(page: Page, east: number, south: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.pane').boundingBox();
  if (!box) throw new Error('the map has no place on the screen');
  return { x: box.x + box.width / 2 + east, y: box.y + box.height / 2 + south };
}

const isLibrary = (script: string) => /milsymbol/i.test(script);
/** One degree of longitude at zoom 6, and of latitude there, in pixels. */
const [EAST, SOUTH] = [91, -108];

test('the library of military symbols is fetched for a story with a code, and for no other', async ({ page }) => {
  expect((await open(page, storyWith({}))).filter(isLibrary)).toEqual([]);
  const scripts = await open(page, storyWith({ friend: 'SFGPUCI----F---' }));
  expect(scripts.filter(isLibrary)).not.toEqual([]);
});

test('the library is not fetched for the story that the site ships with', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto('/?date=2020-01-01');
  await expect(page.locator('.pane[data-drawn=true]')).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  expect(scripts.filter(isLibrary)).toEqual([]);
});

test('a unit stands where its report puts it, and opens its card', async ({ page }) => {
  await open(page, storyWith({ friend: 'SFGPUCI----F---', foe: 'SHGPUCA----F---' }));
  const foe = await pixelsAt(page, EAST, SOUTH);
  await page.mouse.click(foe.x + 12, foe.y);
  await expect(page.locator('section.card')).toContainText('Armour at the post');

  // The friend has not arrived: its symbol is at the start of its line.
  await open(page, storyWith({ friend: 'SFGPUCI----F---', foe: 'SHGPUCA----F---' }));
  const friend = await pixelsAt(page, -EAST, -SOUTH);
  await page.mouse.click(friend.x + 12, friend.y);
  await expect(page.locator('section.card')).toContainText('Infantry goes to the post');
});

test('a code that nobody can draw leaves a movement’s own symbol', async ({ page }) => {
  await open(page, storyWith({ foe: 'SFGPZZZZZZ-----' }));
  const { x, y } = await pixelsAt(page, EAST, SOUTH);
  await page.mouse.click(x, y);
  await expect(page.locator('section.card')).toContainText('Armour at the post');
});
