import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Birth } from '#domain/people/birth.ts';
import type { Contact, Paper, Person } from '#domain/people/person.ts';
import type { Problem } from '#domain/problem.ts';
import { PAPER_STATE_WORDS, PAPER_WORDS } from '../case/case-words.ts';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import { useNames } from '../case/use-names.ts';
import { formatDay, formatMoment, formatPartialDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { useCountryNames, useLanguageNames } from './lists.ts';
import { useHeldRegister, useSayRegister } from './use-register.ts';
import { FIELD_WORDS, LEAVING_WORDS, SEX_WORDS, wordOf } from './words.ts';

/** What two people said differently: both values side by side until somebody decides. */
export function FieldConflicts(props: {
  readonly person: PersonRow;
  readonly households: readonly HouseholdRow[];
}) {
  const { person, households } = props;
  const held = useHeldRegister();
  const known = [...households, ...(held?.households.values() ?? [])];
  if (person.conflicts.length === 0) return null;
  return (
    <>
      {person.conflicts.map((conflict) => (
        <OneConflict
          key={conflict.id}
          person={person}
          conflict={conflict}
          standing={standingValue(person, conflict, known)}
        />
      ))}
    </>
  );
}

function OneConflict(props: {
  readonly person: PersonRow;
  readonly conflict: Conflict;
  /** The value that is there now; undefined where this reader does not have it. */
  readonly standing: unknown;
}) {
  const { i18n } = useLingui();
  const { person, conflict } = props;
  const names = useNames();
  const say = useSayRegister();
  const text = useValueText();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const list = conflict.field === 'papers' || conflict.field === 'contacts';
  const standing = text(conflict.field, props.standing);
  const other = text(conflict.field, conflict.losing);
  const who = names.account(conflict.said_by) ?? '';
  const when = formatMoment(i18n.locale, conflict.said_at);
  async function settle(keep: 'standing' | 'other') {
    setBusy(true);
    const body = { person_id: person.id, conflict_id: conflict.id, keep };
    const said = await say('settle_conflict', body);
    setBusy(false);
    if ('problem' in said) setProblem(said.problem);
  }
  const field = wordOf(i18n, FIELD_WORDS, conflict.field);
  return (
    <div className={styles.look}>
      <div className={styles.strong}>
        <Trans>{field}: two people wrote this down differently. Which is right?</Trans>
      </div>
      <div className={styles.soft}>
        <Trans>
          The other value is of {who}, {when}.
        </Trans>
      </div>
      <ProblemText problem={problem} />
      <div className={styles.buttons} style={{ marginBlockStart: '0.5rem' }}>
        <Button variant="default" loading={busy} onClick={() => void settle('standing')}>
          {list ? <Trans>Leave as it is</Trans> : <Trans>Keep “{standing}”</Trans>}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void settle('other')}>
          {list ? <Trans>Add “{other}”</Trans> : <Trans>Take “{other}”</Trans>}
        </Button>
      </div>
    </div>
  );
}

type Conflict = PersonRow['conflicts'][number];

function standingValue(
  person: PersonRow,
  { field, losing }: Conflict,
  households: readonly HouseholdRow[],
): unknown {
  if (field === 'birth') return birthOfRow(person);
  if (field !== 'household') return Reflect.get(person, field);
  const { member_id } = losing as { member_id: string };
  const member = households.flatMap((one) => one.members).find((one) => one.id === member_id);
  return member?.until_day == null
    ? undefined
    : { until: member.until_day, reason: member.reason ?? 'not_said' };
}

/** Any field's value as it is read. */
function useValueText() {
  const { t, i18n } = useLingui();
  const languages = useLanguageNames();
  const countries = useCountryNames();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined) return t`nothing`;
    switch (field) {
      case 'name':
        return nameText(value as Person['name']);
      case 'birth':
        return formatPartialDay(i18n.locale, value as Birth);
      case 'sex':
        return wordOf(i18n, SEX_WORDS, String(value));
      case 'languages':
        return (value as string[]).map(languages.nameOf).join(', ');
      case 'citizenships':
        return (value as string[])
          .map((one) => (one.length === 2 ? countries.nameOf(one) : wordOf(i18n, {}, one)))
          .join(', ');
      case 'interpreter_needed':
        return value === true ? t`needed` : t`not needed`;
      case 'papers': {
        const paper = value as Paper;
        const kind = wordOf(i18n, PAPER_WORDS, paper.kind);
        return `${kind}, ${wordOf(i18n, PAPER_STATE_WORDS, paper.state)} ${paper.number ?? ''}`.trim();
      }
      case 'contacts':
        return (value as Contact).value;
      case 'household': {
        const { until, reason } = value as { until: string; reason: string };
        const day = formatDay(i18n.locale, until);
        return `${t`until ${day}`}, ${wordOf(i18n, LEAVING_WORDS, reason)}`;
      }
      default:
        return String(value);
    }
  };
}
