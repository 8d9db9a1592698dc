import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { NOT_SAID, type ReportTable } from '#domain/exchange/conference/attendance-report.ts';
import { conferenceReport } from '#domain/exchange/conference/attendance-view.ts';
import { PROPOSAL_STATES } from '#domain/exchange/conference/proposal.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { countryName, formatNumber, languageName } from '../../ui/format.ts';
import { PrintPage } from '../../ui/print-page.tsx';
import { useConferenceWords } from './conference-words.ts';
import { EditionSpan } from './edition-span.tsx';
import { ReportFollowUp } from './report-follow-up.tsx';
import { toldIn } from './told-text.tsx';

/** The organisers' report to the co-host, on a screen and on paper: counts alone, small ones hidden. */
export function ReportScreen() {
  const { t, i18n } = useLingui();
  const { edition = '' } = useParams({ strict: false });
  const words = useConferenceWords();
  const asked = useAsk(
    ['exchange', 'report', edition],
    `/api/exchange/editions/${edition}/report`,
    conferenceReport,
  );
  const sexes: Readonly<Record<string, string>> = { female: t`Female`, male: t`Male` };
  return (
    <Answered asked={asked}>
      {(one) => {
        const { registered, starts_on, ends_on } = one;
        const came = one.came.countries.total;
        const institution = (code: string) => {
          const name = one.institutions[code];
          return name === undefined ? code : toldIn(i18n.locale, name).text;
        };
        return (
          <PrintPage title="1">
            <h1>
              <Trans>Report on the conference</Trans>
            </h1>
            <p>
              {toldIn(i18n.locale, one.edition).text}, <EditionSpan {...{ starts_on, ends_on }} />
            </p>
            <p>
              <Trans>Registered: {registered}.</Trans>{' '}
              {came === null ? (
                <Trans>Fewer than five people came, so nothing more is told about them.</Trans>
              ) : (
                <Trans>Came to at least one session: {came}.</Trans>
              )}
            </p>
            <p>
              <Trans>
                A number under five is not shown (–), nor is one that would give it away.
              </Trans>
            </p>
            <Numbers
              title={t`By country`}
              table={one.came.countries}
              name={(code) => countryName(i18n.locale, code)}
              other={t`International organisations`}
            />
            <Numbers
              title={t`By institution`}
              table={one.came.institutions}
              name={institution}
              other={t`Another one, or none`}
            />
            <Numbers
              title={t`By sex`}
              table={one.came.sexes}
              name={(code) => sexes[code] ?? code}
              other={t`Not said`}
            />
            <Numbers
              title={t`By language (somebody may speak several)`}
              table={{ cells: one.came.languages, total: null }}
              name={(code) => languageName(i18n.locale, code)}
              other=""
            />
            <h2>
              <Trans>Sessions</Trans>
            </h2>
            <table>
              <thead>
                <tr>
                  <th scope="col" style={{ textAlign: 'start' }}>
                    <Trans>Conference session</Trans>
                  </th>
                  <th scope="col" style={{ textAlign: 'end' }}>
                    <Trans>People</Trans>
                  </th>
                  <th scope="col" style={{ textAlign: 'end' }}>
                    <Trans>Answers</Trans>
                  </th>
                  <th scope="col" style={{ textAlign: 'end' }}>
                    <Trans>Rating (1–5)</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {one.sessions.map(({ title, people, feedback }) => (
                  <tr key={title.versions[title.source]}>
                    <th scope="row" style={{ textAlign: 'start', fontWeight: 400 }}>
                      {toldIn(i18n.locale, title).text}
                    </th>
                    <td style={{ textAlign: 'end' }}>{people ?? '–'}</td>
                    <td style={{ textAlign: 'end' }}>{feedback?.count ?? '–'}</td>
                    <td style={{ textAlign: 'end' }}>
                      {feedback === null ? '–' : formatNumber(i18n.locale, feedback.mean)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              <Trans>
                Answers are those given without a name, told once their time is over and there are
                at least five; what was said in words stays with the organisers.
              </Trans>
            </p>
            <ReportFollowUp followed={one.follow_up} />
            {Object.keys(one.proposals).length === 0 ? null : (
              <>
                <h2>
                  <Trans>Contributions offered</Trans>
                </h2>
                <table>
                  <tbody>
                    {PROPOSAL_STATES.map((state) => {
                      const count = one.proposals[state];
                      return count === undefined ? null : (
                        <tr key={state}>
                          <th scope="row" style={{ textAlign: 'start', fontWeight: 400 }}>
                            {words.states[state]}
                          </th>
                          <td style={{ textAlign: 'end' }}>{count}</td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </>
            )}
          </PrintPage>
        );
      }}
    </Answered>
  );
}

function Numbers(props: {
  readonly title: string;
  readonly table: ReportTable;
  readonly name: (code: string) => string;
  readonly other: string;
}) {
  const { table, name, other } = props;
  if (table.cells.length === 0) return null;
  return (
    <>
      <h2>{props.title}</h2>
      <table>
        <tbody>
          {table.cells.map(({ code, people }) => (
            <tr key={code}>
              <th scope="row" style={{ textAlign: 'start', fontWeight: 400 }}>
                {code === NOT_SAID ? other : name(code)}
              </th>
              <td style={{ textAlign: 'end' }}>{people ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
