import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { WorkProfileBody } from '#domain/case/work-profile.ts';
import { ageOn } from '#domain/people/birth.ts';
import { BusinessSection } from '../business/business-section.tsx';
import type { CaseFile } from '../case/case-file.ts';
import { CommandForm } from '../case/command-form.tsx';
import { birthOfRow } from '../case/use-age.ts';
import { useMay } from '../case/use-may.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { FittingCoursesPart } from './fitting-courses-part.tsx';
import { FittingPart } from './fitting-part.tsx';
import { OffersPart } from './offers-part.tsx';
import { PROFILE_PATHS, profileBody, profileDraft } from './profile-draft.ts';
import { ProfileFacts } from './profile-facts.tsx';
import { ExperienceFields, LearnedFields, LimitFields, WishedFields } from './profile-fields.tsx';

/** From this age on work and training are asked about. */
const YOUNGEST = 15;

/** False for children who are surely too young for any work. */
export function isOfWorkingAge(file: CaseFile): boolean {
  const birth = birthOfRow(file.person);
  const age = birth && ageOn(birth, file.situation.today);
  return age === undefined || age.most >= YOUNGEST;
}

/** What the person did, can and wishes of work, in their own words, with its limits. */
export function WorkSection({ file }: { readonly file: CaseFile }) {
  const { profile } = file.state.work_profile;
  return (
    <>
      <ProfilePart file={file} />
      {profile === null ? null : (
        <>
          <FittingCoursesPart file={file} profile={profile} />
          <FittingPart file={file} profile={profile} />
        </>
      )}
      <OffersPart file={file} />
      <BusinessSection file={file} />
    </>
  );
}

function ProfilePart({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { profile } = file.state.work_profile;
  const { id } = file.row;
  const day = profile === null ? '' : formatMoment(i18n.locale, profile.at);
  const { version = 0, conflict } = profile ?? {};
  return (
    <Section title={<Trans>Work and training</Trans>}>
      <div className={parts.stack}>
        <p className={parts.soft} style={{ margin: 0 }}>
          <Trans>
            As the person says it. Nothing is weighed or counted, nobody is compared, and nothing of
            it goes to an employer or a school.
          </Trans>
        </p>
        {conflict === undefined ? null : (
          <Notice>
            <Trans>
              Somebody wrote it down at the same time. Below stands the later one; the other
              follows. Look at both with the person and write down what holds.
            </Trans>
          </Notice>
        )}
        {profile === null ? (
          <p className={parts.soft} style={{ margin: 0 }}>
            <Trans>Not yet asked.</Trans>
          </p>
        ) : (
          <>
            <ProfileFacts profile={profile} />
            {conflict === undefined ? null : <ProfileFacts profile={conflict.profile} />}
            <p className={parts.soft} style={{ margin: 0 }}>
              <Trans>
                Version {version}, {day}
              </Trans>
            </p>
          </>
        )}
        <div className={`${parts.buttons} no-print`}>
          {may.append ? (
            <CommandForm
              file={file}
              kind="record_work_profile"
              about={profile?.by ?? ''}
              open={
                profile === null ? (
                  <Trans>Write it down with the person</Trans>
                ) : (
                  <Trans>Something has changed</Trans>
                )
              }
              initial={profileDraft(profile)}
              body={profileBody}
              seen={() => (profile === null ? undefined : { work_profile: profile.by })}
              paths={PROFILE_PATHS}
            >
              {(value, change) => (
                <>
                  <WishedFields value={value} change={change} />
                  <ExperienceFields value={value} change={change} />
                  <LearnedFields file={file} value={value} change={change} />
                  <LimitFields file={file} value={value} change={change} />
                </>
              )}
            </CommandForm>
          ) : null}
          {profile === null ? null : (
            <Link to="/cases/$id/work/print" params={{ id }} className={parts.link}>
              <Trans>Print a copy for the person</Trans>
            </Link>
          )}
        </div>
        <EarlierVersions file={file} />
      </div>
    </Section>
  );
}

/** What was said before: it stays, so that what has changed can be seen. */
function EarlierVersions({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const earlier = file.facts
    .filter(({ kind, body }) => kind === 'work_profile_recorded' && body !== null)
    .slice(0, -1);
  const count = earlier.length;
  if (count === 0) return null;
  return (
    <details className="no-print">
      <summary>
        <Trans>Earlier versions ({count})</Trans>
      </summary>
      {earlier.toReversed().map((fact) => (
        <div key={fact.id} style={{ marginBlockStart: '0.9rem' }}>
          <strong>{formatMoment(i18n.locale, fact.recorded_at)}</strong>
          <ProfileFacts profile={fact.body as WorkProfileBody} />
        </div>
      ))}
    </details>
  );
}
