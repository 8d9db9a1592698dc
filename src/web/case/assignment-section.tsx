import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '#domain/access/role.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useColleagues, useNames } from './use-names.ts';

const COMPARTMENT_OF = {
  specialist_health: 'health',
  specialist_psychosocial: 'psychosocial',
  specialist_legal: 'legal',
  specialist_protection: 'protection',
} as const;
type Specialist = keyof typeof COMPARTMENT_OF;

function isSpecialist(role: Role): role is Specialist {
  return role in COMPARTMENT_OF;
}

/** Who works with the person: one support worker, and specialists with their own part of the file. */
export function AssignmentSection({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const may = useMay(file);
  const { worker, specialists } = file.state.assignment;
  const day = (instant: string) => formatDay(i18n.locale, instant.slice(0, 10));
  return (
    <Section title={<Trans>Who works with the person</Trans>}>
      <ul className={styles.list}>
        <li>
          <strong>
            {worker === null ? t`No support worker yet` : (names.account(worker.account_id) ?? '…')}
          </strong>{' '}
          <span className={styles.soft}>
            {worker === null ? null : <Trans>support worker since {day(worker.since)}</Trans>}
          </span>
        </li>
        {Object.entries(specialists).map(([id, one]) => (
          <li key={id}>
            <div className={styles.item}>
              <div>
                <strong>{names.account(id) ?? '…'}</strong>{' '}
                <span className={styles.soft}>
                  {i18n._(ROLE_NAMES[`specialist_${one.compartment}` as Specialist])} ·{' '}
                  <Trans>since {day(one.since)}</Trans>
                </span>
              </div>
              {may.assign ? <Release file={file} id={id} /> : null}
            </div>
          </li>
        ))}
      </ul>
      {may.assign ? (
        <div className={styles.buttons}>
          <AssignForm file={file} kind="assign_worker" />
          <AssignForm file={file} kind="assign_specialist" />
        </div>
      ) : null}
    </Section>
  );
}

interface AssignFormProps {
  readonly file: CaseFile;
  readonly kind: 'assign_worker' | 'assign_specialist';
}

function AssignForm({ file, kind }: AssignFormProps) {
  const { t, i18n } = useLingui();
  const colleagues = [...useColleagues().values()].filter(
    (one) =>
      one.active && (kind === 'assign_worker' ? one.role === 'caseworker' : isSpecialist(one.role)),
  );
  const data = colleagues.map((one) => ({
    value: one.id,
    label: `${one.name} · ${i18n._(ROLE_NAMES[one.role])}`,
  }));
  const first = { account_id: data[0]?.value ?? '' };
  const pick = (value: typeof first, change: (patch: typeof first) => void) => (
    <ChoiceField
      path="account_id"
      label={t`Who`}
      value={value.account_id}
      data={data}
      onChange={(event) => change({ account_id: event.currentTarget.value })}
    />
  );
  if (kind === 'assign_worker') {
    return (
      <CommandForm
        file={file}
        kind="assign_worker"
        open={<Trans>Choose the support worker</Trans>}
        initial={first}
        body={(value) => value}
        paths={['account_id']}
      >
        {(value, change) => pick(value, change)}
      </CommandForm>
    );
  }
  const compartment = (id: string) => {
    const role = colleagues.find((one) => one.id === id)?.role;
    return role !== undefined && isSpecialist(role) ? COMPARTMENT_OF[role] : 'health';
  };
  return (
    <CommandForm
      file={file}
      kind="assign_specialist"
      open={<Trans>Add a specialist</Trans>}
      initial={first}
      body={(value) => ({ ...value, compartment: compartment(value.account_id) })}
      paths={['account_id']}
    >
      {(value, change) => pick(value, change)}
    </CommandForm>
  );
}

function Release({ file, id }: { readonly file: CaseFile; readonly id: string }) {
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  async function release() {
    const said = await say('release_specialist', { account_id: id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div>
      <Button variant="default" onClick={release}>
        <Trans>No longer</Trans>
      </Button>
      <ProblemText problem={problem} />
    </div>
  );
}
