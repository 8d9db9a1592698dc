import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Contact } from '#domain/people/person.ts';
import { Choice, Many, Tick } from '../case/choice.tsx';
import { TextField } from '../ui/field.tsx';
import own from './people.module.css';
import { WEEK, withFirst } from './safe-times.ts';
import { CHANNEL_WORDS, WEEKDAYS, wordOf } from './words.ts';

const CHANNELS = ['telephone', 'message', 'email', 'address', 'through_somebody'] as const;

export const NEW_CONTACT: Contact = {
  channel: 'telephone',
  value: '',
  safe: { times: [], do_not_contact: false },
};

/** How somebody may be reached without harm: the person's own rule, asked and not guessed. */
export function ContactFields(props: {
  readonly path: string;
  readonly value: Contact;
  readonly onChange: (contact: Contact) => void;
}) {
  const { t, i18n } = useLingui();
  const { path, value, onChange } = props;
  const { safe } = value;
  const rule = (patch: Partial<Contact['safe']>) =>
    onChange({ ...value, safe: { ...safe, ...patch } });
  const { code_word: _code, who_may_answer: _who, ...bare } = safe;
  const words = (key: 'code_word' | 'who_may_answer', typed: string) => {
    const kept = key === 'code_word' ? { who_may_answer: _who } : { code_word: _code };
    const other = Object.fromEntries(Object.entries(kept).filter(([, text]) => text !== undefined));
    onChange({ ...value, safe: { ...bare, ...other, ...(typed === '' ? {} : { [key]: typed }) } });
  };
  const [time] = safe.times;
  return (
    <>
      <Choice
        path={`${path}.channel`}
        legend={<Trans>How to reach the person</Trans>}
        options={CHANNELS.map((code) => ({
          value: code,
          label: wordOf(i18n, CHANNEL_WORDS, code),
        }))}
        value={value.channel}
        onChange={(channel) => onChange({ ...value, channel })}
      />
      <TextField
        path={`${path}.value`}
        label={value.channel === 'address' ? t`Address` : t`Number, address or name`}
        autoComplete="off"
        value={value.value}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.value })}
      />
      <Tick checked={safe.do_not_contact} onChange={(do_not_contact) => rule({ do_not_contact })}>
        <Trans>Do not use this: the person does not wish it, or it is not safe</Trans>
      </Tick>
      {safe.do_not_contact ? null : (
        <>
          <div className={own.fields}>
            <TextField
              path={`${path}.safe.times.0.from`}
              type="time"
              label={t`Safe from`}
              description={t`Leave empty where any time is fine.`}
              value={time?.from ?? ''}
              onChange={(event) =>
                rule({ times: withFirst(safe.times, { from: event.currentTarget.value }) })
              }
            />
            <TextField
              path={`${path}.safe.times.0.to`}
              type="time"
              label={t`Safe until`}
              value={time?.to ?? ''}
              disabled={time === undefined}
              onChange={(event) =>
                rule({ times: withFirst(safe.times, { to: event.currentTarget.value }) })
              }
            />
          </div>
          {time === undefined ? null : (
            <Many
              path={`${path}.safe.times.0.days`}
              legend={<Trans>On these days</Trans>}
              options={WEEK.map((day) => ({ value: day, label: i18n._(WEEKDAYS[day]) }))}
              value={time.days}
              onChange={(days) =>
                rule({
                  times: withFirst(safe.times, { days: WEEK.filter((day) => days.includes(day)) }),
                })
              }
            />
          )}
          <div className={own.fields}>
            <TextField
              path={`${path}.safe.who_may_answer`}
              label={t`Who else may pick up`}
              autoComplete="off"
              value={safe.who_may_answer ?? ''}
              onChange={(event) => words('who_may_answer', event.currentTarget.value)}
            />
            <TextField
              path={`${path}.safe.code_word`}
              label={t`Word to say first`}
              description={t`So that both know whom they speak to.`}
              autoComplete="off"
              value={safe.code_word ?? ''}
              onChange={(event) => words('code_word', event.currentTarget.value)}
            />
          </div>
        </>
      )}
    </>
  );
}

export function ContactsFields(props: {
  readonly contacts: readonly Contact[];
  readonly onChange: (contacts: Contact[]) => void;
}) {
  const { contacts, onChange } = props;
  return (
    <>
      {contacts.map((contact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no other name while they are typed
        <div key={at} className={own.card}>
          <ContactFields
            path={`person.contacts.${at}`}
            value={contact}
            onChange={(changed) => onChange(contacts.with(at, changed))}
          />
          <div>
            <Button variant="subtle" onClick={() => onChange(contacts.toSpliced(at, 1))}>
              <Trans>Take this contact out</Trans>
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...contacts, NEW_CONTACT])}>
          <Trans>Add a way to reach the person</Trans>
        </Button>
      </div>
    </>
  );
}
