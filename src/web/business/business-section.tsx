import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { v7 as uuid } from 'uuid';
import { type Business, hasStopped, runningBusiness } from '#domain/case/business-state.ts';
import { runningMentoring } from '#domain/case/mentor.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CommandForm } from '../case/command-form.tsx';
import { OnDay } from '../case/on-day.tsx';
import { useMay } from '../case/use-may.ts';
import { formatDay, formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { BusinessAssets } from './business-assets.tsx';
import { BUSINESS_PATHS, businessBody, businessDraft } from './business-draft.ts';
import { BusinessFacts } from './business-facts.tsx';
import { BusinessFields } from './business-fields.tsx';
import { BusinessGrants } from './business-grants.tsx';
import { BusinessVisits } from './business-visits.tsx';

export interface BusinessProps {
  readonly file: CaseFile;
  readonly id: string;
  readonly business: Business;
}

/** A small business of the person's own: the plan, what is given for it, what belongs to it, how it goes. */
export function BusinessSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const running = runningBusiness(file.state.business);
  const before = Object.entries(file.state.business.businesses).filter(([, one]) =>
    hasStopped(one),
  );
  if (file.model.business === undefined) return null;
  return (
    <Section title={<Trans>A business of one’s own</Trans>}>
      {running === null ? (
        <>
          <p className={parts.soft} style={{ marginBlockStart: 0 }}>
            <Trans>
              Where the person wishes for it: a plan in a few words, what it costs, and what help is
              wanted. Nobody rates it.
            </Trans>
          </p>
          {may.append ? <PlanForm file={file} known={null} /> : null}
        </>
      ) : (
        <Running file={file} id={running[0]} business={running[1]} />
      )}
      {before.length === 0 ? null : (
        <details className="no-print" style={{ marginBlockStart: '0.9rem' }}>
          <summary>
            <Trans>What has stopped</Trans>
          </summary>
          {before.map(([id, one]) => (
            <div key={id}>
              <BusinessFacts plan={one.plan} />
              <BusinessVisits file={file} id={id} business={one} />
            </div>
          ))}
        </details>
      )}
    </Section>
  );
}

function Running({ file, id, business }: BusinessProps) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { plan, begun } = business;
  const { version } = plan;
  const day = formatMoment(i18n.locale, plan.at);
  const first = begun === null ? '' : formatDay(i18n.locale, begun.on);
  const case_id = file.row.id;
  return (
    <div className={parts.stack}>
      {plan.conflict === undefined ? null : (
        <Notice>
          <Trans>
            Somebody wrote the plan down at the same time. Below stands the later one; the other
            follows. Look at both with the person and write down what holds.
          </Trans>
        </Notice>
      )}
      <BusinessFacts plan={plan} />
      {plan.conflict === undefined ? null : (
        <BusinessFacts plan={{ ...plan.conflict, version: version - 1 }} />
      )}
      <p className={parts.soft} style={{ margin: 0 }}>
        <Trans>
          Version {version}, {day}
        </Trans>
        {begun === null ? null : (
          <>
            {' · '}
            <Trans>Begun on {first}</Trans>
          </>
        )}
      </p>
      <div className={`${parts.buttons} no-print`}>
        {may.append ? <PlanForm file={file} known={[id, business]} /> : null}
        {may.append && begun === null ? <BeginForm file={file} id={id} /> : null}
        <Link to="/cases/$id/business/print" params={{ id: case_id }} className={parts.link}>
          <Trans>Print the plan for the person</Trans>
        </Link>
      </div>
      {begun === null ? null : <BusinessVisits file={file} id={id} business={business} />}
      <BusinessGrants file={file} id={id} business={business} />
      <BusinessAssets file={file} id={id} business={business} />
      <MentorLine file={file} />
    </div>
  );
}

interface PlanFormProps {
  readonly file: CaseFile;
  readonly known: readonly [string, Business] | null;
}

function PlanForm({ file, known }: PlanFormProps) {
  const currency = file.model.assistance?.currencies[0] ?? 'USD';
  const [id, business] = known ?? [];
  return (
    <CommandForm
      file={file}
      kind="plan_business"
      about={business?.plan.by ?? ''}
      open={
        known === null ? (
          <Trans>Write the plan down with the person</Trans>
        ) : (
          <Trans>Change the plan of the business</Trans>
        )
      }
      initial={businessDraft(business?.plan ?? null, currency)}
      body={(value) => businessBody(value, id ?? uuid())}
      seen={() => (business === undefined ? undefined : { business_plan: business.plan.by })}
      paths={BUSINESS_PATHS}
    >
      {(value, change) => <BusinessFields file={file} value={value} change={change} />}
    </CommandForm>
  );
}

function BeginForm({ file, id: business_id }: Pick<BusinessProps, 'file' | 'id'>) {
  return (
    <CommandForm
      file={file}
      kind="begin_business"
      about={business_id}
      variant="filled"
      open={<Trans>The business has begun</Trans>}
      initial={{ on: file.situation.today }}
      body={({ on }) => ({ business_id, on, milestone_id: uuid() })}
      paths={['on']}
    >
      {(value, change) => <OnDay value={value.on} onChange={(on) => change({ on })} />}
    </CommandForm>
  );
}

/** The mentor at the person's side is the one of the file; here stands only who it is. */
function MentorLine({ file }: { readonly file: CaseFile }) {
  const mentoring = runningMentoring(file.state.mentor);
  return (
    <p style={{ margin: 0 }} className="no-print">
      {mentoring === null ? (
        <Trans>Nobody accompanies the person as a mentor yet.</Trans>
      ) : (
        <Trans>A mentor is at the person’s side.</Trans>
      )}{' '}
      <Link
        to="/cases/$id/$part"
        params={{ id: file.row.id, part: 'mentor' }}
        className={parts.link}
      >
        <Trans>Mentor</Trans>
      </Link>
    </p>
  );
}
