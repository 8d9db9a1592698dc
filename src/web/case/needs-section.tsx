import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { useDraft } from '../device/use-draft.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { given } from './command-form.tsx';
import { type DomainSaid, NeedDomain } from './need-domain.tsx';
import { OpenNeeds } from './open-needs.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

interface NeedsDraft {
  readonly said: Readonly<Record<string, DomainSaid>>;
}
const NOTHING: NeedsDraft = { said: {} };

/** The needs at a glance: every area of life with what was answered, asked again where one stands. */
export function NeedsSection({ file }: { readonly file: CaseFile }) {
  const draft = useDraft<NeedsDraft>(`needs/${file.row.id}`, NOTHING);
  const say = useSay(file);
  const may = useMay(file);
  const [problem, setProblem] = useState<Problem>();
  const { domains } = file.state.need;
  const said = Object.entries(draft.value.said);
  const asked = file.model.need_domains.filter((one) => domains[one.code] !== undefined).length;
  const total = file.model.need_domains.length;

  function change(code: string, value: DomainSaid | undefined) {
    const { [code]: _before, ...others } = draft.value.said;
    draft.set({ said: value === undefined ? others : { ...others, [code]: value } });
  }
  async function save() {
    const answers = said.map(([domain, { value, words }]) => ({
      domain,
      value,
      words: given(words),
    }));
    // Only what was on the screen when it was answered: two people who ask apart are told so.
    const seen = Object.fromEntries(
      said.flatMap(([domain, { by }]) => (by === null ? [] : [[`domain:${domain}`, by]])),
    );
    const answer = await say('assess_needs', { answers }, seen);
    if ('problem' in answer) return setProblem(answer.problem);
    setProblem(undefined);
    await draft.clear();
  }
  return (
    <>
      <Section title={<Trans>Needs at a glance</Trans>}>
        <p className={styles.soft} style={{ marginBlockStart: 0 }}>
          <Trans>
            {asked} of {total} areas asked about. Not wishing to say is a full answer.
          </Trans>
        </p>
        {draft.restored && said.length > 0 ? (
          <Notice>
            <Trans>What you have typed is still there.</Trans>
          </Notice>
        ) : null}
        <ul className={styles.list} key={draft.round}>
          {file.model.need_domains.map(({ code }) => (
            <NeedDomain
              key={code}
              file={file}
              code={code}
              editable={may.append}
              said={draft.value.said[code]}
              onChange={(value) => change(code, value)}
            />
          ))}
        </ul>
        <ProblemText problem={problem} />
        {said.length === 0 ? null : (
          <div className={`${styles.bar} no-print`}>
            <span>
              <Trans>{said.length} new answers</Trans>
            </span>
            <span className={styles.buttons}>
              <Button onClick={save}>
                <Trans>Save answers</Trans>
              </Button>
              <Button variant="subtle" onClick={() => void draft.clear()}>
                <Trans>Cancel</Trans>
              </Button>
            </span>
          </div>
        )}
      </Section>
      <OpenNeeds file={file} />
    </>
  );
}
