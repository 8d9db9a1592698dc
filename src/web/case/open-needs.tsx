import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine, CaseProse } from './case-prose.tsx';
import { Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** Single things that are needed, and what was found for them. */
export function OpenNeeds({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const domains = file.model.need_domains;
  const needs = Object.entries(file.state.need.needs).sort(
    ([, a], [, b]) =>
      Number(b.urgent) - Number(a.urgent) || (a.identified_at < b.identified_at ? 1 : -1),
  );
  const open = needs.filter(([, need]) => need.resolved_at === null);
  const met = needs.filter(([, need]) => need.resolved_at !== null);
  return (
    <Section title={<Trans>What is needed now</Trans>}>
      {open.length === 0 ? (
        <p className={styles.soft}>
          <Trans>Nothing single is written down.</Trans>
        </p>
      ) : null}
      <ul className={styles.list}>
        {open.map(([id, need]) => (
          <li key={id}>
            <div className={styles.item}>
              <div>
                <div className={styles.strong}>{need.words}</div>
                <div className={styles.tags}>
                  <span className={styles.soft}>{label(domains, need.domain)}</span>
                  {need.urgent ? (
                    <span className={styles.tag} data-tone="urgent">
                      <Trans>Urgent</Trans>
                    </span>
                  ) : null}
                </div>
              </div>
            </div>
            {may.append ? (
              <CommandForm
                file={file}
                kind="resolve_need"
                about={id}
                open={<Trans>Help was found</Trans>}
                initial={{ words: '' }}
                body={(value) => ({ need_id: id, words: given(value.words) })}
                paths={['words']}
              >
                {(value, change) => (
                  <CaseProse
                    file={file}
                    path="words"
                    label={t`What helped`}
                    value={value.words}
                    onChange={(words) => change({ words })}
                  />
                )}
              </CommandForm>
            ) : null}
          </li>
        ))}
        {met.map(([id, need]) => (
          <li key={id} className={styles.soft}>
            {need.words} ·{' '}
            <Trans>
              help was found on {formatDay(i18n.locale, (need.resolved_at ?? '').slice(0, 10))}
            </Trans>
          </li>
        ))}
      </ul>
      {may.help ? <AddNeed file={file} /> : null}
    </Section>
  );
}

function AddNeed({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const domains = file.model.need_domains;
  return (
    <CommandForm
      file={file}
      kind="identify_need"
      open={<Trans>Write down a need</Trans>}
      initial={{ domain: domains[0]?.code ?? '', words: '', urgent: false }}
      body={(value) => ({ ...value, need_id: uuid() })}
      paths={['domain', 'words']}
    >
      {(value, change) => (
        <>
          <CaseLine
            file={file}
            path="words"
            label={t`What is needed`}
            description={t`For example: winter shoes for the two younger children`}
            value={value.words}
            onChange={(text) => change({ words: text })}
          />
          <ChoiceField
            path="domain"
            label={t`Area`}
            value={value.domain}
            data={domains.map(({ code }) => ({ value: code, label: label(domains, code) }))}
            onChange={(event) => change({ domain: event.currentTarget.value })}
          />
          <Tick checked={value.urgent} onChange={(urgent) => change({ urgent })}>
            <Trans>This is urgent</Trans>
          </Tick>
        </>
      )}
    </CommandForm>
  );
}
