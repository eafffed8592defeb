import type { Page } from '@playwright/test';

/** Serves, as `/article.html` beside the built site, a page that has `main` as its text and loads the element's script. */
export async function serveArticle(page: Page, main: string): Promise<void> {
  await page.route('**/article.html', async (route) => {
    const index = await (await page.request.get('/index.html')).text();
    const script = /<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/.exec(index)?.[0] ?? '';
    const body = `<!doctype html><html lang="en"><title>Article</title><meta name="viewport" content="width=device-width">${script}
      <body style="font: 18px serif">${main}</body></html>`;
    await route.fulfill({ contentType: 'text/html', body });
  });
}
