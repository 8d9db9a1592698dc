import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ConferenceReport } from '#domain/exchange/conference/attendance-view.ts';
import { STATUSES } from '#domain/exchange/recommendation/follow-up.ts';
import { formatDay } from '../../ui/format.ts';
import { STATUS_NAMES } from '../recommendation/recommendation-words.ts';
import { toldIn } from './told-text.tsx';

/** What became of the recommendations of a conference: owners are institutions, nobody is named. */
export function ReportFollowUp({ followed }: { readonly followed: ConferenceReport['follow_up'] }) {
  const { i18n } = useLingui();
  const { counts, lines, silent } = followed;
  if (lines.length === 0) return null;
  return (
    <>
      <h2>
        <Trans>What became of the recommendations</Trans>
      </h2>
      <table>
        <tbody>
          {STATUSES.filter((status) => counts[status] > 0).map((status) => (
            <tr key={status}>
              <th scope="row" style={{ textAlign: 'start', fontWeight: 400 }}>
                {i18n._(STATUS_NAMES[status])}
              </th>
              <td style={{ textAlign: 'end' }}>{counts[status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent === 0 ? null : (
        <p>
          <Plural
            value={silent}
            one="No report has come of # of them."
            other="No report has come of # of them."
          />
        </p>
      )}
      <ol style={{ listStyle: 'none', padding: 0 }}>
        {lines.map(({ number, text, status, owner, due_on, reported_on, late }) => {
          const due = due_on === null ? null : formatDay(i18n.locale, due_on);
          const last = reported_on === null ? null : formatDay(i18n.locale, reported_on);
          return (
            <li key={number} style={{ marginBlockEnd: '0.75rem' }}>
              {number}. {toldIn(i18n.locale, text).text}
              <div>
                <strong>{i18n._(STATUS_NAMES[status])}</strong>
                {owner === null ? null : <> · {toldIn(i18n.locale, owner).text}</>}
                {due === null ? null : (
                  <>
                    {' '}
                    · <Trans>due {due}</Trans>
                  </>
                )}
                {late ? (
                  <>
                    {' '}
                    · <Trans>overdue</Trans>
                  </>
                ) : null}
                {last === null ? null : (
                  <>
                    {' '}
                    · <Trans>last report {last}</Trans>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
