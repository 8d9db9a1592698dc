import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { CONTACT_WISHES, TRACING_BODY, TRACING_RESULTS } from '#domain/case/contact-wish.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { TIES } from '#domain/people/register.ts';
import { useRows } from '../device/use-rows.ts';
import { useOrganisations } from '../directory/use-directory.ts';
import { useCountryNames } from '../people/lists.ts';
import { relationWord } from '../people/words.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { CONTACT_WISH_WORDS, TRACING_RESULT_WORDS } from './contact-wish-words.ts';
import { organisationRow } from './rows.ts';
import { maybeChild } from './use-age.ts';

type Wished = CommandBodies['wish_contact'];
export type WishBody = Wished;

interface WishValue {
  readonly wish: Wished['wish'];
  readonly other_may_know: boolean;
  readonly own_words: string;
}

const NOTHING_YET: WishValue = { wish: 'contact', other_may_know: false, own_words: '' };
const PATHS = ['wish', 'own_words', 'other_may_know'];

/** Whom the person wishes to hear of, or not to. */
export function WishContact({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const countries = useCountryNames();
  const initial = {
    ...{ ...NOTHING_YET, relation: 'sibling' as Wished['relation'], name: '', last_country: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="wish_contact"
      open={<Trans>A relative elsewhere</Trans>}
      initial={initial}
      body={({ last_country, own_words, ...value }) => ({
        ...{ ...value, wish_id: uuid(), own_words: given(own_words) },
        last_country: given(last_country),
      })}
      paths={[...PATHS, 'name', 'relation', 'last_country']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="relation"
            label={t`What they are to the person`}
            data={TIES.map((one) => ({ value: one, label: i18n._(relationWord(one)) }))}
            value={value.relation}
            onChange={(event) =>
              change({ relation: event.currentTarget.value as Wished['relation'] })
            }
          />
          <TextField
            path="name"
            label={t`Name, as the person says it`}
            autoComplete="off"
            value={value.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <ChoiceField
            path="last_country"
            label={t`Last known in which country`}
            description={t`Nothing finer is written down.`}
            data={[{ value: '', label: t`Not known` }, ...countries.all]}
            value={value.last_country}
            onChange={(event) => change({ last_country: event.currentTarget.value })}
          />
          <WishFields file={file} value={value} change={change} />
        </>
      )}
    </CommandForm>
  );
}

/** The wish as it is now: it may change on any day. */
export function ChangeWish(props: { readonly file: CaseFile; readonly wish_id: string }) {
  const { file, wish_id } = props;
  return (
    <CommandForm
      file={file}
      kind="change_contact_wish"
      about={wish_id}
      open={<Trans>The wish has changed</Trans>}
      initial={NOTHING_YET}
      body={({ own_words, ...value }) => ({ ...value, wish_id, own_words: given(own_words) })}
      paths={PATHS}
    >
      {(value, change) => <WishFields file={file} value={value} change={change} />}
    </CommandForm>
  );
}

function WishFields(props: {
  readonly file: CaseFile;
  readonly value: WishValue;
  readonly change: (patch: Partial<WishValue>) => void;
}) {
  const { file, value, change } = props;
  const { t, i18n } = useLingui();
  const child = maybeChild(file.person, file.situation.today);
  return (
    <>
      <Choice
        path="wish"
        legend={<Trans>What the person wishes</Trans>}
        options={CONTACT_WISHES.map((one) => ({
          ...{ value: one, label: i18n._(CONTACT_WISH_WORDS[one]) },
        }))}
        value={value.wish}
        onChange={(wish) => change({ wish })}
      />
      <CaseProse
        file={file}
        path="own_words"
        label={child ? t`In the child’s own words` : t`In the person’s words`}
        {...(child
          ? { description: t`What the child said, not what others say for the child.` }
          : {})}
        value={value.own_words}
        onChange={(own_words) => change({ own_words })}
        minRows={2}
      />
      <Tick
        checked={value.other_may_know}
        onChange={(other_may_know) => change({ other_may_know })}
      >
        <Trans>The other may know that somebody asks</Trans>
      </Tick>
    </>
  );
}

/** The Red Cross or Red Crescent is asked: only with the person’s consent to look for relatives. */
export function RequestTracing(props: { readonly file: CaseFile; readonly wish_id: string }) {
  const { file, wish_id } = props;
  const { t, i18n } = useLingui();
  const carried = useRows('organisation', organisationRow);
  const listed = useOrganisations().value ?? [];
  const known = carried === undefined || carried.size === 0 ? listed : [...carried.values()];
  const bodies = known.filter(({ kind }) => kind === TRACING_BODY);
  const initial = { organisation_id: bodies[0]?.id ?? '', on: file.situation.today };
  return (
    <CommandForm
      file={file}
      kind="request_tracing"
      about={wish_id}
      open={<Trans>A tracing service was asked</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ ...value, tracing_id: uuid(), wish_id },
        organisation_id: value.organisation_id || (bodies[0]?.id ?? ''),
      })}
      paths={['organisation_id', 'on']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="organisation_id"
            label={t`Which service`}
            description={t`Only with the consent to look for relatives.`}
            data={bodies.map((one) => ({ value: one.id, label: labelIn(i18n.locale, one.name) }))}
            value={value.organisation_id || (bodies[0]?.id ?? '')}
            onChange={(event) => change({ organisation_id: event.currentTarget.value })}
          />
          <DayField
            path="on"
            label={t`Asked on`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** What the tracing service answered; it reaches nobody else by itself. */
export function AnswerTracing(props: { readonly file: CaseFile; readonly tracing_id: string }) {
  const { file, tracing_id } = props;
  const { t, i18n } = useLingui();
  const initial = {
    result: 'not_found' as CommandBodies['answer_tracing']['result'],
    ...{ on: file.situation.today, told: false },
  };
  return (
    <CommandForm
      file={file}
      kind="answer_tracing"
      about={tracing_id}
      open={<Trans>The service answered</Trans>}
      initial={initial}
      body={(value) => ({ ...value, tracing_id })}
      paths={['result', 'on', 'told']}
    >
      {(value, change) => (
        <>
          <Choice
            path="result"
            legend={<Trans>What was found out</Trans>}
            options={TRACING_RESULTS.map((one) => ({
              ...{ value: one, label: i18n._(TRACING_RESULT_WORDS[one]) },
            }))}
            value={value.result}
            onChange={(result) => change({ result })}
          />
          <DayField
            path="on"
            label={t`Answered on`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <Tick checked={value.told} onChange={(told) => change({ told })}>
            <Trans>The person has been told, by somebody who sat with them</Trans>
          </Tick>
        </>
      )}
    </CommandForm>
  );
}
