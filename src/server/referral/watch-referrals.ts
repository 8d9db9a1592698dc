import { LOCALES } from '#domain/account/account.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';
import { reminderLetter } from './link-letter.ts';

/** Days are at stake, not minutes: the first look is no hurry either. */
const EVERY_MS = 600_000;

/** Reminds services that have not answered and tells worker and supervisor of the silent; each once. */
export async function watchReferrals(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<{ email: string; locale: string | null }>(
    'select * from watch_referrals($1)',
    [deps.clock()],
  );
  for (const { email, locale } of rows) {
    const spoken = LOCALES.find((one) => one === locale) ?? 'en';
    await deps.mail.send(reminderLetter(email, spoken));
  }
}

export function watchReferralsRegularly(app: ServerApp, deps: Deps): void {
  const watch = () =>
    void watchReferrals(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'referrals not watched'),
    );
  const timer = setInterval(watch, EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
