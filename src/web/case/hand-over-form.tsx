import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { Choice, Many } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { EXPRESSION_WORDS } from './consent-words.ts';
import { type FamilyMember, useFamily } from './use-family.ts';
import { RECEIVER_WORDS } from './whereabouts-words.ts';

type Body = CommandBodies['hand_over'];
interface HandOverDraft {
  readonly to: Body['to'];
  readonly person_ids: readonly string[];
  /** Who said yes; empty while nobody was asked. */
  readonly asked: string;
  readonly asked_on: string;
  readonly expression: NonNullable<Body['consent']>['expression'];
  readonly on: string;
  readonly place: string;
}

function bodyOf(value: HandOverDraft): Body {
  const { to, person_ids, asked, asked_on, expression, on, place } = value;
  return {
    ...{ hand_over_id: uuid(), to, person_ids: [...person_ids], on, place },
    consent: asked === '' ? undefined : { person_id: asked, on: asked_on, expression },
  };
}

/** The day on which somebody goes home, and the yes of those who receive, asked for before that day. */
export function HandOverForm({ file }: { readonly file: CaseFile }) {
  const family = useFamily(file);
  const { today } = file.situation;
  if (family.length === 0) return <NobodyWrittenDown id={file.row.id} />;
  const initial: HandOverDraft = {
    ...{ to: 'family', person_ids: [], asked: '', asked_on: today },
    ...{ expression: 'spoken', on: today, place: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="hand_over"
      open={<Trans>Went home to family</Trans>}
      initial={initial}
      body={bodyOf}
      paths={['person_ids', 'consent.on', 'on', 'place']}
    >
      {(value, change) => <Fields family={family} value={value} change={change} />}
    </CommandForm>
  );
}

function NobodyWrittenDown({ id }: { readonly id: string }) {
  return (
    <Notice>
      <Trans>
        Before you write down who the person goes home to: first write them down in the part “Who”.
      </Trans>{' '}
      <Link to="/cases/$id/$part" params={{ id, part: 'who' }} className={styles.link}>
        <Trans>Go there</Trans>
      </Link>
    </Notice>
  );
}

interface FieldsProps {
  readonly family: readonly FamilyMember[];
  readonly value: HandOverDraft;
  readonly change: (patch: Partial<HandOverDraft>) => void;
}

function Fields({ family, value, change }: FieldsProps) {
  const { t, i18n } = useLingui();
  const receiving = value.to === 'receiving_family';
  const chosen = family.filter((one) => value.person_ids.includes(one.id));
  return (
    <>
      <Choice
        path="to"
        legend={<Trans>Who receives the person?</Trans>}
        options={(['family', 'guardian', 'receiving_family'] as const).map((one) => ({
          value: one,
          label: i18n._(RECEIVER_WORDS[one]),
        }))}
        value={value.to}
        onChange={(to) => change({ to })}
      />
      <Many
        path="person_ids"
        legend={<Trans>Who exactly</Trans>}
        description={
          <Trans>Whoever is missing here is written down in the part “Who” first.</Trans>
        }
        options={family.map((one) => ({ value: one.id, label: one.name }))}
        value={value.person_ids}
        onChange={(person_ids) =>
          change({
            person_ids,
            ...(person_ids.includes(value.asked) ? {} : { asked: '' }),
          })
        }
      />
      <ChoiceField
        path="consent.person_id"
        label={t`Who was asked before, and said yes`}
        description={receiving ? t`A receiving family is always asked before.` : undefined}
        value={value.asked}
        data={[
          { value: '', label: receiving ? t`Please choose` : t`Not asked` },
          ...chosen.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(event) => change({ asked: event.currentTarget.value })}
      />
      {value.asked === '' ? null : (
        <>
          <DayField
            path="consent.on"
            label={t`Day of their yes`}
            value={value.asked_on}
            onChange={(event) => change({ asked_on: event.currentTarget.value })}
          />
          <Choice
            path="consent.expression"
            legend={<Trans>How was it said?</Trans>}
            options={(['spoken', 'signed', 'witnessed', 'thumbprint'] as const).map((one) => ({
              value: one,
              label: i18n._(EXPRESSION_WORDS[one]),
            }))}
            value={value.expression}
            onChange={(expression) => change({ expression })}
          />
        </>
      )}
      <div className={styles.pair}>
        <DayField
          path="on"
          label={t`Day on which the person goes home`}
          value={value.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
        <TextField
          path="place"
          label={t`Where they live`}
          description={t`The town or village; an address stands in the part “Who”.`}
          value={value.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
