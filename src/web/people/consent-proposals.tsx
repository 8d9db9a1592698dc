import { Trans, useLingui } from '@lingui/react/macro';
import { type ConsentGiver, proposeConsent } from '#domain/people/consent-proposal.ts';
import { nameText, personName } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import styles from '../ui/parts.module.css';
import { birthsOf } from './births.ts';
import { domainHousehold } from './household.ts';
import { CONSENT_REASON_WORDS, wordOf } from './words.ts';

/** Who may decide for a child, as proposals with reasons: a human looks, nothing is decided here. */
export function ConsentProposals(props: {
  readonly person: PersonRow;
  readonly households: readonly HouseholdRow[];
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly today: string;
  /** The file says that the guardianship authority decides. */
  readonly authorityDecides: boolean;
}) {
  const { t, i18n } = useLingui();
  const { person, households, people, today } = props;
  const births = birthsOf(people);
  for (const member of households.flatMap((one) => one.members)) {
    if (births.has(member.person_id) || member.birth_year === null) continue;
    const date = `${member.birth_year}-01-01`;
    births.set(member.person_id, { date, precision: 'year', estimated: false });
  }
  const household = domainHousehold(person, households);
  const subject = { id: person.id, birth: birthOfRow(person) };
  const proposals = proposeConsent(subject, household, births, today, {
    authority_decides: props.authorityDecides,
  });
  const nameOf = (giver: ConsentGiver): string => {
    if ('self' in giver) return personName(person);
    if ('institution' in giver) return giver.institution;
    if ('authority' in giver) return t`The guardianship authority`;
    const known = people.get(giver.person);
    const members = households.flatMap((one) => one.members);
    const member = members.find((one) => one.person_id === giver.person);
    return personName(known ?? null) || nameText(member?.name) || t`A family member`;
  };
  const standing = { may: t`may decide`, check: t`please look first`, may_not: t`may not decide` };
  const tone = { may: 'some', check: 'look', may_not: undefined };
  return (
    <div style={{ marginBlock: '1rem' }}>
      <div className={styles.strong}>
        <Trans>Who may decide for the child (proposed)</Trans>
      </div>
      <ul className={styles.list}>
        {proposals.map((one) => (
          <li key={JSON.stringify(one.giver)}>
            <div className={styles.tags}>
              <span className={styles.strong}>{nameOf(one.giver)}</span>
              <span className={styles.tag} data-tone={tone[one.standing]}>
                {standing[one.standing]}
              </span>
            </div>
            <div className={styles.soft}>
              {one.reasons.map((reason) => wordOf(i18n, CONSENT_REASON_WORDS, reason)).join('; ')}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.soft}>
        <Trans>The child's own agreement is asked for as well.</Trans>
      </div>
    </div>
  );
}
