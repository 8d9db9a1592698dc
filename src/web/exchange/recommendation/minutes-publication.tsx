import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import {
  minutesPublication,
  type MinutesPublication as Publication,
} from '#domain/exchange/minutes/published-minutes.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useSay } from './use-recommendation.ts';

/** Whether everybody may read the minutes, and the way there: by the rule of the session and a second editor. */
export function MinutesPublication({ session }: { readonly session: string }) {
  const asked = useAsk(
    ['exchange', 'minutes-publication', session],
    `/api/exchange/sessions/${session}/minutes/publication`,
    minutesPublication,
  );
  return (
    <Section title={<Trans>To the readers</Trans>}>
      <Answered asked={asked}>{(found) => <Step session={session} found={found} />}</Answered>
    </Section>
  );
}

interface StepProps {
  readonly session: string;
  readonly found: Publication;
}

function Step({ session, found }: StepProps) {
  const { i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const lang = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  if (found.kept_in)
    return (
      <p>
        <Trans>This session is closed: its minutes stay with those who keep them.</Trans>
      </p>
    );
  return (
    <>
      {found.path === null ? (
        <p>
          <Trans>Readers do not see these minutes.</Trans>
        </p>
      ) : (
        <p>
          <a href={`/exchange/${lang}${found.path}`}>
            <Trans>As readers see it</Trans>
          </a>
        </p>
      )}
      {found.state === 'waiting' ? (
        <p role="status">
          <Trans>It waits for a second editor.</Trans>
        </p>
      ) : null}
      {found.sent_back === null ? null : (
        <Notice>
          <Trans>The second editor sent it back: {found.sent_back}</Trans>
        </Notice>
      )}
      {found.may_ask ? (
        <>
          <p>
            <Trans>Lines that are put right or translated later go out once you ask again.</Trans>
          </p>
          <Button
            loading={busy}
            variant={found.path === null ? 'filled' : 'default'}
            onClick={() => void say(`sessions/${session}/minutes/publication`, undefined, 'POST')}
          >
            <Trans>Ask for publication</Trans>
          </Button>
        </>
      ) : null}
      <ProblemText problem={problem} />
    </>
  );
}
