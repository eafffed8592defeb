import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page';
import { openWithMap } from './tab';

/** A stop of Tab, and what is wrong with how its focus is seen. */
interface Stop {
  name: string;
  faults: string[];
}

/** Looks at what has the focus; undefined where nothing in the element has. */
function look(page: Page): Promise<Stop | undefined> {
  return page.locator('dateline-map').evaluate((host) => {
    const root = host.shadowRoot;
    const element = root?.activeElement as HTMLElement | null | undefined;
    if (!root || !element) return undefined;
    const faults: string[] = [];

    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map<string, number[]>();
    /** Red, green, blue and opacity of a CSS colour, from 0 to 1. */
    const channels = (colour: string): number[] => {
      const found = known.get(colour);
      if (found || !canvas) return found ?? [];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const read = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
      known.set(colour, read);
      return read;
    };
    const luminance = (colour: number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [light = 0, dark = 0] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    /** The colour behind an element; a map's is that of its land. */
    const ground = (start: Element | null): string => {
      for (let at = start; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((channels(backgroundColor)[3] ?? 0) > 0.95) return backgroundColor;
      }
      return getComputedStyle(host).backgroundColor;
    };

    /** Its ring: its own, that of its thumb, or that of the half disc which stands for it. */
    const ringed = element.nextElementSibling?.matches('.half') ? element.nextElementSibling : element;
    const thumb = [...root.styleSheets, ...root.adoptedStyleSheets, ...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSStyleRule)
      .find(({ selectorText }) => /focus-visible.*-webkit-slider-thumb/.test(selectorText))?.style;
    // Of a rule with a variable in it only the whole is known.
    const [, thumbWidth = '0px'] = /^(\S+) solid/.exec(thumb?.getPropertyValue('outline') ?? '') ?? [];
    const thumbRing = {
      outlineStyle: 'solid',
      outlineWidth: thumbWidth,
      outlineOffset: thumb?.outlineOffset ?? '0px',
      outlineColor: getComputedStyle(root.querySelector('.dateline') ?? host).getPropertyValue('--ring'),
    };
    const rings = [getComputedStyle(ringed), ...(element.matches('.track > input') ? [thumbRing] : [])];
    const ring = rings.find(
      ({ outlineStyle, outlineWidth }) => outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
    );
    if (!ring) faults.push('has no ring');
    else {
      const inward = Number.parseFloat(ring.outlineOffset) < 0;
      const against = contrast(ring.outlineColor, ground(inward ? ringed : (ringed.parentElement ?? ringed)));
      if (against < 3) faults.push(`has a ring of ${against.toFixed(1)} to 1`);
    }

    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) {
      const places = [left, top, right, bottom].map(Math.round).join(' ');
      // What is higher than the room that it has is seen in part.
      faults.push(`is not in view: ${places}`);
    }
    const inset = 3;
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ];
    const label = element.closest('label');
    const hidden = points.flatMap(([x = 0, y = 0]) => {
      const found = root.elementFromPoint(x, y);
      // What lets the pointer through lies over nothing: sliders at their thumbs are pressed through their track.
      const own =
        found &&
        (found === element || found.contains(element) || element.contains(found) || found.closest('label') === label);
      return own && found !== root.querySelector('.dateline') ? [] : [found?.className || found?.tagName || 'nothing'];
    });
    if (hidden.length > 0) faults.push(`is covered by ${[...new Set(hidden)].join(', ')}`);
    const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
    return { name, faults };
  });
}

/** Tabs through everything, one way or the other, and tells what is wrong, by stop. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<{ stops: string[]; faults: string[] }> {
  const stops: string[] = [];
  const faults: string[] = [];
  for (let presses = 0; presses < 170; presses++) {
    await page.keyboard.press(key);
    const stop = await look(page);
    if (!stop) break;
    stops.push(stop.name);
    faults.push(...stop.faults.map((fault) => `${stop.name} ${fault}`));
  }
  return { stops, faults };
}

const PHONE = { width: 360, height: 740 };
const WALKS = [
  {
    how: 'on a wide screen with a card',
    viewport: { width: 1440, height: 900 },
    query: '?sel=embassy-baghdad',
    least: 100,
  },
  {
    how: 'in the dark, with what was found and a range',
    viewport: { width: 1040, height: 680 },
    query: '?theme=dark&find=embassy&source=fox-2020-01-01&date=2019-12-31/2020-01-01',
    least: 30,
  },
  { how: 'on a phone with the sheet, there and back', viewport: PHONE, query: '', sheet: true, back: true, least: 90 },
  { how: 'on a phone with a card', viewport: PHONE, query: '?sel=battalion-82nd', least: 20 },
  { how: 'on a phone on its side', viewport: { width: 740, height: 360 }, query: '', least: 90 },
  {
    how: 'on a phone on its side with a card',
    viewport: { width: 740, height: 360 },
    query: '?sel=embassy-baghdad',
    least: 20,
  },
];

for (const { how, viewport, query, sheet, back, least } of WALKS) {
  test.describe(how, () => {
    test.use({ viewport });
    test('each stop of Tab has a ring that is seen, and is in view with nothing over it', async ({ page }) => {
      await openWithMap(page, query);
      if (sheet) {
        await page.getByRole('button', { name: 'Show list and layers' }).click();
        // The list and the places are made once it is drawn up.
        await expect(page.locator('.line [data-entry]').first()).toBeVisible();
        await expect(page.locator('summary', { hasText: 'Places' })).toBeVisible();
      }
      if (query.includes('sel=')) await expect(page.locator('section.card')).toBeVisible();
      await page.locator('dateline-map').evaluate((host) => {
        (host.shadowRoot?.activeElement as HTMLElement | null)?.blur();
      });
      // What was pressed last is where Tab goes on from.
      if (back) await page.getByRole('button', { name: 'Show the whole story' }).focus();
      for (const key of back ? (['Shift+Tab', 'Tab'] as const) : (['Tab'] as const)) {
        const { stops, faults } = await walk(page, key);
        expect(faults, key).toEqual([]);
        expect(stops.length, key).toBeGreaterThanOrEqual(least);
      }
    });
  });
}
