import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { shownCertificate } from '#domain/exchange/conference/attendance-view.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatDay } from '../../ui/format.ts';
import { PrintPage } from '../../ui/print-page.tsx';
import { Notice } from '../../ui/problem-text.tsx';
import { usePartName } from './conference-words.ts';
import { toldIn } from './told-text.tsx';

/** A certificate on a sheet: who, what for, how long, and the code by which anybody can see that it is genuine. */
export function CertificateScreen() {
  const { i18n } = useLingui();
  const { id = '' } = useParams({ strict: false });
  const partName = usePartName();
  const asked = useAsk(
    ['exchange', 'certificate', id],
    `/api/exchange/certificates/${id}`,
    shownCertificate,
  );
  const locale = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  return (
    <>
      <p className="no-print" style={{ paddingInline: 'clamp(1rem, 4vw, 2rem)' }}>
        <Link to="/workspace/registrations">
          <Trans>To your registrations</Trans>
        </Link>
      </p>
      <Answered asked={asked}>
        {(one) => {
          const edition = toldIn(i18n.locale, one.edition).text;
          const from = formatDay(i18n.locale, one.starts_on);
          const until = formatDay(i18n.locale, one.ends_on);
          const part = partName(one.part);
          const { name, sessions } = one;
          const hours = (one.minutes / 60).toLocaleString(i18n.locale, {
            maximumFractionDigits: 1,
          });
          return (
            <PrintPage title="1" lang={locale}>
              {one.revoked ? (
                <Notice>
                  <Trans>This certificate was withdrawn by the organisers.</Trans>
                </Notice>
              ) : null}
              <div style={{ textAlign: 'center', paddingBlock: '2rem' }}>
                <h1>
                  <Trans>Certificate of participation</Trans>
                </h1>
                <p style={{ fontSize: '1.6rem', fontWeight: 600 }}>{name}</p>
                <p>
                  <Trans>took part as: {part}</Trans>
                </p>
                <p style={{ fontSize: '1.2rem' }}>{edition}</p>
                <p>
                  {from} – {until}
                </p>
                {sessions > 0 ? (
                  <p>
                    <Trans>
                      Sessions attended: {sessions}. Hours: {hours}.
                    </Trans>
                  </p>
                ) : null}
                <ul style={{ listStyle: 'none', padding: 0 }}>
                  {one.hosts.map((host) => (
                    <li key={toldIn(i18n.locale, host).text}>{toldIn(i18n.locale, host).text}</li>
                  ))}
                </ul>
                <p>
                  <Trans>Whether it is genuine can be seen by this code:</Trans>
                  <br />
                  <strong>{one.code}</strong>
                  <br />
                  {`${window.location.origin}/exchange/${locale}/certificate`}
                </p>
              </div>
            </PrintPage>
          );
        }}
      </Answered>
    </>
  );
}
