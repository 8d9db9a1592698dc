import { type Locale, locale } from '#domain/account/account.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** Where a participant is written to, and in which language of ours; null where there is no address. */
export async function addressOf(
  deps: Pick<ExchangeDeps, 'accounts'>,
  participant: string,
): Promise<{ readonly email: string; readonly locale: Locale } | null> {
  const { rows } = await deps.accounts.pool.query<{ email: string; locale: string }>(
    'select email, locale from account where id = $1 and disabled_at is null',
    [participant],
  );
  const [row] = rows;
  // Whoever has no address stands with a placeholder that is never mailed.
  if (row === undefined || row.email.endsWith('@account.invalid')) return null;
  return { email: row.email, locale: locale.catch('en').parse(row.locale) };
}
