import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { COPIES, type CopyOf } from '#domain/case/copy.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { useMay } from './use-may.ts';
import { COPY_HOW_WORDS, COPY_OF_WORDS } from './wish-words.ts';

const HOW = ['paper', 'read_out'] as const;
const INITIAL: { what: CopyOf; how: (typeof HOW)[number] } = { what: 'log', how: 'paper' };

/** Copies that the person asks for: the plan, and who has opened the file by role, never by name. */
export function CopiesPart({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { id } = file.row;
  const { given } = file.state.copy;
  return (
    <Section title={<Trans>Copies for the person</Trans>}>
      <div className={styles.stack}>
        <p className={styles.soft} style={{ margin: 0 }}>
          <Trans>
            Everybody may have a copy of their plan and of who has opened their file. The sheets say
            nothing of whose they are. Ask first whether paper at home is safe.
          </Trans>
        </p>
        <div className={`${styles.buttons} no-print`}>
          {file.state.plan.plan === null ? null : (
            <Link to="/cases/$id/plan/print" params={{ id }} className={styles.link}>
              <Trans>Print the plan</Trans>
            </Link>
          )}
          <Link to="/cases/$id/readers/print" params={{ id }} className={styles.link}>
            <Trans>Print who has opened the file</Trans>
          </Link>
        </div>
        <ul className={styles.list}>
          {given.map((one) => {
            const day = formatMoment(i18n.locale, one.at);
            return (
              <li key={one.at + one.what}>
                {i18n._(COPY_OF_WORDS[one.what])}{' '}
                <span className={styles.soft}>
                  {i18n._(COPY_HOW_WORDS[one.how])}, {day}
                </span>
              </li>
            );
          })}
        </ul>
        {may.append ? (
          <div>
            <CommandForm
              file={file}
              kind="give_copy"
              open={<Trans>A copy was handed over</Trans>}
              initial={INITIAL}
              body={(value) => value}
            >
              {(value, change) => (
                <>
                  <Choice
                    path="what"
                    legend={<Trans>Of what</Trans>}
                    options={COPIES.map((one) => ({
                      value: one,
                      label: i18n._(COPY_OF_WORDS[one]),
                    }))}
                    value={value.what}
                    onChange={(what) => change({ what })}
                  />
                  <Choice
                    path="how"
                    legend={<Trans>How</Trans>}
                    options={HOW.map((one) => ({ value: one, label: i18n._(COPY_HOW_WORDS[one]) }))}
                    value={value.how}
                    onChange={(how) => change({ how })}
                  />
                </>
              )}
            </CommandForm>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
