import { Trans, useLingui } from '@lingui/react/macro';
import type { ListedOuting } from '#domain/duty/outing.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { GoOut } from './go-out.tsx';
import { OutingAlert } from './outing-alert.tsx';
import { OwnOutingPart } from './own-outing.tsx';
import { useOwnOuting } from './use-outings.ts';
import { OUTING_OUTCOME_WORDS } from './work-words.ts';

/** Going out, coming back, and whoever did not: of colleagues, and of no person. */
export function OutingScreen() {
  const { t } = useLingui();
  const { own, say, asked } = useOwnOuting();
  return (
    <Page
      title={t`Out and back`}
      intro={
        <Trans>
          Before you go out, say until when you will have said that you are back. Where you go stays
          with you. When the hour passes, a colleague looks for you.
        </Trans>
      }
    >
      {own === null ? (
        <GoOut say={say} told={asked.value?.told} grace={asked.value?.grace_minutes} />
      ) : (
        <OwnOutingPart own={own} say={say} />
      )}
      <Answered asked={asked}>{({ outings }) => <Others outings={outings} />}</Answered>
    </Page>
  );
}

function Others({ outings }: { readonly outings: readonly ListedOuting[] }) {
  const others = outings.filter((one) => !one.own);
  const alerts = others.filter((one) => one.alert_at !== null && one.closed_at === null);
  const out = others.filter((one) => one.alert_at === null);
  const closed = others.filter((one) => one.closed_at !== null);
  return (
    <>
      {alerts.map((one) => (
        <OutingAlert key={one.id} outing={one} />
      ))}
      {out.length === 0 ? null : (
        <Section title={<Trans>Out now</Trans>}>
          <ul className={parts.list}>
            {out.map((one) => (
              <li key={one.id}>
                <OutingLine outing={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {closed.length === 0 ? null : (
        <Section title={<Trans>Looked for in the last days</Trans>}>
          <ul className={parts.list}>
            {closed.map((one) => (
              <li key={one.id}>
                <Closed outing={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Who is out, with whom and until when. */
export function OutingLine({ outing }: { readonly outing: ListedOuting }) {
  const { i18n } = useLingui();
  const until = formatMoment(i18n.locale, outing.back_at);
  const second = outing.second_name ?? '…';
  return (
    <>
      <strong>{outing.name ?? '…'}</strong>{' '}
      {outing.second_account_id === null ? null : <Trans>together with {second}</Trans>}
      <div>
        <Trans>back by {until}</Trans>
      </div>
      {outing.words === null ? null : <p className={parts.quote}>{outing.words}</p>}
    </>
  );
}

function Closed({ outing }: { readonly outing: ListedOuting }) {
  const { i18n } = useLingui();
  const by = outing.closed_by ?? '…';
  const on = outing.closed_at === null ? '' : formatMoment(i18n.locale, outing.closed_at);
  return (
    <>
      <div className={parts.tags}>
        <strong>{outing.name ?? '…'}</strong>
        {outing.outcome === null ? null : (
          <span className={parts.tag} data-tone="some">
            {i18n._(OUTING_OUTCOME_WORDS[outing.outcome])}
          </span>
        )}
      </div>
      <p className={parts.quote}>{outing.found}</p>
      <div className={parts.soft}>
        {by} · {on}
      </div>
    </>
  );
}
