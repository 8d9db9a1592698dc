import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { CARD_TEXT_NAMES } from '#domain/exchange/practice/card.ts';
import {
  EVIDENCE_CRITERIA,
  type EvidenceCriterion,
} from '#domain/exchange/practice/evidence-level.ts';
import { REVIEW_CRITERIA, type ReviewCriterion } from '#domain/exchange/practice/review.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { countryName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { EVIDENCE_WORDS, FIELDS, REVIEW_WORDS } from './practice-words.ts';
import { cardTexts, facts, useSay } from './use-practice.ts';

const toGive = z.object({
  ...{ id: z.uuid(), country: z.string(), texts: cardTexts, facts },
  decided_at: z.string().nullable(),
});
type ToGive = z.infer<typeof toGive>;

/** A review: the card to read, the declaration, the published criteria with reasons, the answer. */
export function ReviewScreen() {
  const { id } = useParams({ from: '/workspace/practice-reviews/$id' });
  const { t, i18n } = useLingui();
  const asked = useAsk(['exchange', 'practice-review', id], `/api/exchange/reviews/${id}`, toGive);
  return (
    <Answered asked={asked}>
      {(review) => (
        <Page
          title={t`Review`}
          heading={inLanguage(review.texts.title, i18n.locale).text}
          intro={countryName(i18n.locale, review.country)}
        >
          <Section title={<Trans>The practice</Trans>}>
            {CARD_TEXT_NAMES.filter((name) => name !== 'title').map((name) => {
              const said = review.texts[name];
              if (said === null) return null;
              const found = inLanguage(said, i18n.locale);
              return (
                <div key={name}>
                  <h3>{i18n._(FIELDS[name])}</h3>
                  <p lang={found.lang} dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
                    {found.text}
                  </p>
                </div>
              );
            })}
          </Section>
          {review.decided_at === null ? (
            <Answer review={review} />
          ) : (
            <p role="status">
              <Trans>You have given this review. Thank you.</Trans>
            </p>
          )}
        </Page>
      )}
    </Answered>
  );
}

type Judged = Partial<Record<ReviewCriterion, { met: boolean | null; reason: string }>>;

function Answer({ review }: { readonly review: ToGive }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { say, problem, busy } = useSay();
  const [free, setFree] = useState(false);
  const [judged, setJudged] = useState<Judged>({});
  const [contested, setContested] = useState<EvidenceCriterion[]>([]);
  const [decision, setDecision] = useState('');
  const [summary, setSummary] = useState('');
  const path = `/api/exchange/reviews/${review.id}`;
  const said = EVIDENCE_CRITERIA.filter((one) => review.facts.evidence[one]);
  const whole =
    free &&
    decision !== '' &&
    summary.trim() !== '' &&
    REVIEW_CRITERIA.every((one) => judged[one]?.met != null && judged[one].reason.trim() !== '');
  const judge = (one: ReviewCriterion, part: { met?: boolean; reason?: string }) =>
    setJudged((now) => ({
      ...now,
      [one]: { ...{ met: null, reason: '' }, ...now[one], ...part },
    }));
  async function give() {
    const language = i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en';
    const body = { conflict: 'none', decision, criteria: judged, contested, summary, language };
    if (await say('POST', `${path}/decision`, body)) await navigate({ to: '/workspace/practices' });
  }
  return (
    <Section title={<Trans>Your review</Trans>}>
      <div style={{ display: 'grid', gap: '1.25rem' }}>
        <Checkbox
          label={t`I have no interest of my own in this practice: I did not work on it, am not paid for it and am close to nobody who is.`}
          checked={free}
          onChange={(event) => setFree(event.currentTarget.checked)}
        />
        {REVIEW_CRITERIA.map((one) => (
          <div key={one}>
            <Radio.Group
              label={i18n._(REVIEW_WORDS[one])}
              value={judged[one]?.met == null ? '' : judged[one].met ? 'met' : 'not_met'}
              onChange={(value) => judge(one, { met: value === 'met' })}
            >
              <div style={{ display: 'flex', gap: '1.5rem', marginBlock: '0.4rem' }}>
                <Radio value="met" label={t`met`} />
                <Radio value="not_met" label={t`not met`} />
              </div>
            </Radio.Group>
            <Textarea
              label={t`Reason (readers see it)`}
              autosize
              minRows={1}
              maxLength={2000}
              value={judged[one]?.reason ?? ''}
              onChange={(event) => judge(one, { reason: event.currentTarget.value })}
            />
          </div>
        ))}
        {said.length === 0 ? null : (
          <Checkbox.Group
            label={t`What the author says of the evidence. Mark what you do not confirm: it will not count.`}
            value={contested}
            onChange={(next) => setContested(said.filter((one) => next.includes(one)))}
          >
            <div style={{ display: 'grid', gap: '0.35rem', marginBlockStart: '0.4rem' }}>
              {said.map((one) => (
                <Checkbox key={one} value={one} label={i18n._(EVIDENCE_WORDS[one])} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Radio.Group label={t`Your answer`} value={decision} onChange={setDecision}>
          <div style={{ display: 'grid', gap: '0.4rem', marginBlockStart: '0.4rem' }}>
            <Radio value="accept" label={t`It can be published`} />
            <Radio value="return" label={t`It goes back to the author`} />
          </div>
        </Radio.Group>
        <Textarea
          label={t`In a few sentences (readers see it)`}
          autosize
          minRows={3}
          maxLength={2000}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
          <Button loading={busy} disabled={!whole} onClick={() => void give()}>
            <Trans>Give the review</Trans>
          </Button>
          <StepBack path={path} say={say} />
        </div>
        <ProblemText problem={problem} />
      </div>
    </Section>
  );
}

/** Whoever has an interest, no time or another field steps back; the editor asks somebody else. */
function StepBack(props: {
  readonly path: string;
  readonly say: ReturnType<typeof useSay>['say'];
}) {
  const navigate = useNavigate();
  const { t } = useLingui();
  const reasons = [
    ['conflict_of_interest', t`Step back: I have an interest in it`],
    ['no_time', t`Step back: no time`],
    ['other_field', t`Step back: not my field`],
  ] as const;
  return reasons.map(([reason, label]) => (
    <Button
      key={reason}
      variant="default"
      onClick={async () => {
        if (await props.say('POST', `${props.path}/decline`, { reason }))
          await navigate({ to: '/workspace/practices' });
      }}
    >
      {label}
    </Button>
  ));
}
