import { expect, type Locator } from '@playwright/test';

/** What an element looks like once it stays so; with `before`, once it looks another way than that, too. */
export async function settledPicture(element: Locator, before?: Buffer): Promise<Buffer> {
  let last = before ?? (await element.screenshot());
  await expect
    .poll(
      async () => {
        const earlier = last;
        // Numbers are laid out some frames after the lines.
        await element.page().waitForTimeout(400);
        last = await element.screenshot();
        return last.equals(earlier) && !(before && last.equals(before));
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return last;
}

/** An element comes to look as it does in a picture, to the pixel. */
export async function expectPicture(element: Locator, expected: Buffer, when?: string): Promise<void> {
  const looks = async () => (await element.screenshot()).equals(expected);
  await expect.poll(looks, { ...(when === undefined ? {} : { message: when }), timeout: 20_000 }).toBe(true);
}
