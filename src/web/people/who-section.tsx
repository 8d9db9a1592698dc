import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { runningPlacement } from '#domain/case/placement-state.ts';
import { adulthood } from '#domain/people/birth.ts';
import type { CaseFile } from '../case/case-file.ts';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import { useMay } from '../case/use-may.ts';
import { formatDay, formatPartialDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { AddName, AddReturn, ChangeBasics, ContactForm, PaperForm } from './change-forms.tsx';
import { FieldConflicts } from './conflicts.tsx';
import { ConsentProposals } from './consent-proposals.tsx';
import { ContactLines } from './contact-lines.tsx';
import type { CareTie } from './household.ts';
import { BeginForm, HouseholdForms, LivedBefore, liveHouseholds } from './household-forms.tsx';
import { HouseholdTree } from './household-tree.tsx';
import { GuardianForm, Guardians, ParentForm } from './kin-forms.tsx';
import { useCountryNames, useLanguageNames } from './lists.ts';
import { useHeldRegister, usePersonOfCase } from './use-register.ts';
import { CONTEXT_WORDS, SEX_WORDS, wordOf } from './words.ts';

/** Who somebody is: names and papers, contact, household as a tree, guardians, returns. */
export function WhoSection({ file }: { readonly file: CaseFile }) {
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const person = found?.person ?? file.person;
  if (person === null) return null;
  const { today } = file.situation;
  const child = adulthood(birthOfRow(person), today) !== 'adult';
  const households = found?.households ?? [];
  return (
    <>
      <FieldConflicts person={person} households={households} />
      <Basics person={person} file={file} />
      <Contacts person={person} file={file} />
      <Family person={person} households={households} file={file} child={child} />
      <Returns person={person} file={file} />
    </>
  );
}

interface PartProps {
  readonly person: PersonRow;
  readonly file: CaseFile;
}

function Basics({ person, file }: PartProps) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const languages = useLanguageNames();
  const countries = useCountryNames();
  const birth = birthOfRow(person);
  const special: Record<string, string> = { none: t`none`, unknown: t`not known` };
  const born =
    birth === undefined
      ? t`not known`
      : birth.estimated
        ? t`about ${formatPartialDay(i18n.locale, birth)}`
        : formatPartialDay(i18n.locale, birth);
  const facts: [string, string][] = [
    [t`Name`, nameText(person.name)],
    [t`Other names`, person.former_names.map(nameText).join(', ')],
    [t`Wishes to be called`, person.called ?? ''],
    [t`Sex`, wordOf(i18n, SEX_WORDS, person.sex)],
    [t`Born`, born],
    [t`Languages`, person.languages.map(languages.nameOf).join(', ') || t`not known`],
    [t`Interpreter`, person.interpreter_needed ? t`needed` : ''],
    [
      t`Citizenship`,
      person.citizenships.map((one) => special[one] ?? countries.nameOf(one)).join(', '),
    ],
  ];
  return (
    <Section title={<Trans>Who it is about</Trans>}>
      <Facts facts={facts} />
      {may.append ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.9rem' }}>
          <ChangeBasics person={person} />
          <AddName person={person} />
          <PaperForm person={person} paper={null} />
        </div>
      ) : null}
    </Section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Contacts({ person, file }: PartProps) {
  const may = useMay(file);
  const contacts = person.contacts ?? [];
  return (
    <Section title={<Trans>How to reach the person</Trans>}>
      {contacts.length === 0 ? (
        <p className={styles.soft}>
          <Trans>Nothing is written down yet. Ask how and when it is safe.</Trans>
        </p>
      ) : null}
      <ContactLines
        contacts={contacts}
        action={(one) => (may.append ? <ContactForm person={person} contact={one} /> : null)}
      />
      {may.append ? (
        <div className={styles.buttons}>
          <ContactForm person={person} contact={null} />
        </div>
      ) : null}
    </Section>
  );
}

interface FamilyProps extends PartProps {
  readonly households: readonly HouseholdRow[];
  readonly child: boolean;
}

function Family({ person, households, file, child }: FamilyProps) {
  const may = useMay(file);
  const held = useHeldRegister();
  const { today } = file.situation;
  const people = useMemo(
    () => new Map([...(held?.people ?? []), [person.id, person] as const]),
    [held, person],
  );
  return (
    <Section title={<Trans>Family and household</Trans>}>
      {households.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No household is written down.</Trans>
        </p>
      ) : null}
      {households.map((household) => (
        <div key={household.id}>
          <HouseholdTree {...{ household, people, today }} self={person.id} care={careOf(file)} />
          {may.append ? (
            <HouseholdForms
              {...{ household, person, today }}
              others={liveHouseholds(held?.households, household.id)}
            />
          ) : null}
        </div>
      ))}
      <LivedBefore person={person} households={held?.households} />
      {may.append && households.length === 0 ? (
        <BeginForm person={person} today={today} others={liveHouseholds(held?.households, '')} />
      ) : null}
      {child ? (
        <>
          <ConsentProposals
            {...{ person, households, people, today }}
            authorityDecides={file.state.authority_mark.since !== null}
          />
          <Guardians person={person} households={households} mayChange={may.append} />
        </>
      ) : null}
      {may.append && child ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.9rem' }}>
          <ParentForm person={person} households={households} />
          <GuardianForm person={person} households={households} today={today} />
        </div>
      ) : null}
    </Section>
  );
}

/** Who cares for the child of this file now: of the arrangement that has begun and goes on. */
function careOf(file: CaseFile): CareTie[] {
  const person_ids = runningPlacement(file.state.placement)?.[1].person_ids ?? [];
  return person_ids.map((from) => ({ from, to: file.row.person_id }));
}

function Returns({ person, file }: PartProps) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const countries = useCountryNames();
  return (
    <Section title={<Trans>Coming home</Trans>}>
      <ul className={styles.list}>
        {person.returns.map((one) => {
          const parts = [
            one.arrived_on === null ? '' : formatDay(i18n.locale, one.arrived_on),
            one.from_country === null ? '' : countries.nameOf(one.from_country),
            one.operation === null ? '' : t`operation: ${one.operation}`,
          ];
          return (
            <li key={one.id}>
              <strong>{wordOf(i18n, CONTEXT_WORDS, one.context)}</strong>
              <div className={styles.soft}>{parts.filter(Boolean).join(' · ')}</div>
            </li>
          );
        })}
      </ul>
      {person.returns.length === 0 ? (
        <p className={styles.soft}>
          <Trans>Nothing is written down yet.</Trans>
        </p>
      ) : null}
      {may.append ? (
        <div className={styles.buttons}>
          <AddReturn person={person} />
        </div>
      ) : null}
    </Section>
  );
}
