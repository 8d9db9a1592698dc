import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '#domain/access/role.ts';
import { mayBeGiven } from '#domain/case/assignment.ts';
import type { Problem } from '#domain/problem.ts';
import { FileWorkForms } from '../duty/file-work.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { CaseFile } from './case-file.ts';
import { CaseloadNotice, useWorkerLabel } from './caseload-notice.tsx';
import { CommandForm } from './command-form.tsx';
import { ModelVersionPart } from './model-version-part.tsx';
import { MoveForm } from './move-form.tsx';
import { TakeFile } from './take-file.tsx';
import { TransferPart } from './transfer-part.tsx';
import { useCaseloads } from './use-caseloads.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { nameOrElse, useColleagues, useNames } from './use-names.ts';
import { WishTags } from './wish-tags.tsx';

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
    <>
      <Section title={<Trans>Who works with the person</Trans>}>
        <ul className={styles.list}>
          <li>
            <strong>
              {worker === null
                ? t`No support worker yet`
                : nameOrElse({ i18n, names }, worker.account_id)}
            </strong>{' '}
            <span className={styles.soft}>
              {worker === null ? null : <Trans>support worker since {day(worker.since)}</Trans>}
            </span>
          </li>
          {Object.entries(specialists).map(([id, one]) => (
            <li key={id}>
              <div className={styles.item}>
                <div>
                  <strong>{nameOrElse({ i18n, names }, id)}</strong>{' '}
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
        <div className={styles.tags} style={{ marginBlockEnd: '0.75rem' }}>
          <WishTags file={file} />
        </div>
        {may.assign ? (
          <div className={styles.buttons}>
            <AssignWorker file={file} />
            <AssignSpecialist file={file} />
            <MoveForm file={file} />
          </div>
        ) : null}
        <FileWorkForms file={file} />
        <ModelVersionPart file={file} />
        {may.take && worker === null ? <TakeFile file={file} /> : null}
      </Section>
      <TransferPart file={file} />
    </>
  );
}

interface FormProps {
  readonly file: CaseFile;
}

/** Who may be chosen, with how many files they have; a worker from below takes the file to their place. */
function AssignWorker({ file }: FormProps) {
  const { t } = useLingui();
  const names = useNames();
  const caseloads = useCaseloads();
  const labelOf = useWorkerLabel();
  const workers = [...useColleagues().values()].filter(
    (one) =>
      one.active &&
      one.role === 'caseworker' &&
      one.id !== file.row.worker_id &&
      mayBeGiven(file, one.id),
  );
  const limits = file.model.thresholds;
  return (
    <CommandForm
      file={file}
      kind="assign_worker"
      open={<Trans>Choose the support worker</Trans>}
      initial={{ account_id: '' }}
      body={(value) => value}
      paths={['account_id']}
    >
      {(value, change) => {
        const chosen = workers.find((one) => one.id === value.account_id);
        return (
          <>
            <ChoiceField
              path="account_id"
              label={t`New support worker`}
              value={value.account_id}
              data={[
                { value: '', label: t`Please choose` },
                ...workers.map((one) => ({
                  value: one.id,
                  label: labelOf(one.name, names.place(one.place_id), caseloads.of(one.id)),
                })),
              ]}
              onChange={(event) => change({ account_id: event.currentTarget.value })}
            />
            {chosen === undefined ? null : (
              <CaseloadNotice name={chosen.name} files={caseloads.of(chosen.id)} limits={limits} />
            )}
          </>
        );
      }}
    </CommandForm>
  );
}

function AssignSpecialist({ file }: FormProps) {
  const { t, i18n } = useLingui();
  const specialists = [...useColleagues().values()].filter(
    (one) => one.active && isSpecialist(one.role),
  );
  const data = specialists.map((one) => ({
    value: one.id,
    label: `${one.name} · ${i18n._(ROLE_NAMES[one.role])}`,
  }));
  const compartment = (id: string) => {
    const role = specialists.find((one) => one.id === id)?.role;
    return role !== undefined && isSpecialist(role) ? COMPARTMENT_OF[role] : 'health';
  };
  return (
    <CommandForm
      file={file}
      kind="assign_specialist"
      open={<Trans>Add a specialist</Trans>}
      initial={{ account_id: data[0]?.value ?? '' }}
      body={(value) => ({ ...value, compartment: compartment(value.account_id) })}
      paths={['account_id']}
    >
      {(value, change) => (
        <ChoiceField
          path="account_id"
          label={t`Specialist to be added`}
          value={value.account_id}
          data={data}
          onChange={(event) => change({ account_id: event.currentTarget.value })}
        />
      )}
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
