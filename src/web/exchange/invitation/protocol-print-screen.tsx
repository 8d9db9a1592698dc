import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { protocolSheet } from '#domain/exchange/invitation/protocol-sheet.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { PrintPage } from '../../ui/print-page.tsx';

/** The protocol programme for the printer: sessions by the hour, guests in their order. */
export function ProtocolPrintScreen() {
  const { t } = useLingui();
  const { edition, lang } = useParams({ from: '/workspace/protocol/$edition/print/$lang' });
  const asked = useAsk(
    ['exchange', 'protocol', edition, lang],
    `/api/exchange/editions/${edition}/protocol?lang=${encodeURIComponent(lang)}`,
    protocolSheet,
  );
  return (
    <PrintPage title={t`Programme`} lang={lang}>
      <Answered asked={asked}>
        {(sheet) => (
          <>
            <h1>{sheet.title}</h1>
            <p>
              {sheet.days} ({sheet.time_zone})
            </p>
            <table>
              <tbody>
                {sheet.sessions.map(({ id, title, starts_at, minutes }) => (
                  <tr key={id}>
                    <td
                      style={{
                        whiteSpace: 'nowrap',
                        verticalAlign: 'top',
                        paddingInlineEnd: '1rem',
                      }}
                    >
                      {span(lang, sheet.time_zone, starts_at, minutes)}
                    </td>
                    <td>{title}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <ol>
              {sheet.guests.map(({ id, name, title, institution, country }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  {[title, institution, country === null ? null : countryIn(lang, country)]
                    .filter((part) => part !== null && part !== '')
                    .map((part) => `, ${part}`)}
                </li>
              ))}
            </ol>
          </>
        )}
      </Answered>
    </PrintPage>
  );
}

/** Day and hours of a session in the zone of the edition. */
function span(lang: string, timeZone: string, from: string, minutes: number): string {
  const format = new Intl.DateTimeFormat(lang, {
    ...{ day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', timeZone },
  });
  const start = new Date(from);
  return format.formatRange(start, new Date(start.getTime() + minutes * 60_000));
}

function countryIn(lang: string, code: string): string {
  return new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
}
