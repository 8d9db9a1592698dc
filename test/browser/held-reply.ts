import type { Page, Route } from '@playwright/test';

/** Holds the server's answers to such calls, as a slow line does; what comes back lets them through. */
export async function holdReplies(
  page: Page,
  method: 'POST' | 'PUT',
  url: string,
): Promise<() => Promise<void>> {
  const { promise: gate, resolve } = Promise.withResolvers<void>();
  const held: Promise<void>[] = [];
  const hold = async (route: Route) => {
    const response = await route.fetch();
    await gate;
    await route.fulfill({ response });
  };
  await page.route(url, (route) => {
    if (route.request().method() !== method) return route.fallback();
    const one = hold(route);
    held.push(one);
    return one;
  });
  return async () => {
    resolve();
    await Promise.all(held);
    await page.unroute(url);
  };
}
