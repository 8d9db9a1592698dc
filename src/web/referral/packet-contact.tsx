import { Trans, useLingui } from '@lingui/react/macro';
import { IconLanguage, IconShieldCheck } from '@tabler/icons-react';
import type { PacketContent } from '#domain/case/packet.ts';
import { timesText } from '../people/safe-times.ts';
import { languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import styles from './inbox.module.css';
import { CHANNELS } from './inbox-words.ts';

type Contact = PacketContent['safe_contact']['contacts'][number];

/** What has to be known before anybody picks up the telephone; it stands first and is never folded away. */
export function PacketContact({ content }: { readonly content: PacketContent }) {
  const { i18n } = useLingui();
  const { safe_contact, interpreter, guardians = [] } = content;
  const language =
    interpreter.language === null ? null : languageName(i18n.locale, interpreter.language);
  return (
    <section className={styles.first} aria-labelledby="contact-first">
      <h2 id="contact-first">
        <IconShieldCheck size={24} aria-hidden style={{ verticalAlign: 'middle' }} />{' '}
        <Trans>Before you get in touch</Trans>
      </h2>
      {safe_contact.words === null ? null : <p className={parts.strong}>{safe_contact.words}</p>}
      <Contacts contacts={safe_contact.contacts} />
      {guardians
        .filter((one) => (one.contacts ?? []).length > 0)
        .map((one) => (
          <div key={`${one.kind} ${one.contacts?.[0]?.value}`}>
            <p className={parts.soft}>
              <Trans>Guardian</Trans>
            </p>
            <Contacts contacts={one.contacts ?? []} />
          </div>
        ))}
      {safe_contact.contacts.length === 0 && guardians.every((one) => !one.contacts?.length) ? (
        <p>
          <Trans>
            Please do not get in touch directly: answer here, and the sender passes it on.
          </Trans>
        </p>
      ) : null}
      <p className={styles.deadline}>
        <IconLanguage size={22} aria-hidden />
        {interpreter.needed ? (
          language === null ? (
            <Trans>An interpreter is needed</Trans>
          ) : (
            <Trans>An interpreter is needed: {language}</Trans>
          )
        ) : (
          <Trans>No interpreter is needed</Trans>
        )}
      </p>
    </section>
  );
}

function Contacts({ contacts }: { readonly contacts: readonly Contact[] }) {
  return (
    <ul className={styles.contacts}>
      {contacts.map((contact) => (
        <ContactLine key={`${contact.channel} ${contact.value}`} contact={contact} />
      ))}
    </ul>
  );
}

function ContactLine({ contact }: { readonly contact: Contact }) {
  const { i18n } = useLingui();
  const channel = CHANNELS[contact.channel];
  const times = timesText(i18n, contact.times);
  const who = contact.who_may_answer;
  return (
    <li>
      <span className={parts.soft}>
        {channel === undefined ? contact.channel : i18n._(channel)}
      </span>{' '}
      <Value contact={contact} />
      {times === '' ? null : (
        <div>
          <Trans>Only at these times: {times}</Trans>
        </div>
      )}
      {who === undefined ? null : (
        <div>
          <Trans>Who else may answer: {who}</Trans>
        </div>
      )}
      {contact.code_word_agreed ? (
        <div>
          <Trans>A code word was agreed. Ask the sender for it by telephone before you call.</Trans>
        </div>
      ) : null}
    </li>
  );
}

/** A number is one tap away; where a code word was agreed the sender is called first. */
function Value({ contact: { channel, value, code_word_agreed } }: { readonly contact: Contact }) {
  if (channel !== 'telephone' || code_word_agreed) {
    return (
      <strong>
        <bdi>{value}</bdi>
      </strong>
    );
  }
  return (
    <a href={`tel:${value.replace(/[^\d+]/g, '')}`} className={parts.link}>
      <bdi dir="ltr">{value}</bdi>
    </a>
  );
}
