import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group } from '@mantine/core';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { KINDS, type Kind } from '#domain/exchange/schedule/session-kind.ts';
import { SESSION_RULES, type SessionRule } from '#domain/exchange/session-rule.ts';
import { CheckField, ChoiceField, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import styles from './schedule.module.css';
import { KIND_NAMES, RULE_NAMES } from './schedule-words.ts';
import { said } from './use-schedule.ts';

export interface SessionFieldsDraft {
  readonly kind: Kind;
  readonly minutes: string;
  readonly languages: readonly string[];
  readonly rule: SessionRule;
  readonly do_not_record: boolean;
  readonly track_id: string;
}

interface SessionFieldsProps {
  readonly of: ScheduleDraft;
  readonly value: SessionFieldsDraft;
  readonly change: (patch: Partial<SessionFieldsDraft>) => void;
}

/** What a session is: its form, length, track, languages and rule. */
export function SessionFields({ of, value, change }: SessionFieldsProps) {
  const { t, i18n } = useLingui();
  const tags = [...new Set([...of.edition.languages, ...value.languages])];
  return (
    <>
      <div className={styles.pair}>
        <ChoiceField
          path="kind"
          label={t`Form`}
          value={value.kind}
          data={KINDS.map((kind) => ({ value: kind, label: i18n._(KIND_NAMES[kind]) }))}
          onChange={(event) => {
            const kind = KINDS.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) change({ kind });
          }}
        />
        <TextField
          path="minutes"
          label={t`Length in minutes`}
          inputMode="numeric"
          value={value.minutes}
          onChange={(event) => change({ minutes: event.currentTarget.value })}
        />
        <ChoiceField
          path="track_id"
          label={t`Track`}
          value={value.track_id}
          data={[
            { value: '', label: t`No track` },
            ...of.tracks.map(({ id, name }) => ({ value: id, label: said(i18n.locale, name) })),
          ]}
          onChange={(event) => change({ track_id: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={t`Spoken languages`}
        value={[...value.languages]}
        onChange={(languages) => change({ languages })}
      >
        <Group mt="xs">
          {tags.map((tag) => (
            <Checkbox key={tag} value={tag} label={languageName(i18n.locale, tag)} />
          ))}
        </Group>
      </Checkbox.Group>
      <ChoiceField
        path="rule"
        label={t`Rule of the session`}
        value={value.rule}
        data={SESSION_RULES.map((rule) => ({ value: rule, label: i18n._(RULE_NAMES[rule]) }))}
        onChange={(event) => {
          const rule = SESSION_RULES.find((one) => one === event.currentTarget.value);
          if (rule !== undefined) change({ rule });
        }}
      />
      <CheckField
        path="do_not_record"
        label={t`Not to be recorded`}
        checked={value.do_not_record}
        onChange={(event) => change({ do_not_record: event.currentTarget.checked })}
      />
    </>
  );
}

/** The same as it is sent; a length that is no number is named by the server. */
export function bodyOf({ minutes, track_id, ...rest }: SessionFieldsDraft) {
  return {
    ...rest,
    minutes: /^\d+$/.test(minutes.trim()) ? Number(minutes) : minutes,
    track_id: track_id === '' ? null : track_id,
  };
}
