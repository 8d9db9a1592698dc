import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { PARTS, type Part } from '#domain/exchange/schedule/programme.ts';
import { useAsk } from '../../ask.ts';
import { CheckField, ChoiceField, TextField } from '../../ui/field.tsx';
import styles from './schedule.module.css';
import { PART_NAMES } from './schedule-words.ts';

export interface PersonDraft {
  readonly participant_id: string;
  readonly part: Part;
  readonly name: string;
  readonly alias: boolean;
}

/** Participants who may be meant. */
export const possible = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), country: z.string().nullable() })),
});

interface PeopleFieldsProps {
  readonly edition: string;
  readonly value: readonly PersonDraft[];
  readonly change: (value: readonly PersonDraft[]) => void;
}

/** Who takes part in a session, as what, and under which name the programme tells it. */
export function PeopleFields({ edition, value, change }: PeopleFieldsProps) {
  const { t, i18n } = useLingui();
  const set = (at: number, patch: Partial<PersonDraft>) =>
    change(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <>
      <ul className={styles.list}>
        {value.map((person, at) => (
          <li key={person.participant_id} className={styles.item}>
            <div className={styles.pair}>
              <TextField
                path={`people.${at}.name`}
                label={t`Name in the programme`}
                value={person.name}
                onChange={(event) => set(at, { name: event.currentTarget.value })}
              />
              <ChoiceField
                path={`people.${at}.part`}
                label={t`Takes part as`}
                value={person.part}
                data={PARTS.map((part) => ({ value: part, label: i18n._(PART_NAMES[part]) }))}
                onChange={(event) => {
                  const part = PARTS.find((one) => one === event.currentTarget.value);
                  if (part !== undefined) set(at, { part });
                }}
              />
              <CheckField
                path={`people.${at}.alias`}
                label={t`This is another name: nothing may lead to the participant`}
                checked={person.alias}
                onChange={(event) => set(at, { alias: event.currentTarget.checked })}
              />
            </div>
            <Button
              variant="default"
              onClick={() => change(value.filter((_, index) => index !== at))}
            >
              <Trans>Take out</Trans>
              <span className="visually-hidden">: {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Finder
        edition={edition}
        known={value.map(({ participant_id }) => participant_id)}
        add={(id, name) =>
          change([...value, { participant_id: id, name, part: 'speaker', alias: false }])
        }
      />
    </>
  );
}

interface FinderProps {
  readonly edition: string;
  readonly known: readonly string[];
  readonly add: (id: string, name: string) => void;
}

function Finder({ edition, known, add }: FinderProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const query = new URLSearchParams({ text: text.trim() });
  const path = `/api/exchange/editions/${edition}/possible-speakers?${query}`;
  const asked = useAsk(['exchange', 'possible', edition, text.trim()], path, possible, {
    enabled: text.trim().length >= 2,
  });
  const found = (asked.value?.rows ?? []).filter(({ id }) => !known.includes(id)).slice(0, 8);
  return (
    <>
      <TextInput
        label={t`Add somebody`}
        description={t`Type a part of the name.`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        {text.trim().length < 2
          ? null
          : found.map(({ id, name }) => (
              <Button
                key={id}
                variant="default"
                onClick={() => {
                  add(id, name);
                  setText('');
                }}
              >
                {name}
              </Button>
            ))}
        {text.trim().length >= 2 && asked.value !== undefined && found.length === 0 ? (
          <Trans>Nobody of that name has an account at the exchange.</Trans>
        ) : null}
      </div>
    </>
  );
}
