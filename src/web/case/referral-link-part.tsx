import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import { madeLink } from '#domain/case/referral-link-page.ts';
import { lastLink, linkOpenUntil, type ReferralLink } from '#domain/case/referral-link-state.ts';
import { isOpen } from '#domain/case/referral-state.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice } from '../account/use-session.ts';
import { call } from '../http.ts';
import { LANGUAGE_NAMES } from '../language.ts';
import { PrintLink } from '../print/print-link.tsx';
import { rememberCode } from '../print/shown-code.ts';
import { ChoiceField, FieldProblems, TextField, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { formatDay, formatMoment } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { Choice } from './choice.tsx';
import { LINE_FILES } from './line-file.ts';
import type { ReferralProps } from './referral-card.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

type Made = z.infer<typeof madeLink>;

/** A way for a service without an account: whether a link is open, who opened it, and a new one. */
export function ReferralLinkPart({ file, referral }: ReferralProps) {
  const may = useMay(file);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const link = lastLink(file.state.referral_link, referral.referral_id);
  const offered = may.append && isOpen(referral);
  if (link === null && !offered) return null;
  return (
    <div className={styles.stack} style={{ marginBlockStart: '0.6rem' }}>
      {link === null ? null : <LinkState file={file} referral={referral} link={link} />}
      {made === undefined ? null : <Shown file={file} made={made} />}
      {making ? (
        <MakeLink
          file={file}
          referral={referral}
          close={() => setMaking(false)}
          onMade={(told) => {
            setMade(told);
            rememberCode(told);
            setMaking(false);
          }}
        />
      ) : offered ? (
        <div className={styles.buttons}>
          <Button
            className="no-print"
            variant="default"
            leftSection={<IconLink size={20} aria-hidden />}
            onClick={() => {
              setMade(undefined);
              setMaking(true);
            }}
          >
            {link === null ? (
              <Trans>Send as a link, to a service without an account</Trans>
            ) : (
              <Trans>Send a new link</Trans>
            )}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function LinkState({ file, referral, link }: ReferralProps & { readonly link: ReferralLink }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const until = linkOpenUntil(file.state, link);
  const open = until !== null && until > file.situation.now;
  const day = (value: string) => formatDay(i18n.locale, value.slice(0, 10));
  const { referral_id } = referral;
  async function close() {
    const said = await say('close_referral_link', { referral_id, link_id: link.link_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div className={styles.soft}>
      <div>
        {open ? (
          <Trans>A link is open until {day(until)}.</Trans>
        ) : link.closed === 'locked' ? (
          <Trans>
            The link was locked after ten wrong codes. Ask the service, and send a new one.
          </Trans>
        ) : (
          <Trans>The last link is closed.</Trans>
        )}
      </div>
      {link.opened_at.length === 0 ? (
        open ? (
          <Trans>Nobody has opened it yet.</Trans>
        ) : null
      ) : (
        <Trans>
          Opened on {link.opened_at.map((at) => formatMoment(i18n.locale, at)).join(', ')}.
        </Trans>
      )}
      {open && may.append ? (
        <div>
          <Button className="no-print" variant="subtle" size="compact-sm" onClick={close}>
            <Trans>Close the link</Trans>
          </Button>
        </div>
      ) : null}
      <ProblemText problem={problem} />
    </div>
  );
}

/** What opens the link, once. */
function Shown({ file, made }: Pick<ReferralProps, 'file'> & { readonly made: Made }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Notice>
      <div ref={box} tabIndex={-1} className={styles.stack}>
        <div>
          <Trans>
            The code is shown only now. Tell it by telephone or write it on a slip; never send it
            together with the link.
          </Trans>
        </div>
        <output aria-label={t`Code`} style={{ fontSize: '1.5rem', letterSpacing: '0.08em' }}>
          <bdi>{made.code}</bdi>
        </output>
        <div>
          <PrintLink file={file} about={made.link_id}>
            <Trans>Print the code on a slip</Trans>
          </PrintLink>
        </div>
        {made.url === null ? (
          <div>
            <Trans>The letter with the link has been sent.</Trans>
          </div>
        ) : (
          <div>
            <Trans>The link, also shown only now:</Trans>{' '}
            <bdi style={{ overflowWrap: 'anywhere' }}>{made.url}</bdi>
          </div>
        )}
      </div>
    </Notice>
  );
}

interface MakeLinkProps extends ReferralProps {
  readonly close: () => void;
  readonly onMade: (made: Made) => void;
}

function MakeLink({ file, referral, close, onMade }: MakeLinkProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { nudge } = useDevice();
  const [way, setWay] = useState<'mail' | 'hand'>('mail');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<Locale>(
    () => LOCALES.find((one) => one === i18n.locale) ?? 'en',
  );
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    const missing = way === 'mail' ? unfilled({ email }) : undefined;
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const path = `/api/cases/${file.row.id}/referrals/${referral.referral_id}/link`;
    const to = way === 'mail' ? { email: email.trim() } : {};
    const body = { command_id: uuid(), locale, ...to };
    const reply = await call(path, madeLink, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: [LINE_FILES] });
    nudge();
    onMade(reply.value);
  }
  return (
    <FieldProblems problem={problem}>
      <form className={styles.form} onSubmit={make} noValidate>
        <Choice
          path="way"
          legend={<Trans>How does the link get there?</Trans>}
          options={[
            { value: 'mail', label: t`By e-mail from here` },
            { value: 'hand', label: t`I pass it on myself` },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'mail' ? (
          <>
            <TextField
              path="email"
              type="email"
              label={t`E-mail of the service`}
              description={t`The letter names nobody and does not say what it is about.`}
              autoComplete="off"
              maxLength={200}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ChoiceField
              path="locale"
              label={t`Language of the letter`}
              value={locale}
              data={LOCALES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
              onChange={(event) => {
                const chosen = LOCALES.find((one) => one === event.currentTarget.value);
                if (chosen !== undefined) setLocale(chosen);
              }}
            />
          </>
        ) : null}
        <FormFoot problem={problem} paths={['email', 'locale', 'way']} busy={busy} close={close}>
          <Trans>Make the link and the code</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}
