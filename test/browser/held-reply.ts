import type { Page } from '@playwright/test';

/** Holds the server's answer to the next such call, as a slow line does; what comes back lets it through. */
export async function holdReply(page: Page, url: string): Promise<() => Promise<void>> {
  const letGo = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await page.route(
    url,
    async (route) => {
      const response = await route.fetch();
      await letGo.promise;
      await route.fulfill({ response });
      arrived.resolve();
    },
    { times: 1 },
  );
  return () => {
    letGo.resolve();
    return arrived.promise;
  };
}

/** Holds every such call until what comes back is called. */
export async function holdCalls(page: Page, url: string): Promise<() => void> {
  const letGo = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await letGo.promise;
    // Whoever asked may have asked once more meanwhile.
    await route.continue().catch(() => {});
  });
  return () => letGo.resolve();
}

/** The server takes the next such call, and its answer is lost on the way. */
export async function loseReply(page: Page, url: string): Promise<void> {
  await page.route(
    url,
    async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    },
    { times: 1 },
  );
}
