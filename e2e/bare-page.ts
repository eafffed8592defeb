import { PAGES } from './pages/address';
import { test as quietTest } from './quiet-page';

/** What a test page holds under its name in `window`: functions that a test may call. */
type Functions<Page> = Record<keyof Page, (...values: never[]) => unknown>;

/** Asks a test page to do one of the things that it can. */
export type Ask<Page extends Functions<Page>> = <Method extends keyof Page>(
  method: Method,
  ...values: Parameters<Page[Method]>
) => Promise<Awaited<ReturnType<Page[Method]>>>;

/** A test on a page of `pages/` by its file, which has what can be asked of it in `window[name]`. */
export function bareTest<Page extends Functions<Page>>(
  file: string,
  name: 'basemapPage' | 'clockPage' | 'movementPage',
  viewport = { width: 1280, height: 800 },
) {
  return quietTest.extend<{ ask: Ask<Page> }, { trace: 'off' }>({
    // A trace takes a picture of the page at every step, which costs as much as the steps.
    trace: ['off', { scope: 'worker' }],
    baseURL: `http://${PAGES.host}:${PAGES.port}`,
    viewport,
    ask: async ({ page }, use) => {
      await page.goto(`/${file}`);
      const ask = (method: keyof Page, ...values: unknown[]) =>
        page.evaluate(
          ([from, asked, given]) => {
            const functions = window[from] as unknown as Record<string, (...each: unknown[]) => unknown>;
            return functions[asked]?.(...given);
          },
          [name, method as string, values] as const,
        );
      await use(ask as Ask<Page>);
    },
  });
}
