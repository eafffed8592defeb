import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { messagesIn as arabic } from '../src/ui/languages/ar';
import { messagesIn as english, type Messages } from '../src/ui/languages/en';
import { expectNoViolation } from './axe';
import { expect, test } from './quiet-page';

const LANGUAGES = { en: english('en-GB'), ar: arabic('ar') };
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
] as const;

/** A page in one language, and its words. */
interface Reader {
  page: Page;
  words: Messages;
}

const button = ({ page }: Reader, name: string) => page.getByRole('button', { name, exact: true });

/** The list and the layers are in a sheet on a small screen. */
async function drawSheet(reader: Reader): Promise<void> {
  const handle = button(reader, reader.words.panelOpen);
  if (await handle.isVisible()) await handle.click();
}

async function openOptions(reader: Reader): Promise<void> {
  const opener = button(reader, reader.words.timelineOptions);
  if ((await opener.isVisible()) && (await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
}

async function closeOptions(reader: Reader): Promise<void> {
  const opener = button(reader, reader.words.timelineOptions);
  if ((await opener.isVisible()) && (await opener.getAttribute('aria-expanded')) === 'true') await opener.click();
}

async function openCard({ page }: Reader, id: string): Promise<void> {
  await page.locator(`[data-entry="${id}"]`).first().click();
  await expect(page.locator('.card section, section.card')).toBeVisible();
}

async function find({ page, words }: Reader, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: words.find }).fill(text);
  await expect(page).toHaveURL((url) => (url.searchParams.get('find') ?? '') === text);
}

/** One after another, each from where the one before has left the page. */
const STATES: [state: string, enter: (reader: Reader) => Promise<unknown>][] = [
  ['at start', () => Promise.resolve()],
  ['after a step', (reader) => button(reader, reader.words.next).click()],
  ['at the first date', (reader) => button(reader, reader.words.first).click()],
  ['at the last date', (reader) => button(reader, reader.words.last).click()],
  [
    'on a true scale',
    async (reader) => {
      await openOptions(reader);
      await reader.page.getByRole('checkbox', { name: reader.words.trueScale }).check();
    },
  ],
  [
    'with a range of dates',
    async (reader) => {
      await button(reader, reader.words.range).click();
      await expect(reader.page.getByRole('slider', { name: reader.words.rangeEnd })).toBeVisible();
    },
  ],
  [
    'playing',
    async (reader) => {
      await button(reader, reader.words.singleDate).click();
      await reader.page.getByRole('checkbox', { name: reader.words.trueScale }).uncheck();
      await closeOptions(reader);
      await button(reader, reader.words.play).click();
    },
  ],
  [
    'with the list and the layers',
    async (reader) => {
      await button(reader, reader.words.pause).click();
      await drawSheet(reader);
    },
  ],
  ['with the forces of the date', ({ page, words }) => page.locator('summary', { hasText: words.forcesNow }).click()],
  [
    'with the places',
    async ({ page, words }) => {
      await page.locator('summary', { hasText: words.forcesNow }).click();
      await page.locator('summary', { hasText: words.kind.place }).click();
    },
  ],
  [
    'with filters',
    async (reader) => {
      await button(reader, reader.words.findFilters(0)).click();
      await expect(reader.page.getByRole('combobox', { name: reader.words.criterion.source })).toBeVisible();
    },
  ],
  ['with something found', (reader) => find(reader, 'Fox')],
  [
    'with nothing found',
    async (reader) => {
      await find(reader, 'Fox zebra');
      await expect(reader.page.getByText(reader.words.nothingFound)).toBeVisible();
    },
  ],
  [
    'with a card of a place',
    async (reader) => {
      await find(reader, '');
      await openCard(reader, 'fire-on-reception-roof');
    },
  ],
  [
    'with a card of a force, followed',
    async (reader) => {
      await button(reader, reader.words.close).click();
      await openCard(reader, 'battalion-82nd/1');
      await button(reader, reader.words.follow).click();
    },
  ],
  [
    'with the buttons that move the map',
    async (reader) => {
      await button(reader, reader.words.close).click();
      await button(reader, reader.words.panning).click();
      await expect(button(reader, reader.words.pan.north)).toBeVisible();
    },
  ],
];

const [wide, medium, narrow] = WIDTHS;
/** Each state is looked at by every other of these: by readers of both languages and both themes, one of each width. */
const READERS = [
  { language: 'en', colorScheme: 'light', viewport: wide },
  { language: 'ar', colorScheme: 'light', viewport: wide },
  { language: 'ar', colorScheme: 'dark', viewport: medium },
  { language: 'en', colorScheme: 'dark', viewport: medium },
  { language: 'en', colorScheme: 'dark', viewport: narrow },
  { language: 'ar', colorScheme: 'light', viewport: narrow },
] as const;
const isLookedAt = (reader: number, state: number) => (reader + state) % 2 === 0;

for (const [reader, { language, colorScheme, viewport }] of READERS.entries()) {
  test.describe(`${language}, ${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ colorScheme, viewport });
    const looked = STATES.filter((_, state) => isLookedAt(reader, state)).map(([state]) => state);
    test(`axe finds nothing ${looked.join(', ')}`, async ({ page }) => {
      test.setTimeout(150_000);
      await page.goto(`/?lang=${language}`);
      await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
      for (const [state, enter] of STATES) {
        await enter({ page, words: LANGUAGES[language] });
        if (looked.includes(state)) await expectNoViolation(page, state);
      }
    });
  });
}

for (const { language, colorScheme, viewport } of READERS.filter((_, reader) => isLookedAt(reader, 0))) {
  test.describe(`${language}, ${colorScheme}, ${viewport.width} pixels wide, before the map has started`, () => {
    test.use({ colorScheme, viewport, map: false, plain: true });
    test('axe finds nothing', async ({ page }) => {
      await page.goto(`/?lang=${language}`);
      await expect(page.locator('[data-plain=drawn]')).toBeVisible();
      await expectNoViolation(page, 'before the map has started');
    });
  });
}

test('every state is looked at in both languages, both themes and three widths, and there are over forty looks', () => {
  const looks = STATES.map((_, state) => READERS.filter((_reader, index) => isLookedAt(index, state)));
  for (const readers of looks) {
    expect(new Set(readers.map(({ language }) => language)).size).toBe(2);
    expect(new Set(readers.map(({ colorScheme }) => colorScheme)).size).toBe(2);
    expect(new Set(readers.map(({ viewport }) => viewport.width)).size).toBe(3);
  }
  expect(looks.flat().length).toBeGreaterThan(40);
});

for (const colorScheme of THEMES) {
  test.describe(`contrast, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('all text stands out by 7 to 1 (WCAG 1.4.6)', async ({ page }) => {
      await page.goto('/?sel=battalion-82nd&find=a');
      await expect(page.locator('.pane')).toHaveAttribute('data-drawn', 'true');
      await expect(page.getByRole('button', { name: 'Follow this force' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html} ${any[0]?.message}`))).toEqual([]);
    });
  });
}

test('axe finds nothing with a problem listed', async ({ page }) => {
  const body = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: 'good', geometry: null, properties: { kind: 'incident', title: 'Good', when: '2020' } },
      { type: 'Feature', id: 'bad', geometry: null, properties: { kind: 'what', title: 'Bad' } },
    ],
  });
  await page.route('**/problem.geojson', (route) => route.fulfill({ body }));
  await page.goto('/?data=problem.geojson');
  await page.locator('summary', { hasText: '1 problem' }).click();
  await expect(page.getByText(/unknown kind/)).toBeVisible();
  await expectNoViolation(page, 'with a problem listed');
});
