import type { Locale } from '#domain/account/account.ts';
import type { NewParticipant } from '#domain/exchange/participant.ts';
import { addAccount, removeAccount } from '../../account/account-rows.ts';
import { makeInvitation } from '../../account/invitation.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { accountLetter, knownLetter } from './account-letter.ts';

/**
 * Makes an account for somebody who asks for one or is invited, and mails the way in. An address that
 * has an account already gets a letter too: to whoever asks, both look the same. Returns the id, or
 * null where the account was there.
 */
export async function registerParticipant(
  deps: ExchangeDeps,
  wanted: NewParticipant & { readonly email: string; readonly locale: Locale },
): Promise<string | null> {
  const { accounts, config, mail } = deps;
  const email = wanted.email.toLowerCase();
  const id = deps.newId();
  const { name, locale } = wanted;
  if (!(await addAccount(accounts, { id, name, email, locale }, deps.clock()))) {
    await mail.send(knownLetter(email, locale, `${config.url}/workspace`));
    return null;
  }
  try {
    await addParticipant(deps, id, wanted);
  } catch (error) {
    await removeAccount(accounts, id);
    throw error;
  }
  await sendWayIn(deps, id, email, locale);
  return id;
}

async function addParticipant(deps: ExchangeDeps, id: string, wanted: NewParticipant) {
  const { name, country, institution_id, languages, time_zone } = wanted;
  // As nobody yet: the account's own first row, which the function writes once.
  await deps.exchange.as(null, ({ client }) =>
    client.query('select exchange.enter($1, $2, $3, $4, $5, $6, $7)', [
      ...[id, name, country, institution_id, languages, time_zone, deps.clock()],
    ]),
  );
}

/** Mails a link to choose a password; it works once, and every earlier one ends. */
export async function sendWayIn(deps: ExchangeDeps, id: string, email: string, locale: Locale) {
  const { secret, sent } = await makeInvitation(deps.accounts, {
    ...{ id: deps.newId(), accountId: id, invitedBy: null, now: deps.clock() },
    means: { by: 'link', email },
  });
  const link = `${deps.config.url}/workspace/way-in#${secret}`;
  await deps.mail.send(accountLetter(email, locale, link, sent.expires_at));
}
