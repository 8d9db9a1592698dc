import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type ProposalView, proposalCode } from '#domain/exchange/conference/proposal-view.ts';
import { Answered } from '../../ui/answered.tsx';
import { countryName, formatLocalTime, languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';
import { useConferenceWords } from './conference-words.ts';
import { DecisionPart } from './decision-part.tsx';
import { DiscussionPart } from './discussion-part.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { ReviewPart } from './review-part.tsx';
import { ReviewersPart } from './reviewers-part.tsx';
import { ToldText } from './told-text.tsx';
import { useProposal } from './use-proposals.ts';
import { useSend } from './use-send.ts';

/** One proposal, with whatever this reader may do about it: its author, a reviewer, an organiser. */
export function ProposalScreen() {
  const { t } = useLingui();
  const { id = '' } = useParams({ strict: false });
  const asked = useProposal(id);
  return (
    <Answered asked={asked}>
      {(one) => (
        <Page
          title={t`Proposal`}
          heading={<ToldText told={one.title} />}
          intro={<Intro one={one} />}
        >
          {one.mine ? <AuthorPart one={one} /> : null}
          <What one={one} />
          {one.letters.map((letter) => (
            <Section key={letter.id} title={<Trans>Letter: {letter.subject}</Trans>}>
              <p lang={letter.language} style={{ whiteSpace: 'pre-wrap' }}>
                {letter.body}
              </p>
            </Section>
          ))}
          {one.abilities.review ? <ReviewPart one={one} /> : null}
          {one.abilities.organise ? <ReviewersPart id={one.id} state={one.state} /> : null}
          <DiscussionPart one={one} />
          {one.abilities.organise ? <DecisionPart key={one.version} one={one} /> : null}
        </Page>
      )}
    </Answered>
  );
}

function Intro({ one }: { readonly one: ProposalView }) {
  const words = useConferenceWords();
  return (
    <>
      <Badge variant="light">{words.states[one.state]}</Badge> {words.kinds[one.kind]} ·{' '}
      {proposalCode(one.id)} · <ToldText told={one.edition} />
    </>
  );
}

/** What its author can do with it now, and until when. */
function AuthorPart({ one }: { readonly one: ProposalView }) {
  const [open, setOpen] = useState(one.abilities.change && one.state === 'draft');
  const { send, problem, setProblem, busy } = useSend();
  const step = useSend();
  const { abilities, call, deadline } = one;
  const say = (name: 'submit' | 'withdraw' | 'confirm') =>
    step.send('POST', `/api/exchange/proposals/${one.id}/steps`, {
      ...{ step: name, version: one.version },
    });
  return (
    <Section title={<Trans>What you can do</Trans>}>
      {deadline === null ? null : <Until deadline={deadline} />}
      {one.late && one.state === 'draft' ? (
        <Notice>
          <Trans>
            You tried to hand it in after the end. The organisers see that and can give you more
            time; what you wrote is kept.
          </Trans>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        {abilities.submit ? (
          <Button loading={step.busy} onClick={() => void say('submit')}>
            <Trans>Hand in</Trans>
          </Button>
        ) : null}
        {abilities.confirm ? (
          <Button loading={step.busy} onClick={() => void say('confirm')}>
            <Trans>Confirm that you will come</Trans>
          </Button>
        ) : null}
        {abilities.change ? (
          <Button variant="default" onClick={() => setOpen(!open)}>
            {open ? <Trans>Close the form</Trans> : <Trans>Change it</Trans>}
          </Button>
        ) : null}
        {abilities.withdraw ? (
          <Button variant="subtle" loading={step.busy} onClick={() => void say('withdraw')}>
            <Trans>Withdraw it</Trans>
          </Button>
        ) : null}
      </div>
      <ProblemText problem={step.problem} />
      {open && abilities.change && call !== null ? (
        <ProposalForm
          key={one.version}
          proposal={one}
          {...{ languages: call.languages, kinds: call.kinds, problem, setProblem, busy }}
          save={(fields) =>
            void send('PUT', `/api/exchange/proposals/${one.id}`, {
              ...{ ...fields, version: one.version },
            })
          }
        />
      ) : null}
    </Section>
  );
}

/** The end of the call on both clocks; once where they are one. */
function Until({ deadline }: { readonly deadline: NonNullable<ProposalView['deadline']> }) {
  const { i18n } = useLingui();
  const { there_zone, here_zone } = deadline;
  const there = formatLocalTime(i18n.locale, deadline.there);
  const here = formatLocalTime(i18n.locale, deadline.here);
  if (Date.parse(deadline.at) + 60_000 <= Date.now()) {
    return (
      <p>
        <Trans>
          The call ended on {there} ({there_zone}).
        </Trans>
      </p>
    );
  }
  return (
    <p>
      {there_zone === here_zone ? (
        <Trans>
          The call ends on {there} ({there_zone}).
        </Trans>
      ) : (
        <Trans>
          The call ends on {there} ({there_zone}), for you on {here} ({here_zone}).
        </Trans>
      )}
    </p>
  );
}

function What({ one }: { readonly one: ProposalView }) {
  const { i18n, t } = useLingui();
  const { interpretation } = one;
  const speaks = languageName(i18n.locale, interpretation.speaks);
  const languages = Object.keys(one.title.versions)
    .map((tag) => languageName(i18n.locale, tag))
    .join(', ');
  return (
    <Section title={t`What is offered`}>
      <p>
        <ToldText told={one.abstract} />
      </p>
      {one.description === null ? null : (
        <p>
          <ToldText told={one.description} />
        </p>
      )}
      <p>
        <Trans>
          Written in: {languages}. Spoken in: {speaks}.
        </Trans>{' '}
        {interpretation.other}
      </p>
      {one.do_not_record ? (
        <Notice>
          <Trans>This must not be recorded.</Trans>
        </Notice>
      ) : null}
      {one.authors === null ? (
        <p>
          <Trans>Who wrote this is not shown while reviews are written.</Trans>
        </p>
      ) : (
        <ul>
          {one.authors.speakers.map((speaker) => (
            <li key={speaker.name}>
              {[
                speaker.name,
                speaker.institution,
                speaker.country === null ? null : countryName(i18n.locale, speaker.country),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
