import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ownAgreement } from '#domain/case/model-children.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { useRows } from '../device/use-rows.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { Choice, Many } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { EXPRESSION_WORDS, SAID_AS_WORDS } from './consent-words.ts';
import { KeepFrom } from './keep-from.tsx';
import { nameText, personName } from './person-name.ts';
import { organisationRow, personRow } from './rows.ts';
import { maybeChild } from './use-age.ts';

type Body = CommandBodies['record_consent'];
interface ConsentDraft {
  readonly decision: Body['decision'];
  readonly purposes: readonly string[];
  readonly recipient_ids: readonly string[];
  readonly withhold: readonly Body['withhold'][number][];
  readonly as: Body['said_by']['as'];
  readonly giver: string;
  readonly authority: NonNullable<Body['authority']>;
  readonly own: 'yes' | 'no' | 'not_asked' | '';
  readonly expression: Body['expression'];
  readonly language: string;
  readonly notice_version: string;
  readonly expires_on: string;
}

/** Where nobody else's person stands behind the word. */
const OWN_ID: readonly ConsentDraft['as'][] = ['self', 'guardianship_authority'];

/** Who speaks for somebody, as it is most likely. */
function likely(file: CaseFile, child: boolean): ConsentDraft['as'] {
  if (!child) return 'self';
  if (file.state.authority_mark.since !== null) return 'guardianship_authority';
  return file.situation.person.guardian_ids.length > 0 ? 'parent' : 'self';
}

function bodyOf(file: CaseFile, value: ConsentDraft): Body {
  const { as, giver, own, expires_on, authority, ...rest } = value;
  const self = file.row.person_id;
  return {
    ...rest,
    consent_id: uuid(),
    purposes: [...rest.purposes],
    recipient_ids: [...rest.recipient_ids],
    withhold: [...rest.withhold],
    said_by: { person_id: OWN_ID.includes(as) ? self : giver || self, as },
    authority: as === 'guardianship_authority' ? authority : undefined,
    own_agreement: own === '' ? undefined : own,
    expires_on: expires_on === '' ? undefined : expires_on,
  };
}

/** Asks what may be shared, read out in plain words; a no is written down like a yes. */
export function ConsentForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const organisations = useRows('organisation', organisationRow);
  // Nothing is ever sent to a body of the neighbourhood.
  const receivers = [...(organisations?.values() ?? [])].filter(({ kind }) => mayReceive(kind));
  const people = useRows('person', personRow);
  const child = maybeChild(file.person, file.situation.today);
  const guardians = file.situation.person.guardian_ids;
  const initial: ConsentDraft = {
    ...{ decision: 'given', purposes: [], recipient_ids: [], withhold: [] },
    ...{ as: likely(file, child), giver: guardians[0] ?? '' },
    authority: { body: '', number: '', on: file.situation.today },
    ...{ own: '', expression: 'spoken', notice_version: '1', expires_on: '' },
    language: file.person?.languages[0] ?? file.model.languages[0] ?? 'uz',
  };
  const who = guardians.map((id) => ({
    value: id,
    label: nameText(people?.get(id)?.name) || t`somebody who may decide`,
  }));
  const languages = [...new Set([...(file.person?.languages ?? []), ...file.model.languages])];
  return (
    <CommandForm
      file={file}
      kind="record_consent"
      open={<Trans>Ask for consent</Trans>}
      initial={initial}
      body={(value) => bodyOf(file, value)}
      paths={[
        'authority.body',
        'authority.number',
        'authority.on',
        'purposes',
        'language',
        'notice_version',
        'expires_on',
        'decision',
        'withhold',
      ]}
    >
      {(value, change) => (
        <>
          <Many
            path="purposes"
            legend={<Trans>What may it be used for?</Trans>}
            description={<Trans>Read each one out; tick only what was answered.</Trans>}
            options={file.model.consent_purposes.map((purpose) => ({
              value: purpose.code,
              label: labelIn(i18n.locale, purpose.labels),
            }))}
            value={value.purposes}
            onChange={(purposes) => change({ purposes })}
          />
          <Choice
            path="decision"
            legend={<Trans>The answer</Trans>}
            options={[
              { value: 'given', label: t`Yes` },
              { value: 'refused', label: t`No` },
            ]}
            value={value.decision}
            onChange={(decision) => change({ decision })}
          />
          <Many
            path="recipient_ids"
            legend={<Trans>Only these may receive it</Trans>}
            description={<Trans>Tick none where any service that is needed for it may.</Trans>}
            options={receivers.map((one) => ({
              value: one.id,
              label: labelIn(i18n.locale, one.name),
            }))}
            value={value.recipient_ids}
            onChange={(recipient_ids) => change({ recipient_ids })}
          />
          <KeepFrom
            file={file}
            value={value.withhold}
            onChange={(withhold) => change({ withhold })}
          />
          <Choice
            path="said_by.as"
            legend={<Trans>Who says so?</Trans>}
            options={SPEAKERS.filter((one) => child || one !== 'guardianship_authority').map(
              (one) => ({
                value: one,
                label:
                  one === 'self'
                    ? personName(file.person) || t`The person`
                    : i18n._(SAID_AS_WORDS[one]),
              }),
            )}
            value={value.as}
            onChange={(as) => change({ as })}
          />
          {value.as === 'guardianship_authority' ? (
            <AuthorityFields
              value={value.authority}
              onChange={(authority) => change({ authority })}
            />
          ) : null}
          {OWN_ID.includes(value.as) || who.length === 0 ? null : (
            <ChoiceField
              path="said_by.person_id"
              label={t`Who exactly`}
              value={value.giver}
              data={who}
              onChange={(event) => change({ giver: event.currentTarget.value })}
            />
          )}
          {child ? (
            <Choice
              path="own_agreement"
              legend={<Trans>The child’s own agreement</Trans>}
              description={<AgeHint file={file} purposes={value.purposes} />}
              options={[
                { value: 'yes', label: t`Yes` },
                { value: 'no', label: t`No` },
                { value: 'not_asked', label: t`Not asked` },
              ]}
              value={value.own}
              onChange={(own) => change({ own })}
            />
          ) : null}
          <Choice
            path="expression"
            legend={<Trans>How was it said?</Trans>}
            options={(['spoken', 'signed', 'witnessed', 'thumbprint'] as const).map((one) => ({
              value: one,
              label: i18n._(EXPRESSION_WORDS[one]),
            }))}
            value={value.expression}
            onChange={(expression) => change({ expression })}
          />
          <div className={styles.pair}>
            <ChoiceField
              path="language"
              label={t`Language in which it was explained`}
              value={value.language}
              data={languages.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) }))}
              onChange={(event) => change({ language: event.currentTarget.value })}
            />
            <TextField
              path="notice_version"
              label={t`Version of the information sheet`}
              value={value.notice_version}
              onChange={(event) => change({ notice_version: event.currentTarget.value })}
            />
            <DayField
              path="expires_on"
              label={t`Holds until (if the person named a day)`}
              value={value.expires_on}
              onChange={(event) => change({ expires_on: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </CommandForm>
  );
}

const SPEAKERS = [
  ...(['self', 'parent', 'legal_guardian', 'authorised_representative'] as const),
  'guardianship_authority',
] as const;

/** What the model says about a child of this age for what is ticked. */
function AgeHint(props: { readonly file: CaseFile; readonly purposes: readonly string[] }) {
  const { model, situation } = props.file;
  const purposes = model.consent_purposes.filter(({ code }) => props.purposes.includes(code));
  const own = ownAgreement(purposes, situation.person.birth, situation.today);
  if (purposes.length === 0) return <Trans>Ask the child in words that fit its age.</Trans>;
  return own.alone ? (
    <Trans>At this age the child may say yes alone for this.</Trans>
  ) : own.needed ? (
    <Trans>At this age the child must be asked for this.</Trans>
  ) : own.asked ? (
    <Trans>At this age the child is asked too, as far as it can say.</Trans>
  ) : (
    <Trans>The child is small: ask as far as it can say.</Trans>
  );
}

function AuthorityFields(props: {
  readonly value: ConsentDraft['authority'];
  readonly onChange: (value: ConsentDraft['authority']) => void;
}) {
  const { t } = useLingui();
  const { value, onChange } = props;
  return (
    <div className={styles.pair}>
      <TextField
        path="authority.body"
        label={t`Which authority`}
        value={value.body}
        onChange={(event) => onChange({ ...value, body: event.currentTarget.value })}
      />
      <TextField
        path="authority.number"
        label={t`Number of the decision`}
        value={value.number}
        onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
      />
      <DayField
        path="authority.on"
        label={t`Day of the decision`}
        value={value.on}
        onChange={(event) => onChange({ ...value, on: event.currentTarget.value })}
      />
    </div>
  );
}
