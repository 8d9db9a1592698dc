import type { I18n } from '@lingui/core';
import type { RegistrationState } from '#domain/exchange/conference/registration.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { speakerFor } from '../page/page.ts';
import { addressOf } from './address.ts';

/** Tells a participant where the registration stands, in his language. */
export async function tellRegistration(
  deps: ExchangeDeps,
  participant: string,
  edition: { readonly title: Wording; readonly slug: string },
  state: RegistrationState,
): Promise<void> {
  const to = await addressOf(deps, participant);
  if (to === null) return;
  const i18n = speakerFor(to.locale);
  const title = inLanguage(edition.title, to.locale).text;
  const said = wordsOf(i18n, state);
  if (said === null) return;
  const where = `${deps.config.url}/workspace/registrations`;
  const text = `${title}\n\n${said}\n\n${where}`;
  await deps.mail.send({
    ...{ to: to.email, text },
    subject: i18n._('Your registration: {title}', { title: title.slice(0, 120) }),
  });
}

function wordsOf(i18n: I18n, state: RegistrationState): string | null {
  if (state === 'approved')
    return i18n._(
      'You are registered. The programme and the addresses of the rooms are in your workspace.',
    );
  if (state === 'requested')
    return i18n._('Your registration has arrived. The organisers look at it and write to you.');
  if (state === 'waiting')
    return i18n._(
      'All seats are taken at the moment. You stand on the waiting list; we write to you as soon as a seat is free.',
    );
  if (state === 'declined')
    return i18n._(
      'The organisers could not give you a seat this time. What is published stays open to everybody.',
    );
  if (state === 'cancelled') return i18n._('You have given your seat back.');
  return null;
}
