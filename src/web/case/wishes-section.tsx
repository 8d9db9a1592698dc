import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { WISHED_SEX, type WishedSex } from '#domain/case/wish.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { CopiesPart } from './copies-part.tsx';
import { useLabel } from './labels.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { SEX_WORDS } from './wish-words.ts';

/** What the person wishes of those who work with them, what nobody asks about, and copies on request. */
export function WishesSection({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <Section title={<Trans>With whom the person would rather talk</Trans>}>
        <Wishes file={file} />
      </Section>
      <Section title={<Trans>Do not ask me again</Trans>}>
        <Silent file={file} />
      </Section>
      <CopiesPart file={file} />
    </>
  );
}

function Wishes({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { wishes } = file.state.wish;
  const sexes = WISHED_SEX.map((value) => ({ value, label: i18n._(SEX_WORDS[value]) }));
  const initial: { worker: WishedSex; interpreter: WishedSex } = {
    worker: wishes?.worker ?? 'any',
    interpreter: wishes?.interpreter ?? 'any',
  };
  return (
    <div className={styles.stack}>
      {wishes === null ? (
        <p className={styles.soft} style={{ margin: 0 }}>
          <Trans>Not yet asked.</Trans>
        </p>
      ) : (
        <dl className={styles.facts}>
          <dt>
            <Trans>Support worker</Trans>
          </dt>
          <dd>{i18n._(SEX_WORDS[wishes.worker])}</dd>
          <dt>
            <Trans>Interpreter</Trans>
          </dt>
          <dd>{i18n._(SEX_WORDS[wishes.interpreter])}</dd>
        </dl>
      )}
      {may.append ? (
        <div>
          <CommandForm
            file={file}
            kind="record_wishes"
            open={<Trans>Write down the wishes</Trans>}
            initial={initial}
            body={(value) => value}
          >
            {(value, change) => (
              <>
                <Choice
                  path="worker"
                  legend={<Trans>Support worker</Trans>}
                  options={sexes}
                  value={value.worker}
                  onChange={(worker) => change({ worker })}
                />
                <Choice
                  path="interpreter"
                  legend={<Trans>Interpreter</Trans>}
                  options={sexes}
                  value={value.interpreter}
                  onChange={(interpreter) => change({ interpreter })}
                />
              </>
            )}
          </CommandForm>
        </div>
      ) : null}
    </div>
  );
}

function Silent({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { silent } = file.state.wish;
  const areas = file.model.need_domains;
  return (
    <div className={styles.stack}>
      <p className={styles.soft} style={{ margin: 0 }}>
        <Trans>
          An area of life that the person does not want to be asked about. Only the person lifts it.
          It changes nothing in what they are entitled to.
        </Trans>
      </p>
      <ul className={styles.list}>
        {Object.entries(silent).map(([domain, until]) => (
          <li key={domain} className={styles.item}>
            <div>
              <strong>{label(areas, domain)}</strong>{' '}
              <span className={styles.soft}>
                <UntilDay until={until} />
              </span>
            </div>
            {may.append ? <LiftSilence file={file} domain={domain} /> : null}
          </li>
        ))}
      </ul>
      {may.append ? (
        <div>
          <CommandForm
            file={file}
            kind="ask_no_more"
            open={<Trans>Write down what is not to be asked</Trans>}
            initial={{ domain: '', until: '' }}
            body={({ domain, until }) => (until === '' ? { domain } : { domain, until })}
            paths={['domain', 'until']}
          >
            {(value, change) => (
              <>
                <ChoiceField
                  path="domain"
                  label={t`Area of life`}
                  value={value.domain}
                  data={[
                    { value: '', label: t`Please choose` },
                    ...areas.map(({ code }) => ({ value: code, label: label(areas, code) })),
                  ]}
                  onChange={(event) => change({ domain: event.currentTarget.value })}
                />
                <DayField
                  path="until"
                  label={t`Until when (empty: for good)`}
                  value={value.until}
                  onChange={(event) => change({ until: event.currentTarget.value })}
                />
              </>
            )}
          </CommandForm>
        </div>
      ) : null}
    </div>
  );
}

/** Until when nobody asks. */
export function UntilDay({ until }: { readonly until: string | null }) {
  const { i18n } = useLingui();
  if (until === null) return <Trans>for good</Trans>;
  const day = formatDay(i18n.locale, until);
  return <Trans>until {day}</Trans>;
}

/** The person wants to talk about it after all. */
export function LiftSilence({
  file,
  domain,
}: {
  readonly file: CaseFile;
  readonly domain: string;
}) {
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  async function lift() {
    const said = await say('ask_again', { domain });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div className="no-print">
      <Button variant="default" onClick={() => void lift()}>
        <Trans>The person wants to talk about it again</Trans>
      </Button>
      <ProblemText problem={problem} />
    </div>
  );
}
