import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { type AccountLine, missingInGrant, type RoleGrant } from '#domain/account/account.ts';
import type { Problem } from '#domain/problem.ts';
import { Devices } from '../account/devices.tsx';
import { useMe } from '../account/use-session.ts';
import { useChange } from '../change.ts';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from './accounts.module.css';
import { GrantFields } from './grant-fields.tsx';
import { NewWayIn } from './new-way-in.tsx';
import { ACCOUNTS } from './use-accounts.ts';

const NOTHING = z.unknown();
const ended = z.object({ ended: z.number() });

interface AccountPanelProps {
  readonly account: AccountLine;
  readonly made: Parameters<typeof NewWayIn>[0]['made'];
}

/** Everything that can be done to one account, each with a sentence on what it does. */
export function AccountPanel({ account, made }: AccountPanelProps) {
  const me = useMe();
  const [told, setTold] = useState<ReactNode>();
  const own = account.id === me.id;
  const off = account.state === 'disabled';
  return (
    <>
      <div aria-live="polite">{told === undefined ? null : <Notice>{told}</Notice>}</div>
      {own ? (
        <Notice>
          <Trans>
            This is your own account. Your role, your way in and your second step can only be
            changed by another administrator.
          </Trans>
        </Notice>
      ) : (
        <Role account={account} tell={setTold} />
      )}
      <Sessions account={account} tell={setTold} />
      <div className={styles.act}>
        <h3>
          <Trans>Devices</Trans>
        </h3>
        <Devices
          list={`/api/accounts/${account.id}/devices`}
          withdrawAt={(id) => `/api/accounts/${account.id}/devices/${id}`}
        />
      </div>
      {own ? null : (
        <>
          <NewWayIn account={account} made={made} />
          {account.second_factor ? <SecondStep account={account} tell={setTold} /> : null}
          <Act
            title={off ? <Trans>Switch on</Trans> : <Trans>Switch off</Trans>}
            about={
              off ? (
                <Trans>This person can sign in again, with the same role.</Trans>
              ) : (
                <Trans>
                  This person is signed out at once and cannot sign in. It can be undone.
                </Trans>
              )
            }
            path={`/api/accounts/${account.id}/disabled`}
            method="PUT"
            body={{ disabled: !off }}
            said={() => setTold(off ? <Trans>Switched on.</Trans> : <Trans>Switched off.</Trans>)}
          />
          {off || account.role !== 'caseworker' ? null : (
            <Act
              title={<Trans>Switch off at once, files to the supervisor</Trans>}
              about={
                <Trans>
                  For somebody who is gone already. Open support files wait with the supervisor
                  until each has a next worker.
                </Trans>
              }
              path={`/api/accounts/${account.id}/disabled`}
              method="PUT"
              body={{ disabled: true, files_to_supervisor: true }}
              said={() => setTold(<Trans>Switched off. The supervisor was told.</Trans>)}
            />
          )}
        </>
      )}
    </>
  );
}

interface PartProps {
  readonly account: AccountLine;
  readonly tell: (text: ReactNode) => void;
}

function Role({ account, tell }: PartProps) {
  const act = useChange(ACCOUNTS);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { organisation_id, place_id } = account;
  const [grant, setGrant] = useState<RoleGrant>({
    ...{ role: account.role ?? 'caseworker', organisation_id, place_id },
  });

  async function save() {
    const missing = missingInGrant(grant);
    if (missing !== null) {
      const fields = [{ path: missing, code: 'required' }];
      return setProblem({ code: 'invalid_input', fields });
    }
    setBusy(true);
    const options = { method: 'PUT', body: grant } as const;
    const said = await act(`/api/accounts/${account.id}/role`, options, NOTHING);
    setBusy(false);
    setProblem(said.ok ? undefined : said.problem);
    if (said.ok) tell(<Trans>The role was changed. It counts from the next click.</Trans>);
  }
  return (
    <div className={styles.act} style={{ borderBlockStart: 0 }}>
      <h3>
        <Trans>Role</Trans>
      </h3>
      <FieldProblems problem={problem}>
        <GrantFields prefix="" value={grant} onChange={setGrant} />
      </FieldProblems>
      <ProblemText problem={otherProblems(problem, ['role', 'place_id', 'organisation_id'])} />
      <div>
        <Button mt="xs" loading={busy} onClick={save}>
          <Trans>Change the role</Trans>
        </Button>
      </div>
    </div>
  );
}

function Sessions({ account, tell }: PartProps) {
  const act = useChange(ACCOUNTS);
  const [problem, setProblem] = useState<Problem>();

  async function end() {
    const path = `/api/accounts/${account.id}/sessions`;
    const said = await act(path, { method: 'DELETE' }, ended);
    setProblem(said.ok ? undefined : said.problem);
    if (!said.ok) return;
    const count = said.value.ended;
    tell(<Trans>Signed out. Devices: {count}</Trans>);
  }
  return (
    <div className={styles.act}>
      <h3>
        <Trans>Sign out everywhere</Trans>
      </h3>
      <p>
        <Trans>
          What was not sent yet stays on the device, locked. A lost telephone is withdrawn below
          instead: it then deletes what it keeps.
        </Trans>
      </p>
      <div>
        <Button variant="default" onClick={end}>
          <Trans>Sign out everywhere</Trans>
        </Button>
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}

function SecondStep({ account, tell }: PartProps) {
  const { t } = useLingui();
  return (
    <Act
      title={<Trans>Remove the second step</Trans>}
      about={
        <Trans>
          For somebody who lost the telephone and the backup codes. Make sure who asks: speak to the
          person.
        </Trans>
      }
      path={`/api/accounts/${account.id}/second-factor`}
      method="DELETE"
      // It cannot be taken back: a second tap says that it is meant.
      sure={t`Yes, I have spoken to ${account.name}`}
      said={() => tell(<Trans>The second step was removed, and the person signed out.</Trans>)}
    />
  );
}

interface ActProps {
  readonly title: ReactNode;
  readonly about: ReactNode;
  readonly path: string;
  readonly method: 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly sure?: string;
  readonly said: () => void;
}

function Act({ title, about, path, method, body, sure, said }: ActProps) {
  const act = useChange(ACCOUNTS);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function run() {
    if (sure !== undefined && !asked) return setAsked(true);
    const done = await act(path, body === undefined ? { method } : { method, body }, NOTHING);
    setProblem(done.ok ? undefined : done.problem);
    setAsked(false);
    if (done.ok) said();
  }
  return (
    <div className={styles.act}>
      <h3>{title}</h3>
      <p>{about}</p>
      <div>
        <Button
          variant={asked ? 'filled' : 'default'}
          color={asked ? 'clay' : 'teal'}
          onClick={run}
        >
          {asked ? sure : title}
        </Button>
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}
